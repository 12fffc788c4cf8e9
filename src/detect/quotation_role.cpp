#include "detect/quotation_role.hpp"

#include <algorithm>
#include <string>

namespace unbake::detect {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Lower case, or of a script of which this is not asked.
bool is_small(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_word_of_sentence(std::string_view word) {
  // Words of programs that stand before a literal.
  constexpr std::string_view kOfPrograms[] = {"return", "yield", "await",  "case", "throw", "echo",
                                              "print",  "const", "let",    "var",  "new",   "puts",
                                              "else",   "then",  "select", "from", "table", "column"};
  return !word.empty() && std::any_of(word.begin(), word.end(), is_small) &&
         std::find(std::begin(kOfPrograms), std::end(kOfPrograms), word) == std::end(kOfPrograms);
}

// The last word of `text`, which is taken off it.
std::string_view take_last_word(std::string_view& text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin);
  text.remove_suffix(word.size());
  return word;
}

std::string_view take_first_word(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

// Whether what stands directly before a quotation is how a program goes on to a literal.
bool is_operand(std::string_view before) {
  const std::size_t last = before.find_last_not_of(" \t");
  if (last == kNone) return false;
  constexpr std::string_view kOperators = "=+?&{[|\\<";
  if (kOperators.find(before[last]) != kNone) return true;
  return before[last] == '(' && last > 0 && is_letter(before[last - 1]);
}

// Takes punctuation off the end of `before`, and other quotations.
void take_other_quotations(std::string_view& before) {
  constexpr std::string_view kPunctuation = " \t(*_-:,;./";
  for (;;) {
    const std::size_t last = before.find_last_not_of(kPunctuation);
    before = before.substr(0, last == kNone ? 0 : last + 1);
    if (before.empty() || (before.back() != '`' && before.back() != '"')) return;
    const char quote = before.back();
    const std::size_t open = before.substr(0, before.size() - 1).rfind(quote);
    before = before.substr(0, open == kNone ? 0 : open);
    while (!before.empty() && before.back() == quote) before.remove_suffix(1);
  }
}

bool ends_as_sentence(std::string_view before) {
  take_other_quotations(before);
  // A dash is of three bytes, all of which pass for letters.
  const std::string_view last = take_last_word(before);
  if (last.empty() || before.empty() || before.back() != ' ') return false;
  constexpr std::string_view kBetween = " ,-";
  const std::size_t end = before.find_last_not_of(kBetween);
  before = before.substr(0, end == kNone ? 0 : end + 1);
  return is_word_of_sentence(last) && is_word_of_sentence(take_last_word(before));
}

bool goes_on_as_sentence(std::string_view behind) {
  const std::size_t first = behind.find_first_not_of("`)*_.,;:!?\"'");
  if (first == kNone || behind[first] != ' ') return false;
  behind.remove_prefix(std::min(behind.size(), behind.find_first_not_of(" -(", first)));
  if (!is_word_of_sentence(take_first_word(behind)) || behind.size() < 2 || behind.front() != ' ') return false;
  behind.remove_prefix(1);
  return behind.front() == '"' || behind.front() == '`' || is_word_of_sentence(take_first_word(behind));
}

}  // namespace

bool is_in_prose(std::string_view text, Stretch line, const Quotation& quotation) {
  if (quotation.content.in(text).find("${") != kNone) return false;
  const std::string_view before = text.substr(line.begin, quotation.whole.begin - line.begin);
  if (is_operand(before)) return false;
  return ends_as_sentence(before) ||
         goes_on_as_sentence(text.substr(quotation.whole.end, line.end - quotation.whole.end));
}

bool is_value(std::string_view text, Stretch line, const Quotation& quotation) {
  const std::size_t end = skip_spaces_back(text, line.begin, quotation.whole.begin);
  if (end < line.begin + 2) return false;
  const char last = text[end - 1];
  const char before = text[end - 2];
  if (last == '>') return before == '=';
  if (last == ':') return before != ':';
  return last == '=' && std::string_view("=!<>~").find(before) == kNone;
}

bool is_key(std::string_view text, Stretch line, const Quotation& quotation) {
  const std::size_t behind = skip_spaces(text, quotation.whole.end, line.end);
  if (behind >= line.end) return false;
  const char next = behind + 1 < line.end ? text[behind + 1] : ' ';
  return (text[behind] == ':' && next != ':') || (text[behind] == '=' && next != '=' && next != '~');
}

bool is_alone(std::string_view text, Stretch line, const Quotation& quotation) {
  const std::size_t before = skip_spaces_back(text, line.begin, quotation.whole.begin);
  const std::size_t behind = skip_spaces(text, quotation.whole.end, line.end);
  return before == line.begin && (behind == line.end || (text[behind] == ',' && behind + 1 == line.end));
}

bool is_replaced(std::string_view text, Stretch line, const Quotation& quotation) {
  constexpr std::size_t kFarthest = 60;
  constexpr std::string_view kCalls[] = {"replac", "gsub", ".sub(", "strtr", "translate", ".split(", "remplac"};
  const std::size_t begin = std::max(line.begin, quotation.whole.begin - std::min(quotation.whole.begin, kFarthest));
  std::string call(text.substr(begin, quotation.whole.begin - begin));
  const std::size_t statement = call.find_last_of(";{}");
  if (statement != kNone) call.erase(0, statement + 1);
  for (char& c : call) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  const bool is_call = std::any_of(std::begin(kCalls), std::end(kCalls),
                                   [&](std::string_view name) { return call.find(name) != kNone; });
  if (!is_call) return false;
  std::size_t behind = quotation.whole.end;
  while (behind < line.end && is_letter(text[behind])) ++behind;  // flags of a pattern
  behind = skip_spaces(text, behind, line.end);
  return behind < line.end && (text[behind] == ',' || (text[behind] == ')' && call.find(".split(") != kNone));
}

}  // namespace unbake::detect
