// Telling a content that is no UTF-8 at all from one with a few stray bytes.
#ifndef UNBAKE_FORMATS_LEGACY_HPP_
#define UNBAKE_FORMATS_LEGACY_HPP_

#include <string_view>

namespace unbake::formats {

/// True if `content` is text in an encoding other than UTF-8 throughout: of what is beyond ASCII in it, at least four
/// in five are bytes that are not UTF-8, and none is NUL. Linear; quick if all of it is UTF-8.
bool is_legacy(std::string_view content);

/// True if `content` begins with the byte order mark of UTF-16.
bool is_utf16(std::string_view content);

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_LEGACY_HPP_
