// The verb `list`: prints what unbake knows.
#ifndef UNBAKE_CLI_LIST_HPP_
#define UNBAKE_CLI_LIST_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_list(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_LIST_HPP_
