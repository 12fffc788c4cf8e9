// The verb `names`: repairs the names of files.
#ifndef UNBAKE_CLI_NAMES_HPP_
#define UNBAKE_CLI_NAMES_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_names(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_NAMES_HPP_
