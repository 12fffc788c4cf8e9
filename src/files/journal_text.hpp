// Any bytes as text that JSON can hold.
#ifndef UNBAKE_FILES_JOURNAL_TEXT_HPP_
#define UNBAKE_FILES_JOURNAL_TEXT_HPP_

#include <optional>
#include <string>
#include <string_view>

namespace unbake::files {

/// `bytes` with control characters, percent signs and bytes that are not UTF-8 as `%XX`; valid UTF-8.
std::string percent_encoded(std::string_view bytes);

/// The bytes again; nothing if a percent sign is not followed by two digits.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_JOURNAL_TEXT_HPP_
