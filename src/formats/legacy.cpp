#include "formats/legacy.hpp"

#include <cstddef>

#include "base/utf8.hpp"

namespace unbake::formats {

bool is_utf16(std::string_view content) { return content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF"); }

bool is_legacy(std::string_view content) {
  std::size_t raw = 0;
  std::size_t characters = 0;
  // With NULs it is no text.
  if (base::find_invalid_utf8(content) == content.size() || content.find('\0') != std::string_view::npos) return false;
  for (std::size_t at = 0; at < content.size();) {
    if (static_cast<unsigned char>(content[at]) < 0x80) {
      ++at;
      continue;
    }
    const base::CodePoint character = base::decode_utf8(content, at);
    ++(base::is_raw_byte(character.value) ? raw : characters);
    at += character.length;
  }
  return raw >= 4 * characters;
}

}  // namespace unbake::formats
