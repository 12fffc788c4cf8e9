#include "cli/command_line.hpp"

#include <algorithm>
#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "cli/absent.hpp"
#include "cli/suggestion.hpp"

namespace unbake::cli {
namespace {

namespace po = boost::program_options;

bool has_optional_value(const Option& option) { return option.value.starts_with('['); }

po::options_description description_of(const Verb& verb) {
  po::options_description description;
  for (const Option& option : option_table()) {
    if ((option.verbs & verb.bit) == 0) continue;
    std::string names(option.name);
    if (option.letter != 0) names += std::string(",") + option.letter;
    if (option.value.empty() || has_optional_value(option)) {
      description.add_options()(names.c_str(), "");
    } else {
      description.add_options()(names.c_str(), po::value<std::string>(), "");
    }
  }
  return description;
}

/// Takes `--NAME=VALUE` of options that may do without a value out of the words, and applies it: Boost would take the
/// next word for the value where there is none.
std::optional<io::Failure> apply_optional_values(const Verb& verb, std::vector<std::string>& words,
                                                 Settings& settings) {
  for (auto word = words.begin(); word != words.end() && *word != "--";) {
    const auto rows = option_table();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Option& option) {
      return has_optional_value(option) && (option.verbs & verb.bit) != 0 &&
             word->starts_with("--" + std::string(option.name) + "=");
    });
    if (row == rows.end()) {
      ++word;
      continue;
    }
    if (auto error = row->apply(settings, word->substr(row->name.size() + 3))) {
      return io::Failure{"--" + std::string(row->name) + ": " + error->what, error->remedy};
    }
    word = words.erase(word);
  }
  return std::nullopt;
}

/// The option of that name that the verb has; another verb may have another of the same name.
const Option& row_of(const Verb& verb, std::string_view name) {
  const auto rows = option_table();
  return *std::find_if(rows.begin(), rows.end(),
                       [&](const Option& option) { return option.name == name && (option.verbs & verb.bit) != 0; });
}

/// `option` as it is written: `--wirte`, `-w`.
io::Failure unknown_option(const Verb& verb, const std::string& option) {
  if (const auto remedy = absent_option(option)) return {option + " is not part of this version", *remedy};
  std::vector<std::string> names;
  std::string elsewhere;
  for (const Option& row : option_table()) {
    const std::string name = "--" + std::string(row.name);
    const bool here = (row.verbs & verb.bit) != 0;
    if (here) names.push_back(name);
    if (!here && (option == name || option == std::string("-") + row.letter)) {
      for (const Verb& other : verb_table()) {
        if ((row.verbs & other.bit) != 0) elsewhere += (elsewhere.empty() ? "" : ", ") + std::string(other.name);
      }
    }
  }
  const std::string help = "`unbake " + std::string(verb.name) + " --help` lists its options.";
  if (!elsewhere.empty())
    return {option + " is an option of " + elsewhere + ", not of " + std::string(verb.name), help};
  return {"there is no option " + option, did_you_mean(option, names) + help};
}

/// What Boost says, in our words.
io::Failure syntax_failure(const po::error& error) {
  if (const auto* named = dynamic_cast<const po::error_with_option_name*>(&error)) {
    const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error);
    const bool missing = syntax != nullptr && (syntax->kind() == po::invalid_syntax::missing_parameter ||
                                               syntax->kind() == po::invalid_syntax::empty_adjacent_parameter);
    const std::string option = named->get_option_name();
    if (missing) return {option + " needs a value", "Write it behind the option, as in `" + option + " VALUE`."};
    if (syntax != nullptr) return {option + " takes no value", "Leave out what follows the option's name."};
  }
  return {error.what(), "`unbake --help` shows how options are written."};
}

/// What was left unsaid of backups.
void complete_backup(Settings& settings) {
  if (!settings.suffix.empty() && !settings.backup) {
    const char* control = std::getenv("VERSION_CONTROL");
    settings.backup = files::backup_of(control == nullptr ? "" : control).value_or(files::Backup::kExisting);
  }
  const char* suffix = std::getenv("SIMPLE_BACKUP_SUFFIX");
  if (!settings.suffix.empty()) return;
  const bool usable = suffix != nullptr && *suffix != '\0' && std::string_view(suffix).find('/') == std::string::npos;
  settings.suffix = usable ? suffix : "~";
}

/// What --write and its options demand.
std::optional<io::Failure> write_contradiction(const Settings& settings) {
  if (settings.write && settings.dry_run) {
    return io::Failure{"--write makes the changes, --dry-run only reports them", "Leave out one of them."};
  }
  if (settings.write && settings.output) {
    return io::Failure{"--write repairs files in place, --output writes elsewhere", "Leave out one of them."};
  }
  if (settings.write && settings.diff) {
    return io::Failure{"--write makes the changes, --diff shows them", "Look at --diff first, then use --write."};
  }
  if (settings.write && settings.evidence_out) {
    return io::Failure{"--write and --evidence-out exclude each other",
                       "Note what the files say first: unbake check -q --evidence-out FILE PATH..."};
  }
  const bool backup =
      settings.backup.value_or(files::Backup::kNone) != files::Backup::kNone || !settings.suffix.empty();
  if (settings.links_kept && backup) {
    return io::Failure{"--hardlinks=inplace leaves no old file for --backup", "Leave out one of them."};
  }
  if (!settings.write && (settings.backup || backup || settings.keep_modified || settings.links_kept)) {
    return io::Failure{"--backup, --suffix, --keep-mtime and --hardlinks are for --write",
                       "Add --write, or leave them out."};
  }
  if (settings.null_separated && !settings.files_from && !settings.list) {
    return io::Failure{"--null is for --files-from and --list", "Add one of them, or leave it out."};
  }
  return std::nullopt;
}

/// What options demand of each other.
std::optional<io::Failure> contradiction(const Settings& settings) {
  if (settings.help) return std::nullopt;
  if (settings.output && (settings.diff || settings.list)) {
    return io::Failure{"--output writes the repaired text, --diff and --list only tell",
                       "Leave out --output, or the other; standard output can be redirected with >."};
  }
  if (settings.out_folder && (settings.output || settings.diff || settings.write || settings.dry_run)) {
    return io::Failure{"--out-dir writes to a directory, and excludes --output, --diff, --write and --dry-run",
                       "Leave out the other."};
  }
  if (settings.diff && settings.list)
    return io::Failure{"--diff and --list exclude each other", "Leave out one of them."};
  if (settings.baseline && settings.write_baseline) {
    return io::Failure{"--baseline and --write-baseline exclude each other",
                       "With --write-baseline alone, all findings are noted again."};
  }
  if (settings.report_format != ReportFormat::kText && settings.list && !settings.json) {
    return io::Failure{"--format and --list exclude each other", "Leave out one of them."};
  }
  if (settings.json && settings.list) {
    return io::Failure{"--json and --list exclude each other", "Leave out one of them."};
  }
  if (settings.quiet && settings.verbose) {
    return io::Failure{"--quiet and --verbose exclude each other", "Leave out one of them."};
  }
  return write_contradiction(settings);
}

}  // namespace

std::variant<Settings, io::Failure> parse_command_line(const Verb& verb, std::vector<std::string> words) {
  Settings settings;
  settings.words.emplace_back(verb.name);
  settings.words.insert(settings.words.end(), words.begin(), words.end());
  if (auto failure = apply_optional_values(verb, words, settings)) return *failure;
  const po::options_description description = description_of(verb);
  // Abbreviations of long options are not taken: a script that uses one would break when an option is added.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    const auto parsed = po::command_line_parser(words).options(description).style(style).allow_unregistered().run();
    for (const auto& option : parsed.options) {
      if (option.unregistered) {
        // Boost gives short options with their dash, and long ones without.
        return unknown_option(verb, (option.string_key.starts_with('-') ? "" : "--") + option.string_key);
      }
      if (option.position_key >= 0) {
        settings.arguments.push_back(option.value.at(0));
        continue;
      }
      const std::string value = option.value.empty() ? "" : option.value.front();
      const Option& row = row_of(verb, option.string_key);
      if (const auto error = row.apply(settings, value)) {
        return io::Failure{"--" + option.string_key + ": " + error->what, error->remedy};
      }
    }
  } catch (const po::error& error) {
    return syntax_failure(error);
  }
  if (const auto failure = contradiction(settings)) return *failure;
  complete_backup(settings);
  const auto checked = check_options(settings.options);
  if (!checked) return io::Failure{checked.error().message, ""};
  return settings;
}

}  // namespace unbake::cli
