// The verb `man`: the manual page.
#ifndef UNBAKE_CLI_MAN_HPP_
#define UNBAKE_CLI_MAN_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_man(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_MAN_HPP_
