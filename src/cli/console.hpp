// Where verbs write: data to standard output, messages to standard error; and what the exit status will be.
#ifndef UNBAKE_CLI_CONSOLE_HPP_
#define UNBAKE_CLI_CONSOLE_HPP_

#include <memory>
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
  kGate = 3,   ///< A file was left as it is, since changing it would not have been safe.
};

class Console {
 public:
  /// `verb` begins every message.
  Console(std::string_view verb, Color color);

  /// One that keeps all it is told, until `take`: for work that is done at the same time as other work.
  [[nodiscard]] Console collecting() const;

  /// Passes on what was collected.
  void take(const Console& collected);

  /// Standard output.
  io::Output& out() { return *out_; }

  /// True if the report is colored.
  [[nodiscard]] bool colored() const { return colored_; }

  /// `unbake: VERB: SUBJECT: WHAT. REMEDY`; the exit status will be `kError`. No subject if it is empty.
  void error(std::string_view subject, const io::Failure& failure);

  /// The same of a file that was left as it is for safety; the exit status will be `kGate`, if not `kError`.
  void refuse(std::string_view subject, const io::Failure& failure);

  /// `unbake: VERB: TEXT`, of no consequence.
  void note(std::string_view text);

  /// True if `error` was called.
  [[nodiscard]] bool failed() const { return failed_; }

  /// Writes what is waiting for standard output.
  void flush() { static_cast<void>(out_->flush()); }  // failures are kept until the end

  /// True if something was collected that `take` would show.
  [[nodiscard]] bool has_collected() const;

  /// Ends the output; the exit status, given what the verb found.
  ExitStatus finish(ExitStatus found);

 private:
  struct Collected {
    std::string out;
    std::string messages;
  };
  Console() = default;
  void say(std::string_view subject, const io::Failure& failure);
  void print(const std::string& message);

  std::string prefix_;
  bool colored_ = false;
  bool failed_ = false;
  bool gated_ = false;
  std::unique_ptr<Collected> collected_;  ///< Null if nothing is to be kept.
  std::unique_ptr<io::Output> out_;
};

/// What messages call an input: a name with control characters in it is quoted.
std::string display_name(const std::string& path);

/// The name of an input as --list prints it: byte for byte, with a line feed, or a NUL if the settings say so.
std::string listed_name(const std::string& path, const Settings& settings);

/// Writes a message to standard error.
void print_message(std::string_view text);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_CONSOLE_HPP_
