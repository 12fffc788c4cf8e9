#include "cli/help.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace unbake::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kOptionIndent = 6;

std::string_view heading(OptionGroup group) {
  switch (group) {
    case OptionGroup::kOutput:
      return "Output";
    case OptionGroup::kWriting:
      return "Writing";
    case OptionGroup::kFiles:
      return "Files";
    case OptionGroup::kInput:
      return "Input";
    case OptionGroup::kRepair:
      return "Repair";
    case OptionGroup::kDamage:
      return "Damage";
    case OptionGroup::kGeneral:
      return "General";
  }
  return "";
}

/// Breaks text into lines, each after `indent` spaces.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (column > 0 && column + 1 + space > kWidth) {
      out += '\n';
      column = 0;
    }
    if (column == 0) {
      out.append(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out.append(text.substr(0, space));
    column += space;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out + "\n";
}

std::string usage_of(const Option& option) {
  std::string usage = option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
  usage.append("--").append(option.name);
  if (!option.value.empty()) usage.append(option.value.starts_with('[') ? "" : " ").append(option.value);
  return usage;
}

}  // namespace

std::string program_help() {
  std::string help =
      "unbake repairs text that was decoded with the wrong encoding.\n"
      "\n"
      "Usage: unbake VERB [OPTIONS] [PATH...]\n"
      "\n"
      "Verbs:\n";
  for (const Verb& verb : verb_table()) {
    help.append("  ").append(verb.name).append(13 - verb.name.size(), ' ').append(verb.summary).append("\n");
  }
  help +=
      "\n"
      "unbake VERB --help    the options of a verb, with examples\n"
      "unbake --version      the version\n"
      "\n"
      "Examples:\n"
      "  unbake fix page.txt                       repair a file to standard output\n"
      "  unbake fix --diff page.txt                show what would change\n"
      "  unbake check .                            find damage; exit status 1 if there is\n"
      "  unbake fix -w .                           repair all files in place; unbake undo goes back\n"
      "\n"
      "Exit status: 0 done or clean; 1 findings remain; 2 something could not be done;\n"
      "3 a file was left as it is for safety.\n";
  return help;
}

std::string verb_help(const Verb& verb) {
  std::string help = "Usage: unbake " + std::string(verb.name) + " " + std::string(verb.arguments) + "\n\n";
  help += wrapped(verb.description, 0);
  for (int group = 0; group <= static_cast<int>(OptionGroup::kGeneral); ++group) {
    bool headed = false;
    for (const Option& option : option_table()) {
      if (static_cast<int>(option.group) != group || (option.verbs & verb.bit) == 0) continue;
      if (!std::exchange(headed, true)) help.append("\n").append(heading(option.group)).append(":\n");
      help.append("  ").append(usage_of(option)).append("\n");
      std::string text(option.summary);
      if (!option.details.empty()) text.append(" ").append(option.details);
      help += wrapped(text, kOptionIndent + 4);
    }
  }
  return help + "\nExamples:\n" + std::string(verb.examples);
}

}  // namespace unbake::cli
