// Showing text to people: on a terminal, in one line.
#ifndef UNBAKE_CLI_DISPLAY_HPP_
#define UNBAKE_CLI_DISPLAY_HPP_

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace unbake::cli {

/// `text` in quotation marks, with control characters and bytes that are not UTF-8 as escapes; after `most` characters
/// it is cut short and ends in `...`.
std::string quoted(std::string_view text, std::size_t most = std::numeric_limits<std::size_t>::max());

/// A number with so many digits after the point.
std::string decimal(double value, int digits);

/// `1 repair`, `2 repairs`.
std::string counted(std::size_t count, std::string_view singular);

enum class Style { kBold, kOld, kNew, kPlace };

/// `text` in the colors of a style, if `colored`.
std::string styled(std::string_view text, Style style, bool colored);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_DISPLAY_HPP_
