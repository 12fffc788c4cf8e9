// Text in which nothing can be damage, told without a look at what it says.
#ifndef UNBAKE_API_PLAIN_TEXT_HPP_
#define UNBAKE_API_PLAIN_TEXT_HPP_

#include <string_view>

namespace unbake::api {

/// True only if `text` is ASCII that spells no character and in which no loss can have left a mark, so that there is
/// nothing to find in it. Linear; several bytes a cycle.
[[nodiscard]] bool is_plain(std::string_view text);

}  // namespace unbake::api

#endif  // UNBAKE_API_PLAIN_TEXT_HPP_
