// Telling a content that is no UTF-8 at all from one with a few stray bytes.
#ifndef UNBAKE_FORMATS_LEGACY_HPP_
#define UNBAKE_FORMATS_LEGACY_HPP_

#include <cstdint>
#include <string_view>

namespace unbake::formats {

/// Counts what tells a content that is no UTF-8 from one that is.
class LegacyCount {
 public:
  /// Bytes that are the whole content, or more of it; they do not end inside a character. Linear; quick if all of it
  /// is UTF-8.
  void add(std::string_view bytes);
  void add(const LegacyCount& other);
  /// As `is_legacy` says of all that was added.
  [[nodiscard]] bool is_legacy() const;

 private:
  std::uint64_t raw_ = 0;
  std::uint64_t characters_ = 0;
  bool has_nul_ = false;
};

/// True if `content` is text in an encoding other than UTF-8 throughout: of what is beyond ASCII in it, at least four
/// in five are bytes that are not UTF-8, and none is NUL. Linear; quick if all of it is UTF-8.
bool is_legacy(std::string_view content);

/// True if `content` begins with the byte order mark of UTF-16.
bool is_utf16(std::string_view content);

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_LEGACY_HPP_
