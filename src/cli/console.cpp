#include "cli/console.hpp"

#include <unistd.h>

#include <cstdlib>

namespace unbake::cli {
namespace {

bool wants_color(Color color) {
  if (color != Color::kAuto) return color == Color::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0') && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

}  // namespace

Console::Console(std::string_view verb, Color color)
    : prefix_("unbake: " + std::string(verb) + ": "), colored_(wants_color(color)), out_(STDOUT_FILENO) {}

void Console::error(std::string_view subject, const io::Failure& failure) {
  failed_ = true;
  std::string message = prefix_;
  if (!subject.empty()) message.append(subject).append(": ");
  print_message(message + failure.text());
}

void Console::note(std::string_view text) { print_message(prefix_ + std::string(text)); }

ExitStatus Console::finish(ExitStatus found) {
  if (const auto failure = out_.flush()) {
    // Who closed the pipe knows.
    if (!out_.reader_gone()) error("standard output", *failure);
    failed_ = true;
  }
  return failed_ ? ExitStatus::kError : found;
}

std::string display_name(const std::string& path) { return path == kStandardInput ? "standard input" : path; }

void print_message(std::string_view text) {
  io::Output stream(STDERR_FILENO);
  stream.write(std::string(text) + "\n");
  // There is nowhere to report that standard error cannot be written.
  static_cast<void>(stream.flush());
}

}  // namespace unbake::cli
