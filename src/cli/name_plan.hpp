// Deciding on the names of a folder.
#ifndef UNBAKE_CLI_NAME_PLAN_HPP_
#define UNBAKE_CLI_NAME_PLAN_HPP_

#include <string>
#include <vector>

#include "unbake/unbake.hpp"

namespace unbake::cli {

/// What each of the names of one folder should be, in their order: the name itself if it needs no repair. They are
/// looked at as one text, so that what one proves helps the others; a name with a line feed in it is looked at by
/// itself. What would be no name (it would be too long, or have a slash) is not repaired.
std::vector<std::string> repaired_names(const std::vector<std::string>& names, const Options& options);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_NAME_PLAN_HPP_
