#include "cli/option_table.hpp"

#include <algorithm>
#include <charconv>
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

ValueError add_field(Settings& settings, const std::string& value) {
  if (value.empty()) return io::Failure{"the name is empty", "Name the key of a string, for example: --field text"};
  settings.fields.push_back(value);
  return std::nullopt;
}

ValueError set_color(Settings& settings, const std::string& value) {
  return choose<Color>(settings.color, value,
                       {{"auto", Color::kAuto}, {"always", Color::kAlways}, {"never", Color::kNever}});
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
    {"diff", 'd', "", OptionGroup::kOutput, kFix, "Show what would change, as a unified diff.",
     "The diff can be applied with `patch -p0`. The exit status is 1 if there is a difference.", &set<&Settings::diff>},
    {"list", 'l', "", OptionGroup::kOutput, kFix | kCheck, "Print only the names of the files that would change.",
     "The exit status is 1 if there is one.", &set<&Settings::list>},
    {"json", 0, "", OptionGroup::kOutput, kCheck | kExplain | kList | kDecode,
     "Report as JSON Lines: one object a line.",
     "Every object has a schema_version. In strings, bytes that are not UTF-8 are shown as U+FFFD; offsets count "
     "bytes.",
     &set<&Settings::json>},
    {"quiet", 'q', "", OptionGroup::kOutput, kFix | kCheck, "Print nothing but errors.",
     "The exit status still tells. Repaired text is still written.", &set<&Settings::quiet>},
    {"verbose", 'v', "", OptionGroup::kOutput, kFix | kCheck, "Say on standard error what was done with each file.", "",
     &set<&Settings::verbose>},
    {"color", 0, "auto|always|never", OptionGroup::kOutput, kRepairing, "Color the report; auto is for terminals.",
     "With auto, a NO_COLOR in the environment that is not empty means never.", &set_color},

    {"jsonl", 0, "", OptionGroup::kInput, kRepairing,
     "Read JSON Lines: each string named by --field is a text of its own.",
     "A line that is not changed is copied byte for byte; a changed one differs only inside the repaired string. A "
     "line "
     "that is not JSON is reported, passed on as it is, and makes the exit status 2.",
     &set<&Settings::json_lines>},
    {"field", 0, "NAME", OptionGroup::kInput, kRepairing, "With --jsonl: the key of the string; repeatable.",
     "Keys of nested objects are joined by dots (message.body); arrays on the way are entered. A dot that belongs to a "
     "key is written \\. (backslash, dot).",
     &add_field},

    {"report", 0, "", OptionGroup::kOutput, kDecode, "Print the encoding and how it was found instead of the text.",
     "With --output the text is written to FILE as well.", &set<&Settings::report>},
    {"from", 0, "NAME", OptionGroup::kInput, kDecode, "Read the bytes in this encoding, whatever they look like.",
     "`unbake list encodings` prints all names.", &hint<&DecodeHints::from>},
    {"http-charset", 0, "CHARSET", OptionGroup::kInput, kDecode,
     "What the server said: a Content-Type, or its charset.", "It loses where the bytes contradict it.",
     &hint<&DecodeHints::http_charset>},
    {"html", 0, "", OptionGroup::kInput, kDecode, "Look for a <meta> that names the encoding.",
     "What begins like HTML is looked at in any case.", &hint_html},
    {"lang", 0, "TAG", OptionGroup::kInput, kDecode, "The language of the text, such as ru or pt-BR.", "",
     &hint<&DecodeHints::language>},
    {"domain", 0, "NAME", OptionGroup::kInput, kDecode, "The host or top-level domain that the text is from.", "",
     &hint<&DecodeHints::domain>},
    {"no-repair", 0, "", OptionGroup::kRepair, kDecode, "Leave damage in the decoded text as it is.", "",
     &set<&Settings::no_repair>},

    {"min-confidence", 0, "P", OptionGroup::kRepair, kRepairing,
     "Repair where the confidence is at least P: 0 to 1 (0.95).", "", &set_min_confidence},
    {"max-layers", 0, "N", OptionGroup::kRepair, kRepairing, "Undo at most N wrong decodings in a row: 1 to 5 (5).", "",
     &set_max_layers},
    {"lossy", 0, "guess|mark|leave", OptionGroup::kRepair, kRepairing, "What to do where a byte was lost (guess).",
     "guess: take the likeliest character if the context settles it. mark: put U+FFFD where a character is not "
     "certain. "
     "leave: leave the place as it is.",
     &set_lossy},
    {"allow", 0, "PATHS", OptionGroup::kRepair, kRepairing, "Undo only these wrong decodings, separated by commas.",
     "A wrong decoding is written utf-8>windows-1252; quote it, since > means something to the shell. `unbake list "
     "paths` "
     "prints all.",
     &add_allowed},
    {"deny", 0, "PATHS", OptionGroup::kRepair, kRepairing, "Never undo these wrong decodings, separated by commas.", "",
     &add_denied},
    {"notations", 0, "all|none|NAMES", OptionGroup::kRepair, kRepairing,
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
