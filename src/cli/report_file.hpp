// The file of --report.
#ifndef UNBAKE_CLI_REPORT_FILE_HPP_
#define UNBAKE_CLI_REPORT_FILE_HPP_

#include <string>

#include "cli/console.hpp"
#include "report/found.hpp"

namespace unbake::cli {

/// Writes a page about the repairs of a run to `path`; what goes wrong is told to the console.
void write_report(const std::string& path, const report::Log& log, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_REPORT_FILE_HPP_
