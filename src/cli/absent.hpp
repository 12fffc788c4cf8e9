// Options that people look for and that are not part of this version, with what to do instead.
#ifndef UNBAKE_CLI_ABSENT_HPP_
#define UNBAKE_CLI_ABSENT_HPP_

#include <optional>
#include <string>
#include <string_view>

namespace unbake::cli {

/// What to do instead of giving this option (`--write`, `-w`); nothing if it is not one of these.
std::optional<std::string> absent_option(std::string_view option);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_ABSENT_HPP_
