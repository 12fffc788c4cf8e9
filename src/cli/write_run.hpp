// `fix --write`: many files, repaired in place.
#ifndef UNBAKE_CLI_WRITE_RUN_HPP_
#define UNBAKE_CLI_WRITE_RUN_HPP_

#include <memory>

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "files/journal.hpp"

namespace unbake::cli {

/// Repairs the files that the settings select. Goes on with `journal` if it is not null, else begins one with the first
/// repair. On a signal the files in hand are finished or taken back, and the program ends as the signal says.
ExitStatus write_files(const Settings& settings, Console& console, std::unique_ptr<files::Journal> journal = nullptr);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_WRITE_RUN_HPP_
