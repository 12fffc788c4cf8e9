#include "cli/option_table.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

namespace unbake::cli {
namespace {

template <bool Settings::*Member>
ValueError set(Settings& settings, const std::string&) {
  settings.*Member = true;
  return std::nullopt;
}

template <std::string DecodeHints::*Member>
ValueError hint(Settings& settings, const std::string& value) {
  if (value.empty())
    return io::Failure{"the value is empty", "Write what is known behind the option, or leave it out."};
  settings.hints.*Member = value;
  return std::nullopt;
}

ValueError hint_html(Settings& settings, const std::string&) {
  settings.hints.html = true;
  return std::nullopt;
}

template <std::string Settings::*Member>
ValueError assign(Settings& settings, const std::string& value) {
  settings.*Member = value;
  return std::nullopt;
}

/// Takes one of a few words.
template <typename Value, std::size_t Count>
ValueError choose(Value& target, const std::string& value, const std::pair<const char*, Value> (&choices)[Count]) {
  std::string names;
  for (const auto& [name, meaning] : choices) {
    if (value == name) {
      target = meaning;
      return std::nullopt;
    }
    names += names.empty() ? name : std::string(", ") + name;
  }
  return io::Failure{"'" + value + "' is none of its values", "Use one of: " + names + "."};
}

/// Takes a number from `least` to `most`.
template <typename Number>
ValueError number(Number& target, const std::string& value, Number least, Number most) {
  Number read{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
  // Written so that a NaN, which is below and above nothing, is refused.
  if (error != std::errc() || end != value.data() + value.size() || !(read >= least && read <= most)) {
    return io::Failure{"'" + value + "' is out of its range", "Use a number from " +
                                                                  std::to_string(static_cast<int>(least)) + " to " +
                                                                  std::to_string(static_cast<int>(most)) + "."};
  }
  target = read;
  return std::nullopt;
}

/// Adds what commas separate.
ValueError add_all(std::vector<std::string>& target, const std::string& value) {
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t comma = std::min(value.find(',', begin), value.size());
    const std::size_t first = value.find_first_not_of(' ', begin);
    if (first < comma) {
      target.push_back(value.substr(first, value.find_last_not_of(' ', comma - 1) + 1 - first));
    }
    begin = comma + 1;
  }
  return std::nullopt;
}

/// Takes the name of a file.
template <std::optional<std::string> Settings::*Member>
ValueError name_file(Settings& settings, const std::string& value) {
  if (value.empty()) return io::Failure{"the name is empty", "Write the name of a file behind the option."};
  settings.*Member = value;
  return std::nullopt;
}

template <std::vector<std::string> formats::Selection::*Member>
ValueError select(Settings& settings, const std::string& value) {
  if (value.empty()) return io::Failure{"the name is empty", "Write a name behind the option, as in: --field text"};
  (settings.selection.*Member).push_back(value);
  return std::nullopt;
}

ValueError set_format(Settings& settings, const std::string& value) {
  settings.as = formats::find_format(value);
  if (settings.as != nullptr) return std::nullopt;
  std::string names;
  for (const formats::Format& format : formats::formats()) {
    names.append(names.empty() ? "" : ", ").append(format.name);
  }
  return io::Failure{"'" + value + "' is none of its values", "Use one of: " + names + "."};
}

ValueError set_json_lines(Settings& settings, const std::string&) { return set_format(settings, "jsonl"); }

constexpr char kCsv[] = "csv";
constexpr char kHtml[] = "html";
constexpr char kSrt[] = "srt";
constexpr char kSql[] = "sql";

template <const char* Name>
ValueError set_as(Settings& settings, const std::string&) {
  return set_format(settings, Name);
}

ValueError set_report_format(Settings& settings, const std::string& value) {
  settings.json = value == "json";
  return choose<ReportFormat>(settings.report_format, value,
                              {{"text", ReportFormat::kText},
                               {"json", ReportFormat::kJson},
                               {"sarif", ReportFormat::kSarif},
                               {"github", ReportFormat::kGithub}});
}

ValueError set_json(Settings& settings, const std::string&) { return set_report_format(settings, "json"); }

ValueError set_color(Settings& settings, const std::string& value) {
  return choose<Color>(settings.color, value,
                       {{"auto", Color::kAuto}, {"always", Color::kAlways}, {"never", Color::kNever}});
}

ValueError set_progress(Settings& settings, const std::string& value) {
  return choose<Progress>(settings.progress, value,
                          {{"auto", Progress::kAuto}, {"always", Progress::kAlways}, {"never", Progress::kNever}});
}

ValueError set_binary(Settings& settings, const std::string& value) {
  return choose<bool>(settings.binary, value, {{"skip", false}, {"force", true}});
}

ValueError set_hard_links(Settings& settings, const std::string& value) {
  return choose<bool>(settings.links_kept, value, {{"skip", false}, {"inplace", true}});
}

ValueError set_jobs(Settings& settings, const std::string& value) {
  return number<std::size_t>(settings.jobs, value, 1, 1024);
}

ValueError count_unrestricted(Settings& settings, const std::string&) {
  ++settings.unrestricted;
  return std::nullopt;
}

ValueError add_glob(Settings& settings, const std::string& value) {
  if (value.empty()) return io::Failure{"the pattern is empty", "Write a pattern, for example: --glob '*.txt'"};
  settings.globs.push_back(value);
  return std::nullopt;
}

/// What the environment says; empty if nothing.
std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

ValueError set_backup(Settings& settings, const std::string& value) {
  std::string word = value.empty() ? environment("VERSION_CONTROL") : value;
  if (word.empty()) word = "existing";
  settings.backup = files::backup_of(word);
  if (settings.backup) return std::nullopt;
  return io::Failure{"'" + word + "' is none of its values",
                     "Use one of: none, off, simple, never, existing, nil, numbered, t."};
}

ValueError set_suffix(Settings& settings, const std::string& value) {
  if (value.empty() || value.find('/') != std::string::npos) {
    return io::Failure{"'" + value + "' cannot end a name", "Use a few letters, for example: --suffix .bak"};
  }
  settings.suffix = value;
  return std::nullopt;
}

ValueError set_lossy(Settings& settings, const std::string& value) {
  return choose<Lossy>(settings.options.lossy, value,
                       {{"guess", Lossy::kGuess}, {"mark", Lossy::kMark}, {"leave", Lossy::kLeave}});
}

ValueError set_min_confidence(Settings& settings, const std::string& value) {
  return number<double>(settings.options.min_confidence, value, 0, 1);
}

ValueError set_max_layers(Settings& settings, const std::string& value) {
  return number<int>(settings.options.max_layers, value, 1, 5);
}

ValueError add_allowed(Settings& settings, const std::string& value) { return add_all(settings.options.allow, value); }
ValueError add_denied(Settings& settings, const std::string& value) { return add_all(settings.options.deny, value); }

ValueError set_notations(Settings& settings, const std::string& value) {
  settings.options.notations.clear();
  return add_all(settings.options.notations, value);
}

constexpr Option kOptions[] = {
    {"output", 'o', "FILE", OptionGroup::kOutput, kFix | kBake | kDecode, "Write to FILE instead of standard output.",
     "FILE may be the input itself. It holds the old text or the new at every moment, also when the disk is full or "
     "the "
     "program is killed, and is left alone if it is the input and nothing changes.",
     &name_file<&Settings::output>},
    {"out-dir", 0, "DIR", OptionGroup::kOutput, kFix, "Write the repaired files to DIR, under their own names.",
     "Of a directory SITE that is named, SITE/a.html goes to DIR/SITE/a.html. What needs no repair is copied; what is "
     "passed over is not. Each file has the permissions of the one it is made of, and comes to be whole or not at all.",
     &name_file<&Settings::out_folder>},
    {"diff", 'd', "", OptionGroup::kOutput, kFix, "Show what would change, as a unified diff.",
     "The diff can be applied with `patch -p0`. The exit status is 1 if there is a difference.", &set<&Settings::diff>},
    {"list", 'l', "", OptionGroup::kOutput, kFix | kCheck,
     "Print only the names of the files that would change, or did.", "The exit status is 1 if one would.",
     &set<&Settings::list>},
    {"json", 0, "", OptionGroup::kOutput, kCheck | kExplain | kList | kRuns | kDecode,
     "Report as JSON Lines: one object a line.",
     "Every object has a schema_version. In strings, bytes that are not UTF-8 are shown as U+FFFD; offsets count "
     "bytes.",
     &set_json},
    {"format", 0, "text|json|sarif|github", OptionGroup::kOutput, kCheck, "How to report (text).",
     "sarif: one log of SARIF 2.1.0, with fixes. github: commands that GitHub Actions shows beside the lines.",
     &set_report_format},
    {"report", 0, "FILE", OptionGroup::kOutput, kFix | kCheck, "Write a page about all repairs to FILE, as HTML.",
     "It needs no network: totals, kinds of damage, and each place before and after.", &name_file<&Settings::report>},
    {"lost", 0, "", OptionGroup::kOutput, kCheck, "Report also what nothing can bring back; it counts as found.",
     "Replacement characters, also those that were read again; question marks for letters; memory never written.",
     &set<&Settings::lost>},
    {"baseline", 0, "FILE", OptionGroup::kOutput, kCheck, "Findings in FILE are known: they are not reported.",
     "They are known by file, damage and repair, not by their lines.", &name_file<&Settings::baseline>},
    {"write-baseline", 0, "FILE", OptionGroup::kOutput, kCheck, "Note all findings in FILE, for --baseline.",
     "Nothing is reported, and the exit status is 0.", &name_file<&Settings::write_baseline>},
    {"quiet", 'q', "", OptionGroup::kOutput, kFix | kCheck | kNames, "Print nothing but errors.",
     "The exit status still tells. Repaired text is still written.", &set<&Settings::quiet>},
    {"verbose", 'v', "", OptionGroup::kOutput, kFix | kCheck | kRuns,
     "Say on standard error what was done with each file.", "With `runs`: say what was changed, file by file.",
     &set<&Settings::verbose>},
    {"color", 0, "auto|always|never", OptionGroup::kOutput, kRepairing, "Color the report; auto is for terminals.",
     "With auto, a NO_COLOR in the environment that is not empty means never.", &set_color},

    {"progress", 0, "auto|always|never", OptionGroup::kOutput, kFix | kCheck,
     "Show on standard error how far the work has come; auto is for terminals.", "", &set_progress},

    {"write", 'w', "", OptionGroup::kWriting, kFix | kNames, "Make the changes, in place.",
     "Every file is the old one or the new one at every moment, also when the disk is full or the program is killed. "
     "`unbake undo` goes back, `unbake resume` goes on after an interruption.",
     &set<&Settings::write>},
    {"dry-run", 'n', "", OptionGroup::kWriting, kFix | kNames, "Report what would change, and change nothing.",
     "That is what is done with several files, and with directories, unless --write is given.",
     &set<&Settings::dry_run>},
    {"backup", 'b', "[=CONTROL]", OptionGroup::kWriting, kFix, "With --write: keep the old file under another name.",
     "CONTROL says how it is named: none or off; simple or never (NAME~); numbered or t (NAME.~1~); existing or nil "
     "(numbered if there are such already, else simple). Without CONTROL, VERSION_CONTROL in the environment says it, "
     "or "
     "else it is existing. Backups that lie in directories are passed over.",
     &set_backup},
    {"suffix", 'S', "SUFFIX", OptionGroup::kWriting, kFix, "With --write: keep the old file, as NAME and SUFFIX (~).",
     "The default is SIMPLE_BACKUP_SUFFIX in the environment, or else ~.", &set_suffix},
    {"keep-mtime", 0, "", OptionGroup::kWriting, kFix, "With --write: keep the time of change.", "",
     &set<&Settings::keep_modified>},
    {"hardlinks", 0, "skip|inplace", OptionGroup::kWriting, kFix,
     "With --write: what to do with files that have several hard links (skip).",
     "skip: they are left alone, and named. inplace: the new bytes are written into the file itself, so that all its "
     "names keep it. It is not whole for that moment: after a crash, `unbake resume` finishes it and `unbake undo` "
     "takes "
     "it back.",
     &set_hard_links},

    {"hidden", 0, "", OptionGroup::kFiles, kWalking, "Enter hidden directories, and look at hidden files.",
     "Their names begin with a dot. The directories of version control are never entered.", &set<&Settings::hidden>},
    {"unrestricted", 'u', "", OptionGroup::kFiles, kWalking,
     "Look at what .gitignore and .unbakeignore leave out, too.", "Given twice, also at what is hidden.",
     &count_unrestricted},
    {"glob", 'g', "PATTERN", OptionGroup::kFiles, kFix | kCheck,
     "In directories, look only at files that match; repeatable.",
     "A pattern is written as in .gitignore; with ! before it, what matches is left out.", &add_glob},
    {"follow", 'L', "", OptionGroup::kFiles, kFix | kCheck, "In directories, follow symbolic links.", "",
     &set<&Settings::follow>},
    {"files-from", 0, "FILE", OptionGroup::kFiles, kWalking, "Look at the files that FILE names, one a line.",
     "- is standard input. With --null each name ends in a NUL.", &name_file<&Settings::files_from>},
    {"null", '0', "", OptionGroup::kFiles, kWalking, "Names in FILE of --files-from, and of --list, end in a NUL.", "",
     &set<&Settings::null_separated>},
    {"binary", 0, "skip|force", OptionGroup::kFiles, kFix | kCheck, "What to do with binary files (skip).",
     "Binary is what has a NUL among its first 8000 bytes. skip: they are passed over in directories, and --write "
     "leaves "
     "them alone. force: they are treated as text.",
     &set_binary},
    {"jobs", 'j', "N", OptionGroup::kFiles, kFix | kCheck,
     "Look at N files at a time (as many as there are processors).",
     "What is printed, and what is written, does not depend on it.", &set_jobs},

    {"to-utf8", 0, "", OptionGroup::kInput, kRepairing, "Convert text in other encodings to UTF-8 first.",
     "Without it such a file is named and left alone. The encoding is found as by `unbake decode`; where it is not as "
     "certain as --min-confidence, or a byte is no character in it, the file is left alone all the same.",
     &set<&Settings::to_utf8>},
    {"as", 0, "FORMAT", OptionGroup::kInput, kRepairing, "What the input is: plain, json, csv, html and others.",
     "Only what is text for people is repaired then, and written back as the format demands; the rest is copied byte "
     "for "
     "byte. Without it the ending of the file's name tells. `unbake list formats` prints all.",
     &set_format},
    {"jsonl", 0, "", OptionGroup::kInput, kRepairing, "Read JSON Lines: the same as --as jsonl.",
     "Each line is a text of its own. A line that is not changed is copied byte for byte; a changed one differs only "
     "inside the repaired strings. A line that is not JSON is reported, passed on as it is, and makes the exit status "
     "2.",
     &set_json_lines},
    {"csv", 0, "", OptionGroup::kInput, kRepairing, "The same as --as csv.", "", &set_as<kCsv>},
    {"html", 0, "", OptionGroup::kInput, kRepairing, "The same as --as html.", "", &set_as<kHtml>},
    {"srt", 0, "", OptionGroup::kInput, kRepairing, "The same as --as srt.", "", &set_as<kSrt>},
    {"sql", 0, "", OptionGroup::kInput, kRepairing, "The same as --as sql.", "", &set_as<kSql>},
    {"field", 0, "NAME", OptionGroup::kInput, kRepairing, "JSON: the key of the strings; repeatable.",
     "Without it all strings are read. Keys of nested objects are joined by dots (message.body); arrays on the way are "
     "entered. A dot that belongs to a key is written \\. (backslash, dot).",
     &select<&formats::Selection::fields>},
    {"column", 0, "N|NAME", OptionGroup::kInput, kRepairing, "CSV: a column, by number or name; repeatable.",
     "Without it all cells are read. Columns count from 1; names stand in the first row.",
     &select<&formats::Selection::columns>},
    {"attribute", 0, "NAME", OptionGroup::kInput, kRepairing, "HTML, XML: an attribute to read; repeatable.",
     "Without it, those of HTML that people read: alt, title, placeholder and the like; none of XML.",
     &select<&formats::Selection::attributes>},

    {"report", 0, "", OptionGroup::kInput, kDecode, "Print the encoding and how it was found instead of the text.",
     "With --output the text is written to FILE as well.", &set<&Settings::report_encoding>},
    {"from", 0, "NAME", OptionGroup::kInput, kDecode, "Read the bytes in this encoding, whatever they look like.",
     "`unbake list encodings` prints all names, those of ICU's converters too.", &hint<&DecodeHints::from>},
    {"http-charset", 0, "CHARSET", OptionGroup::kInput, kDecode,
     "What the server said: a Content-Type, or its charset.", "It loses where the bytes contradict it.",
     &hint<&DecodeHints::http_charset>},
    {"html", 0, "", OptionGroup::kInput, kDecode, "Look for a <meta> that names the encoding.",
     "What begins like HTML is looked at in any case.", &hint_html},
    {"lang", 0, "TAG", OptionGroup::kInput, kDecode, "The language of the text, such as ru or pt-BR.", "",
     &hint<&DecodeHints::language>},
    {"domain", 0, "NAME", OptionGroup::kInput, kDecode, "The host or top-level domain that the text is from.", "",
     &hint<&DecodeHints::domain>},
    {"neighbour", 0, "NAME", OptionGroup::kInput, kDecode,
     "The encoding of other texts that stand beside this one, such as files of its directory.", "",
     &hint<&DecodeHints::neighbour>},
    {"no-repair", 0, "", OptionGroup::kRepair, kDecode, "Leave damage in the decoded text as it is.", "",
     &set<&Settings::no_repair>},

    {"min-confidence", 0, "P", OptionGroup::kRepair, kDeciding,
     "Repair where the confidence is at least P: 0 to 1 (0.95).", "", &set_min_confidence},
    {"max-layers", 0, "N", OptionGroup::kRepair, kDeciding, "Undo at most N wrong decodings in a row: 1 to 5 (5).", "",
     &set_max_layers},
    {"lossy", 0, "guess|mark|leave", OptionGroup::kRepair, kDeciding, "What to do where a byte was lost (guess).",
     "guess: take the likeliest character if the context settles it. mark: put U+FFFD where a character is not "
     "certain. "
     "leave: leave the place as it is.",
     &set_lossy},
    {"allow", 0, "PATHS", OptionGroup::kRepair, kDeciding, "Undo only these wrong decodings, separated by commas.",
     "A wrong decoding is written utf-8>windows-1252; quote it, since > means something to the shell. `unbake list "
     "paths` "
     "prints all.",
     &add_allowed},
    {"deny", 0, "PATHS", OptionGroup::kRepair, kDeciding, "Never undo these wrong decodings, separated by commas.", "",
     &add_denied},
    {"notations", 0, "all|none|NAMES", OptionGroup::kRepair, kDeciding,
     "Repair what is spelled in these notations too, separated by commas (all).",
     "A notation writes characters in ASCII, as in \\u00e9, &eacute; and %C3%A9. What is repaired stays in its "
     "notation. "
     "`unbake list notations` prints all.",
     &set_notations},
    {"evidence", 0, "FILE", OptionGroup::kRepair, kRepairing, "Know what other documents said: FILE of --evidence-out.",
     "What happened to other documents of the same origin is more likely here, and what did not happen to any of them "
     "less.",
     &name_file<&Settings::evidence>},
    {"evidence-out", 0, "FILE", OptionGroup::kRepair, kRepairing,
     "Write to FILE what the documents say of their damage.",
     "What --evidence read is added; both may name the same FILE, which need not be there yet. Each document should be "
     "counted once. It says nothing to the documents of the same run.",
     &name_file<&Settings::evidence_out>},

    {"path", 0, "PATH", OptionGroup::kDamage, kBake, "The wrong decodings to make, oldest first.",
     "One is written utf-8>gbk; several are joined by |, as in 'utf-8>windows-1252 | utf-8>gbk'. Quote it for the "
     "shell.",
     &assign<&Settings::path>},
    {"profile", 0, "NAME", OptionGroup::kDamage, kBake, "How the decoder fails on bytes that mean nothing (whatwg).",
     "`unbake list profiles` prints all. What else happened to the text is added with +, as in whatwg+nbsp-to-space; "
     "`unbake list loss-rules` prints all.",
     &assign<&Settings::profile>},

    {"help", 'h', "", OptionGroup::kGeneral, kEveryVerb, "Print this help.", "", &set<&Settings::help>},
};

}  // namespace

std::span<const Option> option_table() { return kOptions; }

}  // namespace unbake::cli
