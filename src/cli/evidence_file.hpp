// The files of --evidence and --evidence-out.
#ifndef UNBAKE_CLI_EVIDENCE_FILE_HPP_
#define UNBAKE_CLI_EVIDENCE_FILE_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

/// Reads the file of --evidence into the options, if there is one. A file that is not there yet is no error if it is
/// the one to be written. False, with a message, if it cannot be read or is no evidence.
bool read_evidence(Settings& settings, Console& console);

/// Writes to the file of --evidence-out, if there is one, what was read and `collected`, what the documents of this run
/// say. What goes wrong is told to the console.
void write_evidence(const Settings& settings, const Evidence& collected, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_EVIDENCE_FILE_HPP_
