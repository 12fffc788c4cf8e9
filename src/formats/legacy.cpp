#include "formats/legacy.hpp"

#include <algorithm>
#include <cstddef>

#include "base/utf8.hpp"

namespace unbake::formats {

bool is_utf16(std::string_view content) {
  constexpr std::size_t kLooked = 8000;
  if (!content.starts_with("\xFF\xFE") && !content.starts_with("\xFE\xFF")) return false;
  // A NUL of its own is in no text: what begins like this by chance has one soon.
  for (std::size_t at = 2; at + 1 < std::min(content.size(), kLooked); at += 2) {
    if (content[at] == '\0' && content[at + 1] == '\0') return false;
  }
  return true;
}

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
