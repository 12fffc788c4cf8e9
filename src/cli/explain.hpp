// The verb `explain`: says what would be repaired, and why.
#ifndef UNBAKE_CLI_EXPLAIN_HPP_
#define UNBAKE_CLI_EXPLAIN_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_explain(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_EXPLAIN_HPP_
