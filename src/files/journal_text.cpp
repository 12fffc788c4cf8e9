#include "files/journal_text.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace unbake::files {

std::string percent_encoded(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const base::CodePoint point = base::decode_utf8(bytes, offset);
    if (base::is_raw_byte(point.value) || point.value < 0x20 || point.value == 0x7F || point.value == '%') {
      const auto byte = static_cast<unsigned char>(bytes[offset]);
      text += {'%', kDigits[byte >> 4], kDigits[byte & 0xF]};
    } else {
      text += bytes.substr(offset, point.length);
    }
    offset += point.length;
  }
  return text;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes.push_back(text[i]);
      continue;
    }
    unsigned value = 0;
    const char* begin = text.data() + i + 1;
    if (i + 3 > text.size()) return std::nullopt;
    const auto [end, error] = std::from_chars(begin, begin + 2, value, 16);
    if (error != std::errc() || end != begin + 2) return std::nullopt;
    bytes.push_back(static_cast<char>(value));
    i += 2;
  }
  return bytes;
}

}  // namespace unbake::files
