// Showing a command as one would type it.
#ifndef UNBAKE_CLI_SHELL_WORDS_HPP_
#define UNBAKE_CLI_SHELL_WORDS_HPP_

#include <string>
#include <vector>

namespace unbake::cli {

/// A word for a POSIX shell, quoted if it needs to be; control characters, and bytes that are not UTF-8, as `$'\x01'`.
std::string shell_word(const std::string& word);

/// Words joined by spaces.
std::string shell_command(const std::vector<std::string>& words);

/// The command that makes the changes which a dry run by `words`, a command line from its verb on, has shown.
std::string writing_command(const std::vector<std::string>& words);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SHELL_WORDS_HPP_
