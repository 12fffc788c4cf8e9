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

// What a byte of an encoding of one byte a character is in UTF-8; no length for a hole.
struct Cell {
  std::uint8_t length = 0;
  char bytes[4] = {};
};
using Page = std::array<Cell, 256>;

Page page_of(EncodingId id) {
  Page page;
  for (unsigned i = 0; i < page.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(i);
    const DecodeStep step = encoding::decode_step(id, {&byte, 1});
    if (step.kind != DecodeStep::Kind::kCharacter) continue;
    std::uint8_t utf8[4];
    page[i].length = static_cast<std::uint8_t>(base::encode_utf8(step.code_points[0], utf8));
    std::memcpy(page[i].bytes, utf8, page[i].length);
  }
  return page;
}

class Converter {
 public:
  Converter(std::string_view bytes, std::size_t base, std::string& text, std::vector<BadBytes>& bad)
      : bytes_(bytes), base_(base), text_(text), bad_(bad) {}

  void single_byte(EncodingId id) {
    const Page page = page_of(id);
    // No page has a character of more than three bytes in UTF-8; four are written at once.
    std::size_t length = text_.size();
    for (std::size_t at = 0; at < bytes_.size();) {
      constexpr std::size_t kBlock = 4096;
      const std::size_t end = std::min(bytes_.size(), at + kBlock);
      text_.resize(length + 3 * (end - at) + 4);
      char* out = text_.data() + length;
      for (; at < end; ++at) {
        const Cell& cell = page[static_cast<unsigned char>(bytes_[at])];
        if (cell.length == 0) {
          const auto written = static_cast<std::size_t>(out - text_.data());
          bad_.push_back({base_ + at, 1, written, kReplacement.size()});
          std::memcpy(out, kReplacement.data(), kReplacement.size());
          out += kReplacement.size();
          continue;
        }
        std::memcpy(out, cell.bytes, sizeof cell.bytes);
        out += cell.length;
      }
      length = static_cast<std::size_t>(out - text_.data());
    }
    text_.resize(length);
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
    const std::span<const std::uint8_t> input(reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size());
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

  void replace(std::size_t at, std::size_t length) {
    bad_.push_back({base_ + at, length, text_.size(), kReplacement.size()});
    text_.append(kReplacement);
  }

  std::string_view bytes_;
  std::size_t base_;
  std::string& text_;
  std::vector<BadBytes>& bad_;
};

}  // namespace

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

void convert(EncodingId id, std::string_view bytes, std::size_t base, std::string& text, std::vector<BadBytes>& bad) {
  Converter converter(bytes, base, text, bad);
  switch (encoding::get(id).family) {
    case Family::kUtf8:
      return converter.utf8();
    case Family::kSingleByte:
      return converter.single_byte(id);
    case Family::kStateful:
      return converter.stateful(id);
    case Family::kUtf16:
    case Family::kUtf32:
      return converter.by_units(id, false);
    case Family::kFont:
      return converter.by_units(id, false);
    default:
      // Behind a character, a byte below 80 is ASCII in all of these.
      return converter.by_units(id, true);
  }
}

}  // namespace unbake::decoding
