// The files that a command is about.
#ifndef UNBAKE_CLI_FILE_SELECTION_HPP_
#define UNBAKE_CLI_FILE_SELECTION_HPP_

#include <vector>

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "files/walk.hpp"

namespace unbake::cli {

/// How the settings want folders walked.
files::WalkOptions walk_options(const Settings& settings);

/// Reads the list of --files-from into the settings. False, with a message, if it cannot be read.
bool read_file_list(Settings& settings, Console& console);

/// The paths that were named: standard input if there is none.
std::vector<std::string> named_paths(const Settings& settings);

/// All files that are named, or lie in folders that are, in order. What goes wrong is told to the console.
std::vector<files::FoundFile> select_files(const Settings& settings, Console& console);

/// True if the command is about one file, or standard input, that is named: whose text goes to standard output.
bool is_single_file(const Settings& settings);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_FILE_SELECTION_HPP_
