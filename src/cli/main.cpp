// The program unbake.
#include <sys/stat.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/evidence_file.hpp"
#include "cli/file_selection.hpp"
#include "cli/help.hpp"
#include "cli/report_file.hpp"
#include "cli/suggestion.hpp"
#include "cli/verb_table.hpp"

namespace unbake::cli {
namespace {

int print(const std::string& text) {
  Console console("help", Color::kNever);
  console.out().write(text);
  return static_cast<int>(console.finish(ExitStatus::kDone));
}

int usage_error(const std::string& message) {
  print_message("unbake: " + message);
  return static_cast<int>(ExitStatus::kError);
}

int unknown_verb(const std::string& word) {
  struct stat about {};
  if (::stat(word.c_str(), &about) == 0 && S_ISREG(about.st_mode)) {
    return usage_error("'" + word + "' is a file, not a verb. To repair it: unbake fix " + word);
  }
  std::vector<std::string> names = {"--help", "--version"};
  for (const Verb& verb : verb_table()) names.emplace_back(verb.name);
  const char* kind = word.starts_with('-') ? "option" : "verb";
  return usage_error(std::string("there is no ") + kind + " '" + word + "'. " + did_you_mean(word, names) +
                     "`unbake --help` lists the verbs.");
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) {
    return usage_error("a verb is missing. `unbake --help` lists the verbs; to repair a file: unbake fix FILE");
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h" || first == "help") {
    const Verb* verb = words.size() > 1 ? find_verb(words[1]) : nullptr;
    return print(verb != nullptr ? verb_help(*verb) : program_help());
  }
  if (first == "--version" || first == "-V") return print("unbake " + std::string(version()) + "\n");
  const Verb* verb = find_verb(first);
  if (verb == nullptr) return unknown_verb(first);

  auto parsed = parse_command_line(*verb, {words.begin() + 1, words.end()});
  if (const auto* failure = std::get_if<io::Failure>(&parsed)) {
    return usage_error(first + ": " + failure->text());
  }
  auto& settings = std::get<Settings>(parsed);
  if (settings.help) return print(verb_help(*verb));
  Console console(verb->name, settings.color);
  if (!read_file_list(settings, console) || !read_evidence(settings, console))
    return static_cast<int>(console.finish(ExitStatus::kError));
  Evidence collected;
  if (settings.evidence_out) settings.collected = &collected;
  report::Log log;
  if (settings.report) settings.log = &log;
  const ExitStatus found = verb->run(settings, console);
  if (settings.report) write_report(*settings.report, log, console);
  write_evidence(settings, collected, console);
  return static_cast<int>(console.finish(found));
}

}  // namespace
}  // namespace unbake::cli

int main(int count, char** words) {
  // A pipe whose reader has ended is an error to be seen when writing, not a reason to be killed.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return unbake::cli::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
  } catch (const std::bad_alloc&) {
    unbake::cli::print_message(
        "unbake: there is not enough memory for this input. Split it, or allow more memory (ulimit -v), then run the "
        "same "
        "command again.");
  } catch (const std::exception& error) {
    unbake::cli::print_message(std::string("unbake: a mistake in unbake itself: ") + error.what() +
                               ". Please report it, with the command and its input.");
  }
  return static_cast<int>(unbake::cli::ExitStatus::kError);
}
