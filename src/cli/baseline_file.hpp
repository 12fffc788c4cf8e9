// The files of --baseline and --write-baseline.
#ifndef UNBAKE_CLI_BASELINE_FILE_HPP_
#define UNBAKE_CLI_BASELINE_FILE_HPP_

#include <optional>
#include <span>
#include <string>

#include "cli/console.hpp"
#include "report/baseline.hpp"

namespace unbake::cli {

/// The known findings; nothing, told to the console, if they cannot be read.
std::optional<report::Baseline> read_baseline(const std::string& path, Console& console);

/// Writes all findings to `path`; what goes wrong is told to the console.
void write_baseline(const std::string& path, std::span<const report::Found> all, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_BASELINE_FILE_HPP_
