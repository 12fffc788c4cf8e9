// The tables of two-byte encodings: arrays over (lead, trail) to decode, two-stage tables over the
// BMP to encode.
#include <functional>
#include <stdexcept>

#include "encoding_tables.hpp"
#include "generated_file.hpp"

namespace unbake::gen {
namespace {

void require(bool condition, const char* what) {
  if (!condition) throw std::runtime_error(std::string("the tables rely on this: ") + what);
}

unsigned byte_at(const Bytes& bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }
unsigned value_of(const Bytes& bytes) {
  unsigned value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | byte_at(bytes, i);
  return value;
}
Bytes pair(unsigned value) { return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}; }

char32_t single(const Model& model, const Bytes& bytes) {
  const auto unit = model.decode.find(bytes);
  return unit == model.decode.end() || unit->second.size() != 1 ? 0 : unit->second[0];
}

// The two-byte units of an encoder for characters of the BMP, as numbers.
std::map<char32_t, std::uint16_t> two_byte_encoder(const std::map<char32_t, Bytes>& encoder) {
  std::map<char32_t, std::uint16_t> entries;
  for (const auto& [character, bytes] : encoder)
    if (bytes.size() == 2 && character <= 0xFFFF) entries[character] = static_cast<std::uint16_t>(value_of(bytes));
  return entries;
}

// Code page 950 puts user-defined characters in order into these blocks; E000 on.
char32_t big5_user_defined(unsigned lead, unsigned trail) {
  const unsigned column = trail < 0x7F ? trail - 0x40 : trail - 0x62;
  if (lead >= 0xFA) return 0xE000 + (lead - 0xFA) * 157 + column;
  if (lead >= 0x8E && lead <= 0xA0) return 0xE311 + (lead - 0x8E) * 157 + column;
  if (lead >= 0x81 && lead <= 0x8D) return 0xEEB8 + (lead - 0x81) * 157 + column;
  if (lead >= 0xC6 && lead <= 0xC8 && (lead > 0xC6 || trail >= 0xA1)) return 0xF6B1 + (lead - 0xC6) * 157 + column - 63;
  return 0;
}

void for_each_big5(const std::function<void(unsigned lead, unsigned trail)>& each) {
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail)
      if (trail <= 0x7E || trail >= 0xA1) each(lead, trail);
}

}  // namespace

std::size_t write_gbk(const Models& models, const std::filesystem::path& folder) {
  const Model& gb18030 = models.get("gb18030");
  GeneratedFile file("gbk.inc", "gbk and gb18030.");
  // GBK 3 and 4, the pairs around the square of GB 2312, hold in order the ideographs of Unicode 1
  // that the square and what is left of it lacks; after the last come odd ones.
  std::vector<std::uint16_t> square, left, tail;
  std::vector<char32_t> added;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail == 0x7F) continue;
      const char32_t c = single(gb18030, pair(lead << 8 | trail));
      require(c != 0 && c <= 0xFFFF, "every pair of gb18030 is a character of the BMP");
      const bool around = lead <= 0xA0 || (lead >= 0xAA && trail <= 0xA0);
      if (around && tail.empty() && c >= 0x4E00 && c <= 0x9FA5)
        added.push_back(c);
      else
        (around ? tail : trail >= 0xA1 ? square : left).push_back(static_cast<std::uint16_t>(c));
    }
  std::map<char32_t, std::uint16_t> entries = two_byte_encoder(encoder_of(gb18030));
  for (const char32_t c : added) entries.erase(c);
  std::size_t place = 0;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c)
    if (!entries.contains(c)) require(place < added.size() && added[place++] == c, "GBK 3 and 4 are in order");
  require(place == added.size() && added.size() + tail.size() == 32 * 190 + 85 * 96, "GBK 3 and 4 are full");
  file.array<std::uint16_t>("std::uint16_t", "kGbkSquare", "(lead - 0xA1) * 94 + trail - 0xA1", square);
  file.array<std::uint16_t>("std::uint16_t", "kGbkLeft",
                            "Leads A1 to A9: (lead - 0xA1) * 96 + trail - (trail < 0x7F ? 0x40 : 0x41)", left);
  file.array<std::uint16_t>("std::uint16_t", "kGbkTail", "What follows the ideographs in GBK 4", tail);
  write_rank_table(file, "kGbkEncode", "The two bytes of a character that is not in order", entries);
  std::vector<std::uint16_t> pointers, characters;
  char32_t expected = 0;
  for (const auto& [pointer, character] : models.four_byte) {
    if (pointer == 7457) {
      require(character == 0xE7C7, "8135F437 is U+E7C7");
    } else if (character != expected) {
      pointers.push_back(static_cast<std::uint16_t>(pointer));
      characters.push_back(static_cast<std::uint16_t>(character));
      expected = character;
    }
    ++expected;
  }
  for (std::size_t i = 1; i < characters.size(); ++i)
    require(characters[i] > characters[i - 1], "the ranges of gb18030 are in order");
  file.array<std::uint16_t>("std::uint16_t", "kRangePointers", "First four-byte pointer of each range", pointers);
  file.array<std::uint16_t>("std::uint16_t", "kRangeCharacters", "Its character", characters);
  return file.save(folder);
}

std::size_t write_big5(const Models& models, const std::filesystem::path& folder) {
  const Model& hkscs = models.get("big5-hkscs");
  const Model& windows = models.get("big5");
  GeneratedFile file("big5.inc", "big5 and big5-hkscs.");
  std::vector<std::uint16_t> index;
  std::vector<std::uint32_t> plane2((126 * 157 + 31) / 32, 0);
  std::vector<std::uint32_t> differences;
  for_each_big5([&](unsigned lead, unsigned trail) {
    const Bytes bytes = pair(lead << 8 | trail);
    const char32_t c = single(hkscs, bytes);
    require(c <= 0xFFFF || (c >= 0x20000 && c <= 0x2FFFF), "astral characters of big5-hkscs are in plane 2");
    if (c > 0xFFFF) plane2[index.size() / 32] |= 1U << index.size() % 32;
    index.push_back(static_cast<std::uint16_t>(c & 0xFFFF));
    const char32_t w = single(windows, bytes);
    if (const char32_t user = big5_user_defined(lead, trail); user != 0)
      require(w == user, "user-defined characters of code page 950 are in order");
    else if (w != c)
      differences.push_back(value_of(bytes) << 16 | static_cast<std::uint32_t>(w));
  });
  file.array<std::uint16_t>("std::uint16_t", "kBig5Index",
                            "big5-hkscs: (lead - 0x81) * 157 + trail - (trail < 0x7F ? 0x40 : "
                            "0x62), low 16 bits, 0 for none",
                            index);
  file.array<std::uint32_t>("std::uint32_t", "kBig5Plane2", "A bit for each entry above that is in plane 2", plane2, 8);
  file.array<std::uint32_t>("std::uint32_t", "kWindowsDifferences",
                            "big5 where it is not big5-hkscs, bytes << 16 | character", differences, 8);

  const std::map<char32_t, Bytes> encoder = encoder_of(hkscs);
  write_rank_table(file, "kBig5Encode", "The bytes in big5-hkscs of a character of the BMP", two_byte_encoder(encoder));
  std::vector<std::uint16_t> astral, astral_bytes;
  for (const auto& [character, bytes] : encoder)
    if (character > 0xFFFF) {
      astral.push_back(static_cast<std::uint16_t>(character & 0xFFFF));
      astral_bytes.push_back(static_cast<std::uint16_t>(value_of(bytes)));
    }
  file.array<std::uint16_t>("std::uint16_t", "kBig5Astral", "Characters of plane 2 in big5-hkscs, low 16 bits, sorted",
                            astral);
  file.array<std::uint16_t>("std::uint16_t", "kBig5AstralBytes", "Their bytes", astral_bytes);

  std::vector<std::uint32_t> encode_differences;
  for (const auto& [character, bytes] : encoder_of(windows)) {
    if (bytes.size() != 2 || big5_user_defined(byte_at(bytes, 0), byte_at(bytes, 1)) != 0) continue;
    const auto same = encoder.find(character);
    const bool shared = same != encoder.end() && single(windows, same->second) == character;
    if (!shared || same->second != bytes)
      encode_differences.push_back(static_cast<std::uint32_t>(character) << 16 | value_of(bytes));
  }
  file.array<std::uint32_t>("std::uint32_t", "kWindowsEncodeDifferences",
                            "Characters whose bytes in big5 are not those in big5-hkscs, character << 16 | bytes",
                            encode_differences, 8);
  return file.save(folder);
}

std::size_t write_jis(const Models& models, const std::filesystem::path& folder) {
  const Model& shift_jis = models.get("shift_jis");
  const Model& euc_jp = models.get("euc-jp");
  GeneratedFile file("jis.inc", "JIS X 0208 with the extensions of NEC and IBM, and JIS X 0212.");
  std::vector<std::uint16_t> index;
  std::map<char32_t, std::uint16_t> first_pointer;
  for (unsigned lead = 0x81; lead <= 0xFC; lead = lead == 0x9F ? 0xE0 : lead + 1)
    for (unsigned trail = 0x40; trail <= 0xFC; ++trail) {
      if (trail == 0x7F) continue;
      char32_t c = single(shift_jis, pair(lead << 8 | trail));
      const unsigned pointer = static_cast<unsigned>(index.size());
      if (lead >= 0xF0 && lead <= 0xF9) {
        require(c == 0xE000 + (lead - 0xF0) * 188 + pointer % 188, "user-defined characters of shift_jis are in order");
        c = 0;
      }
      if (pointer < 94 * 94) {
        const char32_t e = single(euc_jp, pair((pointer / 94 + 0xA1) << 8 | (pointer % 94 + 0xA1)));
        require(c == e, "shift_jis and euc-jp have the same JIS X 0208");
      }
      index.push_back(static_cast<std::uint16_t>(c));
      if (c != 0) first_pointer.try_emplace(c, static_cast<std::uint16_t>(pointer + 1));
    }
  file.array<std::uint16_t>("std::uint16_t", "kJis0208", "(row - 1) * 94 + cell - 1, rows to 120, 0 for none", index);
  write_rank_table(file, "kJis0208Encode", "1 + the first entry above of a character", first_pointer);

  const std::map<char32_t, Bytes> shift_jis_encoder = encoder_of(shift_jis);
  std::vector<std::uint16_t> nec;
  for (unsigned pointer = 8272; pointer < 8836; ++pointer) {
    const char32_t c = index[pointer];
    const auto bytes = shift_jis_encoder.find(c);
    nec.push_back(bytes == shift_jis_encoder.end() ? std::uint16_t{0}
                                                   : static_cast<std::uint16_t>(value_of(bytes->second)));
  }
  file.array<std::uint16_t>("std::uint16_t", "kNecToIbm",
                            "Bytes in shift_jis of entries 8272 to 8835, the copies of NEC, in the extensions of IBM",
                            nec);

  std::vector<std::uint16_t> supplement;
  for (unsigned row = 0xA1; row <= 0xFE; ++row)
    for (unsigned cell = 0xA1; cell <= 0xFE; ++cell)
      supplement.push_back(
          static_cast<std::uint16_t>(single(euc_jp, Bytes{'\x8F', static_cast<char>(row), static_cast<char>(cell)})));
  file.array<std::uint16_t>("std::uint16_t", "kJis0212", "(row - 1) * 94 + cell - 1, 0 for none", supplement);
  std::map<char32_t, std::uint16_t> supplement_encoder;
  for (const auto& [character, bytes] : encoder_of(euc_jp))
    if (bytes.size() == 3) supplement_encoder[character] = static_cast<std::uint16_t>(value_of(bytes) & 0xFFFF);
  write_rank_table(file, "kJis0212Encode", "The two bytes after 8F of a character", supplement_encoder);
  return file.save(folder);
}

std::size_t write_ks_x_1001(const Models& models, const std::filesystem::path& folder) {
  const Model& euc_kr = models.get("euc-kr");
  GeneratedFile file("ks_x_1001.inc", "KS X 1001: the two-byte set of euc-kr and johab.");
  std::vector<std::uint16_t> index;
  char32_t last_syllable = 0;
  std::vector<std::uint64_t> present(175, 0);
  for (unsigned row = 0xA1; row <= 0xFE; ++row)
    for (unsigned cell = 0xA1; cell <= 0xFE; ++cell) {
      const char32_t c = single(euc_kr, pair(row << 8 | cell));
      index.push_back(static_cast<std::uint16_t>(c));
      if (row < 0xB0 || row > 0xC8) continue;
      require(c > last_syllable && c >= 0xAC00 && c <= 0xD7A3, "syllables of KS X 1001 are in order");
      last_syllable = c;
      present[(c - 0xAC00) / 64] |= std::uint64_t{1} << (c - 0xAC00) % 64;
    }
  file.array<std::uint16_t>("std::uint16_t", "kKsX1001", "(row - 1) * 94 + cell - 1, 0 for none", index);
  std::map<char32_t, std::uint16_t> entries;
  for (const auto& [character, bytes] : encoder_of(euc_kr))
    if (bytes.size() == 2 && (character < 0xAC00 || character > 0xD7A3))
      entries[character] = static_cast<std::uint16_t>(value_of(bytes));
  write_rank_table(file, "kKsX1001Encode", "The two bytes in euc-kr of a character that is no syllable", entries);
  std::vector<std::uint16_t> before;
  std::uint16_t count = 0;
  for (const std::uint64_t word : present) {
    before.push_back(count);
    count = static_cast<std::uint16_t>(count + __builtin_popcountll(word));
  }
  file.array<std::uint64_t>("std::uint64_t", "kSyllablePresent", "A bit for each syllable from U+AC00 in KS X 1001",
                            present, 6);
  file.array<std::uint16_t>("std::uint16_t", "kSyllablesBefore", "Syllables in KS X 1001 before each word above",
                            before);
  return file.save(folder);
}

}  // namespace unbake::gen
