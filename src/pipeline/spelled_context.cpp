#include "pipeline/spelled_context.hpp"

#include <algorithm>
#include <cstddef>

#include "base/utf8.hpp"
#include "model/character_class.hpp"

namespace unbake::pipeline {
namespace {

using model::CharacterClass;
using notation::Stretch;

// How far is looked on each side, in bytes.
constexpr std::size_t kReach = 256;

// A word has letters of this weight; what is in a table has fewer. Characters that took three bytes weigh two: by
// chance such damage is much rarer.
constexpr int kWordWeight = 3;
constexpr int kLegacyWordWeight = 4;
constexpr char32_t kFirstHeavy = 0x800;

constexpr char32_t kFirstBeyondLatin = 0x370;

bool is_letter(char32_t c) {
  const CharacterClass k = model::character_class(c);
  const auto within = [k](CharacterClass first, CharacterClass last) { return k >= first && k <= last; };
  return k == CharacterClass::kAsciiLower || k == CharacterClass::kAsciiUpper || k == CharacterClass::kCombining ||
         within(CharacterClass::kLatin1Lower, CharacterClass::kPhonetic) ||
         (within(CharacterClass::kGreekLower, CharacterClass::kHanExtension) && k != CharacterClass::kCjkPunctuation);
}

bool is_quotation_mark(char32_t c) {
  const CharacterClass k = model::character_class(c);
  return k == CharacterClass::kOpenQuote || k == CharacterClass::kCloseQuote || k == CharacterClass::kAsciiQuote;
}

int weight_of(char32_t letter) { return letter >= kFirstHeavy ? 2 : 1; }

// The letters that were seen, weighed.
struct Letters {
  int weight = 0;
  bool has_ascii = false;
  bool is_latin = true;

  void see(char32_t c) {
    if (!is_letter(c)) return;
    weight += weight_of(c);
    has_ascii |= c < 0x80;
    is_latin &= c < kFirstBeyondLatin;
  }

  // Accented letters alone are no word.
  [[nodiscard]] bool are_word() const { return weight >= kWordWeight && (has_ascii || !is_latin); }
};

bool joins_letters(char32_t c) { return c == U'\'' || c == 0x2019; }

Letters letters_at(std::string_view text, Stretch place) {
  Letters letters;
  const std::size_t least = place.begin - std::min(place.begin, kReach);
  for (std::size_t i = place.begin; i > least;) {
    const base::CodePoint c = base::decode_utf8_before(text, i);
    if (!is_letter(c.value) && !joins_letters(c.value)) break;
    letters.see(c.value);
    i -= c.length;
  }
  const std::size_t most = std::min(text.size(), place.end + kReach);
  for (std::size_t i = place.begin; i < most;) {
    const base::CodePoint c = base::decode_utf8(text, i);
    if (i >= place.end && !is_letter(c.value) && !joins_letters(c.value)) break;
    letters.see(c.value);
    i += c.length;
  }
  return letters;
}

// Whether `place` is in square brackets with something that only sets of characters have: [a-z], [^a].
bool is_in_set(std::string_view text, Stretch place) {
  const std::size_t least = place.begin - std::min(place.begin, kReach);
  const std::string_view before = text.substr(least, place.begin - least);
  const std::string_view behind = text.substr(place.end, kReach);
  const std::size_t open = before.find_last_of("[] \t\n\"");
  const std::size_t close = behind.find_first_of("[] \t\n\"");
  if (open == std::string_view::npos || close == std::string_view::npos) return false;
  if (before[open] != '[' || behind[close] != ']') return false;
  const auto is_sign = [](char c) { return c == '-' || c == '^' || c == '\\'; };
  const std::string_view left = before.substr(open + 1);
  const std::string_view right = behind.substr(0, close);
  return std::any_of(left.begin(), left.end(), is_sign) || std::any_of(right.begin(), right.end(), is_sign);
}

// Whether `place` is one end of a range: a character, a hyphen, and a character beyond ASCII that is part of no word.
bool is_in_range(std::string_view text, Stretch place) {
  const auto ends_at = [&](std::size_t at) {
    return at >= text.size() || !is_letter(base::decode_utf8(text, at).value);
  };
  const auto begins_at = [&](std::size_t at) {
    return at == 0 || !is_letter(base::decode_utf8_before(text, at).value);
  };
  if (!begins_at(place.begin) || !ends_at(place.end)) return false;
  if (place.end + 1 < text.size() && text[place.end] == '-') {
    const base::CodePoint last = base::decode_utf8(text, place.end + 1);
    if (last.value >= 0x80 && ends_at(place.end + 1 + last.length)) return true;
  }
  if (place.begin < 2 || text[place.begin - 1] != '-') return false;
  const base::CodePoint first = base::decode_utf8_before(text, place.begin - 1);
  return first.value >= 0x80 && begins_at(place.begin - 1 - first.length);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether a text may begin behind, or end before, the character at `at`; `inside` is the one beside it in the text.
bool encloses(std::string_view text, std::size_t at, char inside, bool is_left) {
  const char c = text[at];
  if (c == '"' || c == '`' || c == (is_left ? '>' : '<')) return true;
  if (c != '\'') return false;
  // An apostrophe has a letter on both sides.
  const bool is_outside_letter =
      is_left ? at > 0 && is_ascii_letter(text[at - 1]) : at + 1 < text.size() && is_ascii_letter(text[at + 1]);
  return !(is_outside_letter && is_ascii_letter(inside));
}

// Where the value of `key=value` or `key: value` begins in `line`; npos if it is no such line.
std::size_t value_begin(std::string_view line) {
  const std::size_t key = line.find_first_not_of(" \t");
  if (key == std::string_view::npos) return key;
  std::size_t end = key;
  while (end < line.size() && (is_ascii_letter(line[end]) || (line[end] >= '0' && line[end] <= '9') ||
                               line[end] == '.' || line[end] == '_' || line[end] == '-')) {
    ++end;
  }
  const std::size_t sign = line.find_first_not_of(' ', end);
  if (end == key || sign == std::string_view::npos || (line[sign] != '=' && line[sign] != ':')) {
    return std::string_view::npos;
  }
  return sign + 1;
}

// The text around `place` between quotes, between tags, or behind the key of a line; empty if there is none near.
Stretch enclosed_text(std::string_view text, Stretch place) {
  const std::size_t least = place.begin - std::min(place.begin, kReach);
  std::size_t begin = place.begin;
  while (begin > least && text[begin - 1] != '\n' && !encloses(text, begin - 1, text[begin], true)) --begin;
  if (begin == 0 || text[begin - 1] == '\n') {
    const std::size_t value = value_begin(text.substr(begin, place.begin - begin));
    if (value == std::string_view::npos) return {place.begin, place.begin};
    const std::size_t end = std::min({text.find('\n', place.end), place.end + kReach, text.size()});
    return {begin + value, end};
  }
  if (begin == least) return {place.begin, place.begin};
  const std::size_t most = std::min(text.size(), place.end + kReach);
  std::size_t end = place.end;
  while (end < most && text[end] != '\n' && !encloses(text, end, text[end - 1], false)) ++end;
  if (end == most || text[end] == '\n') return {place.begin, place.begin};
  return {begin, end};
}

// Words of at least two letters.
int count_words(std::string_view text) {
  int words = 0;
  int letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    letters = is_letter(c.value) ? letters + 1 : 0;
    if (letters == 2) ++words;
    i += c.length;
  }
  return words;
}

// Whether words of its script stand together without spaces: Thai, Lao, and the scripts of China, Japan and Korea.
bool has_no_spaces(char32_t letter) { return letter >= 0x2E80 || (letter >= 0xE00 && letter < 0xF00); }

// Words of text that may have been legacy text: longer, and what digits join is one. Scripts without spaces have a word
// for each few characters.
int count_legacy_words(std::string_view text) {
  int words = 0;
  int weight = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    if (c.value >= U'0' && c.value <= U'9') continue;
    if (!is_letter(c.value)) {
      weight = 0;
      continue;
    }
    const bool is_new_word = weight < kLegacyWordWeight;
    weight += has_no_spaces(c.value) ? 2 : 1;
    if (weight < kLegacyWordWeight) continue;
    if (is_new_word) ++words;
    if (has_no_spaces(c.value)) weight = 0;
  }
  return words;
}

// The text around `place` in its line, up to the next sign that ends texts in code and markup.
Stretch unbroken_text(std::string_view text, Stretch place) {
  constexpr std::string_view kBreaks = "\"\n<>{}[]";
  const std::size_t least = place.begin - std::min(place.begin, kReach);
  const std::size_t before = text.substr(least, place.begin - least).find_last_of(kBreaks);
  const std::string_view behind = text.substr(place.end, kReach);
  const std::size_t end = behind.find_first_of(kBreaks);
  return {before == std::string_view::npos ? least : least + before + 1,
          place.end + (end == std::string_view::npos ? behind.size() : end)};
}

bool any_character(std::string_view text, Stretch place, bool (*is)(char32_t)) {
  for (std::size_t i = place.begin; i < place.end;) {
    const base::CodePoint c = base::decode_utf8(text, i);
    if (is(c.value)) return true;
    i += c.length;
  }
  return false;
}

}  // namespace

Setting setting_of(std::string_view text, Stretch place) {
  if (is_in_set(text, place) || is_in_range(text, place)) return Setting::kAlone;
  const Letters letters = letters_at(text, place);
  if (letters.are_word()) return Setting::kText;
  const Stretch field = enclosed_text(text, place);
  const int words = count_words(text.substr(field.begin, place.begin - field.begin)) +
                    count_words(text.substr(place.end, field.end - std::min(field.end, place.end)));
  const bool is_short_word = letters.weight > 1 && letters.has_ascii;
  if (is_short_word) return words < 2 ? Setting::kBesideText : Setting::kText;
  if (words == 0) return Setting::kAlone;
  // A letter or a quotation mark by itself may be what the text is about.
  const bool may_be_subject = any_character(text, place, is_letter) || any_character(text, place, is_quotation_mark);
  return may_be_subject || words == 1 ? Setting::kBesideText : Setting::kText;
}

Setting legacy_setting_of(std::string_view text, Stretch place) {
  if (is_in_set(text, place) || is_in_range(text, place)) return Setting::kAlone;
  const Stretch around = unbroken_text(text, place);
  const int words = count_legacy_words(text.substr(around.begin, around.end - around.begin));
  if (words == 0) return Setting::kAlone;
  return words == 1 ? Setting::kBesideText : Setting::kText;
}

bool is_in_header(std::string_view text, Stretch place) {
  constexpr std::size_t kLongestLine = 998;  // RFC 5322
  const std::size_t least = place.begin - std::min(place.begin, kLongestLine);
  const std::string_view before = text.substr(least, place.begin - least);
  const std::size_t line_end = before.rfind('\n');
  if (line_end == std::string_view::npos && least > 0) return false;
  const std::string_view line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  if (line.empty()) return true;
  if (line[0] == ' ' || line[0] == '\t') return line.find_first_of("{}[]();=\"'") == std::string_view::npos;
  const std::size_t name = line.find_first_of(" \t:");
  return name != std::string_view::npos && name > 0 && line[name] == ':';
}

}  // namespace unbake::pipeline
