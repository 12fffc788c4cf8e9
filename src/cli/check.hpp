// The verb `check`: finds damage and says so by its exit status.
#ifndef UNBAKE_CLI_CHECK_HPP_
#define UNBAKE_CLI_CHECK_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_check(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_CHECK_HPP_
