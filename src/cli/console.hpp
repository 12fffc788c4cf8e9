// Where verbs write: data to standard output, messages to standard error; and what the exit status will be.
#ifndef UNBAKE_CLI_CONSOLE_HPP_
#define UNBAKE_CLI_CONSOLE_HPP_

#include <string>
#include <string_view>

#include "cli/settings.hpp"
#include "io/failure.hpp"
#include "io/output.hpp"

namespace unbake::cli {

enum class ExitStatus : int {
  kDone = 0,   ///< All is done, or clean.
  kFound = 1,  ///< Findings remain.
  kError = 2,  ///< Something that was asked for could not be done.
};

class Console {
 public:
  /// `verb` begins every message.
  Console(std::string_view verb, Color color);

  /// Standard output.
  io::Output& out() { return out_; }

  /// True if the report is colored.
  [[nodiscard]] bool colored() const { return colored_; }

  /// `unbake: VERB: SUBJECT: WHAT. REMEDY`; the exit status will be `kError`. No subject if it is empty.
  void error(std::string_view subject, const io::Failure& failure);

  /// `unbake: VERB: TEXT`, of no consequence.
  void note(std::string_view text);

  /// Ends the output; the exit status, given what the verb found.
  ExitStatus finish(ExitStatus found);

 private:
  std::string prefix_;
  bool colored_;
  bool failed_ = false;
  io::Output out_;
};

/// What messages call an input.
std::string display_name(const std::string& path);

/// Writes a message to standard error.
void print_message(std::string_view text);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_CONSOLE_HPP_
