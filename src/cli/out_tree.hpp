// `fix --out-dir`: many files, repaired into another directory.
#ifndef UNBAKE_CLI_OUT_TREE_HPP_
#define UNBAKE_CLI_OUT_TREE_HPP_

#include "cli/console.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

/// Writes what the settings select, repaired, to where `out_folder` of the settings has the same names. On a signal the
/// files in hand are given up, and the program ends as the signal says.
ExitStatus write_out_tree(const Settings& settings, Console& console);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_OUT_TREE_HPP_
