// The names in archives: looked at by `names`, and not changed.
#ifndef UNBAKE_CLI_MEMBER_NAMES_HPP_
#define UNBAKE_CLI_MEMBER_NAMES_HPP_

#include <cstddef>
#include <string>

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

/// What is in an archive.
struct MemberCount {
  std::size_t looked = 0;
  std::size_t damaged = 0;
};

/// Reports the names in the archive at `path` that should be others; those of a folder decide together. What cannot be
/// read is told to the console.
MemberCount report_member_names(const std::string& path, const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_MEMBER_NAMES_HPP_
