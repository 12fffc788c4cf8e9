#include "cli/completions.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/option_table.hpp"
#include "cli/suggestion.hpp"
#include "cli/verb_table.hpp"
#include "formats/format.hpp"

namespace unbake::cli {
namespace {

bool has(const Verb& verb, const Option& option) { return (option.verbs & verb.bit) != 0; }
bool names_file(const Option& option) { return option.value == "FILE"; }

/// The words that a value or an argument is chosen from, separated by spaces; empty if it is free. Words in capitals
/// stand for something else.
std::string words_of(std::string_view value) {
  if (value == "FORMAT") {
    std::string words;
    for (const formats::Format& format : formats::formats()) {
      words.append(words.empty() ? "" : " ").append(format.name);
    }
    return words;
  }
  value = value.substr(value.find_last_of(' ') + 1);
  if (value.find('|') == std::string_view::npos) return "";
  std::string words;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find('|', begin), value.size());
    const std::string_view word = value.substr(begin, end - begin);
    const bool capital = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capital) words.append(words.empty() ? "" : " ").append(word);
    begin = end + 1;
  }
  return words;
}

/// `--output -o`, of all options of a verb.
std::string option_words(const Verb& verb) {
  std::string words;
  for (const Option& option : option_table()) {
    if (!has(verb, option)) continue;
    words.append(words.empty() ? "--" : " --").append(option.name);
    if (option.letter != 0) words.append(" -").append(1, option.letter);
  }
  return words;
}

std::string verb_words() {
  std::string words;
  for (const Verb& verb : verb_table()) words.append(words.empty() ? "" : " ").append(verb.name);
  return words;
}

std::string bash_script() {
  std::string script =
      "# Completion of unbake for bash, made by: unbake completions bash\n"
      "_unbake() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]} words=\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    words='" +
      verb_words() +
      " --help --version'\n"
      "  else\n"
      "    case \"$verb $before\" in\n";
  for (const Verb& verb : verb_table()) {
    for (const Option& option : option_table()) {
      if (!has(verb, option) || option.value.empty()) continue;
      const std::string head = std::string(verb.name) + " -";
      script += "      '" + head + "-" + std::string(option.name) + "'";
      if (option.letter != 0) script += " | '" + head + option.letter + "'";
      const std::string words = words_of(option.value);
      script += words.empty() ? (names_file(option) ? ") ;;\n" : ") return ;;\n") : ") words='" + words + "' ;;\n";
    }
  }
  script +=
      "      *)\n"
      "        case \"$verb\" in\n";
  for (const Verb& verb : verb_table()) {
    script += "          " + std::string(verb.name) + ")\n            case \"$word\" in\n              -*) words='" +
              option_words(verb) + "' ;;\n";
    const std::string words = words_of(verb.arguments);
    if (!words.empty()) script += "              *) words='" + words + "' ;;\n";
    script += "            esac\n            ;;\n";
  }
  return script +
         "        esac\n"
         "        ;;\n"
         "    esac\n"
         "  fi\n"
         "  if [ -n \"$words\" ]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
         "  else\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
         "  fi\n"
         "}\n"
         "complete -F _unbake unbake\n";
}

/// As part of a specification between single quotes of zsh.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string zsh_script() {
  std::string script =
      "#compdef unbake\n"
      "# Completion of unbake for zsh, made by: unbake completions zsh\n"
      "_unbake() {\n"
      "  if (( CURRENT == 2 )); then\n"
      "    local -a verbs\n"
      "    verbs=(\n";
  for (const Verb& verb : verb_table()) {
    script += "      '" + std::string(verb.name) + ":" + zsh_text(verb.summary) + "'\n";
  }
  script +=
      "    )\n"
      "    _describe verb verbs\n"
      "    return\n"
      "  fi\n"
      "  local verb=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $verb in\n";
  for (const Verb& verb : verb_table()) {
    script += "    " + std::string(verb.name) + ")\n      _arguments";
    for (const Option& option : option_table()) {
      if (!has(verb, option)) continue;
      const std::string words = words_of(option.value);
      std::string rest = "[" + zsh_text(option.summary) + "]";
      if (!option.value.empty()) {
        rest += ":" + zsh_text(option.value) + ":";
        rest += !words.empty() ? "(" + words + ")" : names_file(option) ? "_files" : " ";
      }
      script += " \\\n        '*--" + std::string(option.name) + rest + "'";
      if (option.letter != 0) script += std::string(" \\\n        '*-") + option.letter + rest + "'";
    }
    const std::string words = words_of(verb.arguments);
    script += " \\\n        '*:argument:" + (words.empty() ? "_files" : "(" + words + ")") + "'\n      ;;\n";
  }
  return script + "  esac\n}\n_unbake \"$@\"\n";
}

/// Between single quotes of fish.
std::string fish_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_script() {
  std::string script =
      "# Completion of unbake for fish, made by: unbake completions fish\n"
      "complete -c unbake -n __fish_use_subcommand -f\n";
  for (const Verb& verb : verb_table()) {
    script += "complete -c unbake -n __fish_use_subcommand -a " + std::string(verb.name) + " -d " +
              fish_text(verb.summary) + "\n";
  }
  for (const Verb& verb : verb_table()) {
    const std::string head = "complete -c unbake -n '__fish_seen_subcommand_from " + std::string(verb.name) + "'";
    const std::string arguments = words_of(verb.arguments);
    if (!arguments.empty()) script += head + " -f -a " + fish_text(arguments) + "\n";
    for (const Option& option : option_table()) {
      if (!has(verb, option)) continue;
      script += head + " -l " + std::string(option.name);
      if (option.letter != 0) script += std::string(" -s ") + option.letter;
      const std::string words = words_of(option.value);
      if (!words.empty()) {
        script += " -x -a " + fish_text(words);
      } else if (!option.value.empty()) {
        script += names_file(option) ? " -r" : " -x";
      }
      script += " -d " + fish_text(option.summary) + "\n";
    }
  }
  return script;
}

}  // namespace

ExitStatus run_completions(const Settings& settings, Console& console) {
  const std::string remedy = "Name one of: bash, zsh, fish.";
  if (settings.arguments.size() != 1) {
    console.error("", {"it takes the name of one shell", remedy});
    return ExitStatus::kDone;
  }
  const std::string& shell = settings.arguments.front();
  if (shell == "bash") {
    console.out().write(bash_script());
  } else if (shell == "zsh") {
    console.out().write(zsh_script());
  } else if (shell == "fish") {
    console.out().write(fish_script());
  } else {
    console.error(
        "", {"there is no completion for '" + shell + "'", did_you_mean(shell, {"bash", "zsh", "fish"}) + remedy});
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli
