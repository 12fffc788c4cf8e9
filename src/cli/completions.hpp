// The verb `completions`: scripts that let shells complete verbs, options and their values.
#ifndef UNBAKE_CLI_COMPLETIONS_HPP_
#define UNBAKE_CLI_COMPLETIONS_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_completions(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_COMPLETIONS_HPP_
