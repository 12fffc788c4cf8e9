// From the words of the command line to settings.
#ifndef UNBAKE_CLI_COMMAND_LINE_HPP_
#define UNBAKE_CLI_COMMAND_LINE_HPP_

#include <string>
#include <variant>
#include <vector>

#include "cli/settings.hpp"
#include "cli/verb_table.hpp"
#include "io/failure.hpp"

namespace unbake::cli {

/// The settings that `words`, which follow the name of the verb, ask for.
std::variant<Settings, io::Failure> parse_command_line(const Verb& verb, std::vector<std::string> words);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_COMMAND_LINE_HPP_
