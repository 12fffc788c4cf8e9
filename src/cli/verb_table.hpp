// Every verb of the program, one row each.
#ifndef UNBAKE_CLI_VERB_TABLE_HPP_
#define UNBAKE_CLI_VERB_TABLE_HPP_

#include <span>
#include <string_view>

#include "cli/console.hpp"
#include "cli/option_table.hpp"
#include "cli/settings.hpp"

namespace unbake::cli {

struct Verb {
  std::string_view name;
  VerbSet bit;
  std::string_view arguments;    ///< As the usage line shows them.
  std::string_view summary;      ///< One line of help.
  std::string_view description;  ///< For the help of the verb.
  std::string_view examples;     ///< Lines of shell.
  /// Does the work. Returns what was found out (`kDone` or `kFound`); errors are told to the console.
  ExitStatus (*run)(const Settings& settings, Console& console);
};

/// In the order of the help.
std::span<const Verb> verb_table();

/// The verb of that name, or null.
const Verb* find_verb(std::string_view name);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_VERB_TABLE_HPP_
