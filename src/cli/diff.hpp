// Unified diffs, from replacements that are known.
#ifndef UNBAKE_CLI_DIFF_HPP_
#define UNBAKE_CLI_DIFF_HPP_

#include <string>
#include <string_view>
#include <vector>

#include "io/replacement.hpp"

namespace unbake::cli {

/// The diff between `text` and `text` with the replacements (sorted, disjoint) made, both called `name`. Empty if there
/// are none. `patch -p0` applies it.
std::string unified_diff(std::string_view name, std::string_view text, const std::vector<io::Replacement>& replacements,
                         bool colored);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_DIFF_HPP_
