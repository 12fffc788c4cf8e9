#include "cli/man.hpp"

#include <string>
#include <string_view>

#include "cli/code_points.hpp"
#include "cli/option_table.hpp"
#include "cli/verb_table.hpp"
#include "formats/format.hpp"
#include "unbake/unbake.hpp"

namespace unbake::cli {
namespace {

/// A character beyond ASCII, by its number.
std::string numbered(std::string_view character) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto first = static_cast<unsigned char>(character[0]);
  unsigned value = first & (0x7FU >> character.size());
  for (const char c : character.substr(1)) value = value << 6 | (static_cast<unsigned char>(c) & 0x3FU);
  std::string digits;
  for (; value > 0 || digits.size() < 4; value >>= 4) digits.insert(digits.begin(), kDigits[value & 0xF]);
  return "\\[u" + digits + "]";
}

/// As text of roff.
std::string roff(std::string_view text) {
  std::string out;
  bool starts_line = true;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, code_point_length(text));
    text.remove_prefix(character.size());
    if (starts_line && (character == "." || character == "'")) out += "\\&";
    if (character.size() > 1) {
      out += numbered(character);
    } else if (character == "\\") {
      out += "\\e";
    } else if (character == "-") {
      out += "\\-";
    } else {
      out += character;
    }
    starts_line = character == "\n";
  }
  return out;
}

std::string option_entry(const Option& option) {
  std::string entry = ".TP\n";
  if (option.letter != 0) entry += std::string("\\fB\\-") + option.letter + "\\fR, ";
  entry += "\\fB\\-\\-" + roff(option.name) + "\\fR";
  if (!option.value.empty()) entry += " \\fI" + roff(option.value) + "\\fR";
  entry += "\n" + roff(option.summary);
  if (!option.details.empty()) entry += " " + roff(option.details);
  return entry + "\n";
}

std::string verb_section(const Verb& verb) {
  std::string section = ".SS \"unbake " + roff(verb.name) + " " + roff(verb.arguments) + "\"\n" + roff(verb.summary) +
                        " " + roff(verb.description) + "\n";
  for (const Option& option : option_table()) {
    if ((option.verbs & verb.bit) != 0 && option.group != OptionGroup::kGeneral) section += option_entry(option);
  }
  return section + ".PP\nExamples:\n.PP\n.nf\n" + roff(verb.examples) + ".fi\n";
}

}  // namespace

ExitStatus run_man(const Settings&, Console& console) {
  std::string page =
      ".TH UNBAKE 1 \"\" \"unbake " + std::string(version()) +
      "\" \"User Commands\"\n"
      ".SH NAME\nunbake \\- repair text that was decoded with the wrong encoding\n"
      ".SH SYNOPSIS\n\\fBunbake\\fR \\fIVERB\\fR [\\fIOPTIONS\\fR] [\\fIFILE\\fR...]\n"
      ".SH DESCRIPTION\nRepairs text that was decoded with the wrong encoding, and leaves everything else "
      "byte for byte as it was. Data goes to standard output, messages to standard error.\n"
      ".SH VERBS\n";
  for (const Verb& verb : verb_table()) page += verb_section(verb);
  page += ".SH FORMATS\nWhat \\fB\\-\\-as\\fR takes, and the endings of file names that tell it.\n";
  for (const formats::Format& format : formats::formats()) {
    page += ".TP\n\\fB" + roff(format.name) + "\\fR";
    if (!format.endings.empty()) page += " (" + roff(format.endings) + ")";
    page += "\n" + roff(format.description) + "\n";
  }
  page +=
      ".SH \"EXIT STATUS\"\n.TP\n0\nDone, or clean.\n.TP\n1\nFindings remain.\n.TP\n2\nSomething could not be done; "
      "the "
      "other files were processed.\n"
      ".SH ENVIRONMENT\n.TP\nNO_COLOR\nIf it is not empty, reports are not colored unless \\fB\\-\\-color\\fR asks for "
      "it.\n";
  console.out().write(page);
  return ExitStatus::kDone;
}

}  // namespace unbake::cli
