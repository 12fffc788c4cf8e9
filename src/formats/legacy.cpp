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

void LegacyCount::add(std::string_view bytes) {
  has_nul_ = has_nul_ || bytes.find('\0') != std::string_view::npos;
  if (base::find_invalid_utf8(bytes) == bytes.size()) {
    characters_ += static_cast<std::uint64_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    return;
  }
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const base::CodePoint character = base::decode_utf8(bytes, at);
    ++(base::is_raw_byte(character.value) ? raw_ : characters_);
    at += character.length;
  }
}

void LegacyCount::add(const LegacyCount& other) {
  raw_ += other.raw_;
  characters_ += other.characters_;
  has_nul_ = has_nul_ || other.has_nul_;
}

// With NULs it is no text.
bool LegacyCount::is_legacy() const { return raw_ > 0 && !has_nul_ && raw_ >= 4 * characters_; }

bool is_legacy(std::string_view content) {
  if (base::find_invalid_utf8(content) == content.size()) return false;
  LegacyCount count;
  count.add(content);
  return count.is_legacy();
}

}  // namespace unbake::formats
