// The verb `bake`: makes damage.
#ifndef UNBAKE_CLI_BAKE_HPP_
#define UNBAKE_CLI_BAKE_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_bake(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_BAKE_HPP_
