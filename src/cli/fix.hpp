// The verb `fix`: repairs text.
#ifndef UNBAKE_CLI_FIX_HPP_
#define UNBAKE_CLI_FIX_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_fix(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_FIX_HPP_
