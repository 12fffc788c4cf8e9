// The verb `decode`: reads bytes of unknown encoding.
#ifndef UNBAKE_CLI_DECODE_HPP_
#define UNBAKE_CLI_DECODE_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

ExitStatus run_decode(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_DECODE_HPP_
