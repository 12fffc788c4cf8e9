// "Did you mean ...?"
#ifndef UNBAKE_CLI_SUGGESTION_HPP_
#define UNBAKE_CLI_SUGGESTION_HPP_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbake::cli {

/// The name that someone who wrote `wrong` is likeliest to have meant; nothing if none is near.
std::optional<std::string> nearest(std::string_view wrong, const std::vector<std::string>& names);

/// `Did you mean 'NAME'? `, with a space at its end, or nothing.
std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SUGGESTION_HPP_
