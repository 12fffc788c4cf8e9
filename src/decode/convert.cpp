#include "decode/convert.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include "base/utf8.hpp"

namespace unbake::decoding {
namespace {

using encoding::DecodeStep;
using encoding::EncodingId;
using encoding::Family;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The character of a byte or a pair in UTF-8. None has more than three bytes there; four are copied at once.
struct Cell {
  char utf8[3] = {};
  std::uint8_t length = 0;  // of UTF-8; none for a hole, and for what was not looked up yet
};
static_assert(sizeof(Cell) == 4);
using Page = std::array<Cell, 256>;

// Nothing if the bytes do not begin with one character that has a place in a cell.
Cell cell_of(EncodingId id, std::span<const std::uint8_t> bytes) {
  Cell cell;
  const DecodeStep step = encoding::decode_step(id, bytes);
  if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1 || step.length > 2) return cell;
  std::uint8_t utf8[4] = {};
  const std::size_t length = base::encode_utf8(step.code_points[0], utf8);
  if (length > sizeof cell.utf8) return cell;
  std::memcpy(cell.utf8, utf8, sizeof cell.utf8);
  cell.length = static_cast<std::uint8_t>(length);
  return cell;
}

Page page_of(EncodingId id) {
  Page page;
  for (unsigned i = 0; i < page.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(i);
    page[i] = cell_of(id, {&byte, 1});
  }
  return page;
}

// Viscii and TCVN3 have letters among the controls.
bool has_ascii(const Page& page) {
  for (unsigned i = 0; i < 0x80; ++i) {
    if (page[i].length != 1 || static_cast<unsigned char>(page[i].utf8[0]) != i) return false;
  }
  return true;
}

constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::uint64_t kHighBits = 0x8080808080808080;

bool is_ascii_word(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, kWord);
  return (word & kHighBits) == 0;
}

std::size_t count_beyond_ascii(std::string_view bytes) {
  std::size_t count = 0;
  for (const char c : bytes) count += static_cast<unsigned char>(c) >> 7U;
  return count;
}

class Converter {
 public:
  Converter(std::string_view bytes, std::size_t base, std::string& text, std::vector<BadBytes>& bad)
      : bytes_(bytes), base_(base), text_(text), bad_(bad) {}

  void single_byte(EncodingId id) {
    const Page page = page_of(id);
    const bool copies_ascii = has_ascii(page);
    text_.reserve(text_.size() + bytes_.size() + count_beyond_ascii(bytes_));
    const char* const bytes = bytes_.data();
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end = std::min(bytes_.size(), at + kBlock);
      char* out = buffer_.data();
      while (at < end) {
        if (copies_ascii && at + kWord <= end && is_ascii_word(bytes + at)) {
          out = copy(out, bytes + at, kWord);
          at += kWord;
          continue;
        }
        const std::size_t stop = std::min(end, at + kWord);
        for (; at < stop; ++at) out = put(out, page[static_cast<unsigned char>(bytes[at])], at);
      }
      flush(out);
    }
  }

  // Encodings whose characters are single bytes, pairs, or something rare: each pair is looked up once.
  void by_pairs(EncodingId id) {
    const Page singles = page_of(id);
    std::vector<Cell> pairs(0x8000);
    text_.reserve(text_.size() + bytes_.size() + count_beyond_ascii(bytes_) / 2);
    const std::span<const std::uint8_t> input = units_of_bytes();
    const char* const bytes = bytes_.data();
    for (std::size_t at = 0; at < input.size();) {
      const std::size_t end = std::min(input.size() - 1, at + kBlock);
      char* out = buffer_.data();
      while (at < end) {
        if (at + kWord <= end && is_ascii_word(bytes + at)) {
          out = copy(out, bytes + at, kWord);
          at += kWord;
          continue;
        }
        // Two branches, both foretold: where the next unit begins need not wait for a table.
        if (const Cell& single = singles[input[at]]; single.length != 0) {
          std::memcpy(out, &single, sizeof single);
          out += single.length;
          at += 1;
          continue;
        }
        Cell& pair = pairs[(input[at] - 0x80U) << 8U | input[at + 1]];
        if (pair.length == 0) {
          pair = cell_of(id, input.subspan(at));
          if (pair.length == 0) break;
        }
        std::memcpy(out, &pair, sizeof pair);
        out += pair.length;
        at += 2;
      }
      flush(out);
      if (at < end || at + 1 == input.size()) at = unit(id, input, at);
    }
  }

  // What is not one unit of two bytes is rare.
  void utf16(EncodingId id) {
    const std::span<const std::uint8_t> input = units_of_bytes();
    const std::size_t low = id == EncodingId::kUtf16le ? 0 : 1;
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end = std::min(bytes_.size() - 1, at + kBlock);
      char* out = buffer_.data();
      while (at < end) {
        const char32_t c = input[at + low] | static_cast<char32_t>(input[at + 1 - low]) << 8U;
        if (c - 0xD800 < 0x800) break;
        at += 2;
        if (c < 0x80) {
          *out++ = static_cast<char>(c);
        } else if (c < 0x800) {
          *out++ = static_cast<char>(0xC0U | c >> 6U);
          *out++ = static_cast<char>(0x80U | (c & 0x3FU));
        } else {
          *out++ = static_cast<char>(0xE0U | c >> 12U);
          *out++ = static_cast<char>(0x80U | (c >> 6U & 0x3FU));
          *out++ = static_cast<char>(0x80U | (c & 0x3FU));
        }
      }
      flush(out);
      if (at < end || at + 1 == bytes_.size()) at = unit(id, input, at);
    }
  }

  void utf8() {
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t sound = base::find_invalid_utf8(bytes_.substr(at));
      text_.append(bytes_.substr(at, sound));
      at += sound;
      if (at == bytes_.size()) break;
      const std::span<const std::uint8_t> rest(reinterpret_cast<const std::uint8_t*>(bytes_.data()) + at,
                                               bytes_.size() - at);
      replace(at, encoding::decode_step(EncodingId::kUtf8, rest).error_length);
      at = bad_.back().offset + bad_.back().length - base_;
    }
  }

  void by_units(EncodingId id, bool has_ascii) {
    const std::span<const std::uint8_t> input = units_of_bytes();
    std::size_t at = 0;
    while (at < bytes_.size()) {
      if (has_ascii && input[at] < 0x80) {
        const std::size_t end = skip_ascii(bytes_, at);
        text_.append(bytes_.substr(at, end - at));
        at = end;
      } else {
        at = units(id, input, at, has_ascii);
      }
    }
  }

  void stateful(EncodingId id) {
    const encoding::Encoded read = encoding::decode(id, bytes_);
    text_.append(read.bytes);
    if (read.error_offset) replace(*read.error_offset, bytes_.size() - *read.error_offset);
  }

 private:
  // Units up to ASCII, to one that is bad, or as many as fit into a buffer; where they end.
  std::size_t units(EncodingId id, std::span<const std::uint8_t> input, std::size_t at, bool has_ascii) {
    // A unit is two characters at most, each of up to four bytes in UTF-8.
    std::array<std::uint8_t, 1024> buffer;
    std::size_t filled = 0;
    while (at < input.size() && filled + 8 <= buffer.size() && !(has_ascii && input[at] < 0x80)) {
      const DecodeStep step = encoding::decode_step(id, input.subspan(at));
      if (step.kind != DecodeStep::Kind::kCharacter) {
        text_.append(reinterpret_cast<const char*>(buffer.data()), filled);
        replace(at, step.error_length);
        return at + step.error_length;
      }
      for (std::size_t i = 0; i < step.count; ++i) {
        filled += base::encode_utf8(step.code_points[i], buffer.data() + filled);
      }
      at += step.length;
    }
    text_.append(reinterpret_cast<const char*>(buffer.data()), filled);
    return at;
  }

  // One unit, whatever it is; where it ends.
  std::size_t unit(EncodingId id, std::span<const std::uint8_t> input, std::size_t at) {
    const DecodeStep step = encoding::decode_step(id, input.subspan(at));
    if (step.kind != DecodeStep::Kind::kCharacter) {
      replace(at, step.error_length);
      return at + step.error_length;
    }
    for (std::size_t i = 0; i < step.count; ++i) base::append_utf8(text_, step.code_points[i]);
    return at + step.length;
  }

  std::span<const std::uint8_t> units_of_bytes() const {
    return {reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size()};
  }

  static char* copy(char* out, const char* from, std::size_t length) {
    std::memcpy(out, from, length);
    return out + length;
  }

  char* put(char* out, const Cell& cell, std::size_t at) {
    if (cell.length == 0) {
      const std::size_t written = text_.size() + static_cast<std::size_t>(out - buffer_.data());
      bad_.push_back({base_ + at, 1, written, kReplacement.size()});
      return copy(out, kReplacement.data(), kReplacement.size());
    }
    std::memcpy(out, &cell, sizeof cell);
    return out + cell.length;
  }

  void flush(const char* end) { text_.append(buffer_.data(), static_cast<std::size_t>(end - buffer_.data())); }

  void replace(std::size_t at, std::size_t length) {
    bad_.push_back({base_ + at, length, text_.size(), kReplacement.size()});
    text_.append(kReplacement);
  }

  // Bytes that are converted at a time; a byte becomes three at most.
  static constexpr std::size_t kBlock = 4096;

  std::array<char, 3 * kBlock + 16> buffer_;
  std::string_view bytes_;
  std::size_t base_;
  std::string& text_;
  std::vector<BadBytes>& bad_;
};

}  // namespace

std::size_t skip_ascii(std::string_view bytes, std::size_t at) { return base::find_non_ascii(bytes, at); }

void convert(EncodingId id, std::string_view bytes, std::size_t base, std::string& text, std::vector<BadBytes>& bad) {
  // The table of pairs is worth its making for a long text only.
  constexpr std::size_t kLong = 65536;
  Converter converter(bytes, base, text, bad);
  switch (encoding::get(id).family) {
    case Family::kUtf8:
      return converter.utf8();
    case Family::kSingleByte:
      return converter.single_byte(id);
    case Family::kStateful:
      return converter.stateful(id);
    case Family::kUtf16:
      return converter.utf16(id);
    case Family::kUtf32:
    case Family::kFont:
      return converter.by_units(id, false);
    case Family::kCesu8:
      return converter.by_units(id, true);
    default:
      // Behind a character, a byte below 80 is ASCII in all of these.
      if (bytes.size() < kLong) return converter.by_units(id, true);
      return converter.by_pairs(id);
  }
}

}  // namespace unbake::decoding
