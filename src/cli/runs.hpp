// The verbs `runs`, `undo` and `resume`: what was changed in place, and the ways back and on.
#ifndef UNBAKE_CLI_RUNS_HPP_
#define UNBAKE_CLI_RUNS_HPP_

#include <cstddef>
#include <vector>

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "files/journal.hpp"

namespace unbake::cli {

ExitStatus run_runs(const Settings& settings, Console& console);
ExitStatus run_undo(const Settings& settings, Console& console);
ExitStatus run_resume(const Settings& settings, Console& console);

/// Makes renames whose intents are in the journal, ends the run, and says what was done, of `looked` names, unless
/// `quiet`. On a signal the program ends as that says.
void rename_files(files::Journal& journal, const std::vector<files::RenameIntent>& intents, std::size_t looked,
                  bool quiet, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_RUNS_HPP_
