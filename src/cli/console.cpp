#include "cli/console.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/display.hpp"

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
    : prefix_("unbake: " + std::string(verb) + ": "),
      colored_(wants_color(color)),
      out_(std::make_unique<io::Output>(STDOUT_FILENO)) {}

Console Console::collecting() const {
  Console console;
  console.prefix_ = prefix_;
  console.colored_ = colored_;
  console.collected_ = std::make_unique<Collected>();
  console.out_ = std::make_unique<io::Output>(console.collected_->out);
  return console;
}

void Console::take(const Console& collected) {
  out_->write(collected.collected_->out);
  if (!collected.collected_->messages.empty()) print(collected.collected_->messages);
  failed_ = failed_ || collected.failed_;
  gated_ = gated_ || collected.gated_;
}

bool Console::has_collected() const { return !collected_->out.empty() || !collected_->messages.empty(); }

void Console::error(std::string_view subject, const io::Failure& failure) {
  failed_ = true;
  say(subject, failure);
}

void Console::refuse(std::string_view subject, const io::Failure& failure) {
  gated_ = true;
  say(subject, failure);
}

void Console::say(std::string_view subject, const io::Failure& failure) {
  std::string message = prefix_;
  if (!subject.empty()) message.append(subject).append(": ");
  print(message + failure.text() + "\n");
}

void Console::note(std::string_view text) { print(prefix_ + std::string(text) + "\n"); }

void Console::print(const std::string& message) {
  if (collected_) {
    collected_->messages += message;
  } else {
    print_message(std::string_view(message).substr(0, message.size() - 1));
  }
}

ExitStatus Console::finish(ExitStatus found) {
  if (const auto failure = out_->flush()) {
    // Who closed the pipe knows.
    if (!out_->reader_gone()) error("standard output", *failure);
    failed_ = true;
  }
  return failed_ ? ExitStatus::kError : gated_ ? ExitStatus::kGate : found;
}

std::string display_name(const std::string& path) {
  const bool plain = std::none_of(path.begin(), path.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  return path == kStandardInput ? "standard input" : plain ? path : quoted(path);
}

std::string listed_name(const std::string& path, const Settings& settings) {
  return (path == kStandardInput ? display_name(path) : path) + (settings.null_separated ? '\0' : '\n');
}

void print_message(std::string_view text) {
  io::Output stream(STDERR_FILENO);
  stream.write(std::string(text) + "\n");
  // There is nowhere to report that standard error cannot be written.
  static_cast<void>(stream.flush());
}

}  // namespace unbake::cli
