// The inverse of all readers: what the encoders of multi-byte families do not give, and the masks
// of first bytes.
#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "base/utf8.hpp"
#include "encoding_tables.hpp"
#include "generated_file.hpp"

namespace unbake::gen {
namespace {

using ReaderSet = std::uint64_t;

ReaderSet bit_of(const Model& model) { return ReaderSet{1} << model.reader_bit; }

// character -> bytes -> readers
using Index = std::map<char32_t, std::map<Bytes, ReaderSet>>;

// Everything that any reader shows, whatever the bytes. Four-byte units of gb18030 only where
// `four_byte` says so.
Index all_readings(const Models& models) {
  Index index;
  for (const Model& model : models.all) {
    if (model.reader_bit < 0) continue;
    for (const auto& [bytes, characters] : model.decode)
      if (characters.size() == 1 && characters[0] >= 0x80) index[characters[0]][bytes] |= bit_of(model);
    for (const auto& [bytes, character] : model.also) index[character][bytes] |= bit_of(model);
    if (model.name != "gb18030") continue;
    for (const auto& [pointer, character] : models.four_byte) {
      const Bytes bytes = {static_cast<char>(0x81 + pointer / 12600), static_cast<char>(0x30 + pointer / 1260 % 10),
                           static_cast<char>(0x81 + pointer / 10 % 126), static_cast<char>(0x30 + pointer % 10)};
      index[character][bytes] |= bit_of(model);
    }
  }
  return index;
}

// Takes out what reader_bytes gets from the encoders of multi-byte families.
void remove_encoders(const Models& models, Index& index) {
  for (const Model& model : models.all) {
    if (model.reader_bit < 0 || model.family == "single-byte") continue;
    const std::map<char32_t, Bytes> encoder = encoder_of(model);
    for (auto& [character, readings] : index) {
      const auto unit = encoder.find(character);
      for (auto& [bytes, readers] : readings) {
        const bool encoded =
            unit != encoder.end() ? unit->second == bytes : model.name == "gb18030" && bytes.size() == 4;
        if (encoded) readers &= ~bit_of(model);
      }
    }
  }
  for (auto& [character, readings] : index) std::erase_if(readings, [](const auto& r) { return r.second == 0; });
}

// Single-byte encodings that are no readers need the index too: their encoders look characters up
// in it.
void add_other_single_bytes(const Models& models, Index& index) {
  for (const Model& model : models.all)
    if (model.reader_bit < 0 && model.family == "single-byte")
      for (const auto& [bytes, characters] : model.decode)
        if (characters[0] >= 0x80) index[characters[0]].try_emplace(bytes, 0);
}

}  // namespace

std::size_t write_reader_index(const Models& models, const std::filesystem::path& folder) {
  Index index = all_readings(models);
  remove_encoders(models, index);
  add_other_single_bytes(models, index);

  std::map<ReaderSet, std::uint16_t> set_numbers;
  std::vector<ReaderSet> sets;
  std::map<char32_t, std::uint16_t> first_group;
  GeneratedFile file("reader_index.inc", "Which bytes a character is shown for, in which readers.");
  std::ostringstream groups;
  std::size_t count = 0;
  std::size_t longest = 0;
  for (const auto& [character, readings] : index) {
    if (readings.empty()) continue;
    if (character > 0xFFFF) throw std::runtime_error("the reader index is for the BMP");
    first_group[character] = static_cast<std::uint16_t>(count);
    longest = std::max(longest, readings.size());
    std::size_t left = readings.size();
    for (const auto& [bytes, readers] : readings) {
      const auto [number, inserted] = set_numbers.try_emplace(readers, static_cast<std::uint16_t>(sets.size()));
      if (inserted) sets.push_back(readers);
      groups << (count % 6 == 0 ? "\n  " : " ") << "{" << number->second << ", " << bytes.size() << ", "
             << (--left == 0 ? "true" : "false") << ", {" << std::hex << std::uppercase;
      for (std::size_t i = 0; i < bytes.size(); ++i)
        groups << (i == 0 ? "0x" : ", 0x") << static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
      groups << std::dec << "}},";
      ++count;
    }
  }
  if (count > 0xFFFE) throw std::runtime_error("too many groups for 16 bits");
  file.text() << "\n// Readers of more than one byte a character.\n";
  for (const Model& model : models.all)
    if (model.reader_bit >= 0 && model.family != "single-byte")
      file.text() << "constexpr ReaderSet " << model.enumerator << "Reader = 0x" << std::hex << std::uppercase
                  << bit_of(model) << std::dec << ";\n";
  file.array<ReaderSet>("ReaderSet", "kSets", "Sets of readers", sets, 6);
  file.text() << "\n// Groups of each character, by bytes; at most " << longest << " a character: " << count
              << " entries.\nconstexpr Group kGroups[" << count << "] = {" << groups.str() << "\n};\n";
  file.count(count * 8);
  write_rank_table(file, "kFirstGroup", "The first group of a character", first_group);
  return file.save(folder);
}

namespace {

// Pages of 64 entries, equal ones once: `values[pages[c >> 6] * 64 + (c & 63)]`.
template <typename Number>
void write_pages(GeneratedFile& file, const std::string& type, const std::string& name,
                 const std::vector<Number>& entries) {
  std::vector<std::uint16_t> pages;
  std::vector<Number> values;
  std::map<std::array<Number, 64>, std::uint16_t> known;
  for (std::size_t i = 0; i < entries.size(); i += 64) {
    std::array<Number, 64> page;
    std::copy_n(entries.begin() + static_cast<std::ptrdiff_t>(i), page.size(), page.begin());
    const auto [where, inserted] = known.try_emplace(page, static_cast<std::uint16_t>(values.size() / 64));
    if (inserted) values.insert(values.end(), page.begin(), page.end());
    pages.push_back(where->second);
  }
  file.array<std::uint16_t>("std::uint16_t", name + "Pages", "Page of each 64 characters", pages);
  file.array<Number>(type, name + "Entries", "The entry of both arrays of sets", values);
}

// Whether the first one or two bytes begin a character of UTF-8.
bool begins_utf8(const std::string& bytes) {
  const std::array<std::uint8_t, 2> first = {static_cast<std::uint8_t>(bytes[0]),
                                             static_cast<std::uint8_t>(bytes.size() > 1 ? bytes[1] : 0)};
  if (first[0] < 0xC2 || first[0] > 0xF4) return false;
  return base::classify_utf8(first.data(), std::min<std::size_t>(bytes.size(), 2)) != base::Utf8Prefix::kInvalid;
}

}  // namespace

std::size_t write_reader_masks(const Models& models, const std::filesystem::path& folder) {
  // Characters from U+3000 on first: they have so few different masks that a byte holds their
  // number.
  constexpr char32_t kFirstHigh = 0x3000;
  const Index index = all_readings(models);
  std::map<std::pair<ReaderSet, ReaderSet>, std::uint16_t> numbers = {{{0, 0}, 0}};
  std::vector<ReaderSet> leads = {0}, continuations = {0};
  const auto number_of = [&](char32_t character) {
    std::pair<ReaderSet, ReaderSet> masks = {0, 0};
    if (const auto readings = index.find(character); readings != index.end())
      for (const auto& [bytes, readers] : readings->second) {
        const unsigned first = static_cast<unsigned char>(bytes[0]);
        if (begins_utf8(bytes)) masks.first |= readers;
        if (bytes.size() == 1 && first >= 0x80 && first <= 0xBF) masks.second |= readers;
      }
    const auto [number, inserted] = numbers.try_emplace(masks, static_cast<std::uint16_t>(leads.size()));
    if (inserted) {
      leads.push_back(masks.first);
      continuations.push_back(masks.second);
    }
    return number->second;
  };
  std::vector<std::uint8_t> high;
  for (char32_t c = kFirstHigh; c <= 0xFFFF; ++c) {
    const std::uint16_t number = number_of(c);
    if (number > 0xFF) throw std::runtime_error("the masks of characters from U+3000 on do not fit a byte");
    high.push_back(static_cast<std::uint8_t>(number));
  }
  std::vector<std::uint16_t> low;
  for (char32_t c = 0; c < kFirstHigh; ++c) low.push_back(number_of(c));
  GeneratedFile file("reader_masks.inc", "Readers in which the bytes of a character lead or continue in UTF-8.");
  file.array<ReaderSet>("ReaderSet", "kLeadSets", "Readers with bytes that begin a character of UTF-8", leads, 6);
  file.array<ReaderSet>("ReaderSet", "kContinuationSets", "Readers with one byte 80 to BF", continuations, 6);
  file.text() << "\nconstexpr char32_t kFirstHigh = 0x3000;\n";
  write_pages(file, "std::uint16_t", "kLowMask", low);
  write_pages(file, "std::uint8_t", "kHighMask", high);
  return file.save(folder);
}

}  // namespace unbake::gen
