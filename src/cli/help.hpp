// The help, made from the tables of verbs and options.
#ifndef UNBAKE_CLI_HELP_HPP_
#define UNBAKE_CLI_HELP_HPP_

#include <string>

#include "cli/verb_table.hpp"

namespace unbake::cli {

/// What `unbake --help` prints.
std::string program_help();

/// What `unbake VERB --help` prints.
std::string verb_help(const Verb& verb);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_HELP_HPP_
