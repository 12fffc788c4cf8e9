#include "pipeline/single_letter.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "base/utf8.hpp"
#include "detect/latin_evidence.hpp"
#include "model/character_class.hpp"
#include "model/latin_symbol.hpp"

namespace unbake::pipeline {
namespace {

using model::CharacterClass;

// All in nats. They were set by hand on places of both kinds that gain 4 to 14 otherwise.
// A word in capitals and a sign that ends words: what ends in a capital and an ellipsis is no other capital. And a small letter among
// capitals.
constexpr float kEndOfCapitals = 6.0F;
constexpr float kSmallAmongCapitals = 6.0F;
// A letter of a script that nothing else in a line of Latin letters is in.
constexpr float kOfNoScriptAround = 6.0F;
// A root with what it is of, which is no letter that stands alone.
constexpr float kFormula = 6.0F;
// A sign between letters is in no word; a dash may be, where the words around do not gain `kOfLanguage`.
constexpr float kSignInWord = 6.0F;
constexpr float kOfLanguage = 8.0F;
// What was read as windows-1252 leaves its mark before signs that stand alone: a capital with a circumflex.
constexpr float kCircumflex = 5.0F;
// Letters that stand side by side in no language: all beyond `kNoPair` that the words of the line gain, to a limit.
constexpr float kNoPair = 12.0F;
constexpr float kMostForPair = 6.0F;

constexpr std::size_t kReach = 300;

CharacterClass class_of(char32_t c) { return model::character_class(c); }

bool is_latin(char32_t c) {
  const CharacterClass k = class_of(c);
  return model::is_ascii_letter(c) || (k >= CharacterClass::kLatin1Lower && k <= CharacterClass::kLatinOtherUpper);
}
bool is_small(char32_t c) {
  const CharacterClass k = class_of(c);
  return k == CharacterClass::kAsciiLower || k == CharacterClass::kLatin1Lower || k == CharacterClass::kLatinALower ||
         k == CharacterClass::kLatinOtherLower || k == CharacterClass::kPhonetic;
}
bool is_capital(char32_t c) {
  const CharacterClass k = class_of(c);
  return k == CharacterClass::kAsciiUpper || k == CharacterClass::kLatin1Upper || k == CharacterClass::kLatinAUpper ||
         k == CharacterClass::kLatinOtherUpper;
}
bool is_greek_or_cyrillic(char32_t c) {
  const CharacterClass k = class_of(c);
  return k >= CharacterClass::kGreekLower && k <= CharacterClass::kCyrillicOtherUpper;
}
// Of a script that is neither Latin nor one of these, and has letters of two bytes.
bool is_of_far_script(char32_t c) {
  const CharacterClass k = class_of(c);
  return k >= CharacterClass::kArmenian && k <= CharacterClass::kArabicMark;
}
bool is_letter(char32_t c) { return is_latin(c) || is_greek_or_cyrillic(c) || is_of_far_script(c); }

bool ends_words(char32_t c) {
  switch (class_of(c)) {
    case CharacterClass::kCloseQuote:
    case CharacterClass::kEllipsis:
    case CharacterClass::kInverted:
    case CharacterClass::kOtherSpace:
      return true;
    default:
      return c == 0xAE || c == 0xB4 || c == 0x2122;
  }
}
bool is_apostrophe(char32_t c) { return c == 0x2019 || c == 0xB7 || c == 0xAD || c == 0xB4; }

std::vector<char32_t> decoded(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    out.push_back(c.value);
    i += c.length;
  }
  return out;
}

class Setting {
 public:
  Setting(const LetterPlace& place, char32_t letter)
      : damage_(decoded(place.damage)),
        letter_(letter),
        before_(decoded(line_before(place.before))),
        behind_(decoded(line_behind(place.behind))) {
    const auto left = std::find_if_not(before_.rbegin(), before_.rend(), is_latin).base();
    const auto right = std::find_if_not(behind_.begin(), behind_.end(), is_latin);
    left_ = {left, before_.end()};
    right_ = {behind_.begin(), right};
  }

  float gain() {
    float gain = 0;
    const bool is_in_capitals = stands_in_capitals();
    if (is_in_capitals && right_.empty() && is_capital(damage_.front()) && ends_words(damage_.back()))
      gain -= kEndOfCapitals;
    if (is_in_capitals && is_small(letter_) && letter_ != 0xDF) gain -= kSmallAmongCapitals;
    if (is_of_far_script(letter_) && is_alone_in_latin()) gain -= kOfNoScriptAround;
    if (is_formula()) gain -= kFormula;
    if (is_sign_in_word()) gain += kSignInWord;
    if (is_circumflex()) gain += kCircumflex;
    if (is_pair_of_letters()) gain += std::clamp(gain_of_words() - kNoPair, 0.0F, kMostForPair);
    return gain;
  }

 private:
  static std::string_view line_before(std::string_view text) {
    text = text.substr(text.size() - std::min(text.size(), kReach));
    text = text.substr(text.rfind('\n') + 1);
    while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80) text.remove_prefix(1);
    return text;
  }
  static std::string_view line_behind(std::string_view text) {
    text = text.substr(0, kReach);
    return text.substr(0, text.find('\n'));
  }

  template <typename Test>
  [[nodiscard]] bool any_in_word(Test test) const {
    return std::any_of(left_.begin(), left_.end(), test) || std::any_of(right_.begin(), right_.end(), test);
  }
  template <typename Test>
  [[nodiscard]] std::size_t count_in_line(Test test) const {
    return static_cast<std::size_t>(std::count_if(before_.begin(), before_.end(), test) +
                                    std::count_if(behind_.begin(), behind_.end(), test));
  }

  // One capital may begin a word.
  [[nodiscard]] bool stands_in_capitals() const {
    const auto capitals = std::count_if(left_.begin(), left_.end(), is_capital) +
                          std::count_if(right_.begin(), right_.end(), is_capital);
    return capitals > 1 && !any_in_word(is_small);
  }

  [[nodiscard]] bool is_alone_in_latin() const {
    constexpr std::size_t kLeastLetters = 3;
    return count_in_line(is_of_far_script) == 0 && count_in_line(model::is_ascii_letter) >= kLeastLetters;
  }

  [[nodiscard]] bool is_formula() const {
    return damage_.front() == 0x221A && is_letter(damage_.back()) && left_.empty() && right_.empty();
  }

  [[nodiscard]] bool is_sign_in_word() {
    const char32_t sign = damage_.back();
    if (damage_.size() != 2 || left_.empty() || right_.empty() || is_letter(sign) || is_apostrophe(sign)) return false;
    if (class_of(sign) == CharacterClass::kOtherSpace) return false;
    return class_of(sign) != CharacterClass::kDash || gain_of_words() > kOfLanguage;
  }

  [[nodiscard]] bool is_circumflex() const {
    return damage_.size() == 2 && damage_.front() == 0xC2 && damage_.back() > 0xA0 && damage_.back() == letter_ &&
           left_.empty();
  }

  // Letters throughout, in a word of ASCII.
  [[nodiscard]] bool is_pair_of_letters() const {
    constexpr std::size_t kLeastLetters = 2;
    return is_latin(letter_) && left_.size() + right_.size() >= kLeastLetters &&
           std::all_of(damage_.begin(), damage_.end(), is_latin);
  }

  // What the languages of the line's words gain by the word that the repair makes.
  float gain_of_words() {
    detect::LatinEvidence evidence(model::LatinLanguages::builtin());
    evidence.start();
    add_words({before_.begin(), before_.end() - static_cast<std::ptrdiff_t>(left_.size())}, evidence);
    add_words({behind_.begin() + static_cast<std::ptrdiff_t>(right_.size()), behind_.end()}, evidence);
    std::vector<char32_t> word(left_.begin(), left_.end());
    std::vector<char32_t> reading = word;
    for (const char32_t c : damage_) word.push_back(is_latin(c) ? c : model::kWordEnd);
    reading.push_back(letter_);
    word.insert(word.end(), right_.begin(), right_.end());
    reading.insert(reading.end(), right_.begin(), right_.end());
    evidence.add_pair(word, reading, 0);
    return evidence.gain();
  }

  // Words of ASCII: what else is in the line may be damaged, too.
  static void add_words(std::span<const char32_t> text, detect::LatinEvidence& evidence) {
    for (auto i = text.begin(); i != text.end();) {
      i = std::find_if(i, text.end(), is_latin);
      const auto end = std::find_if_not(i, text.end(), is_latin);
      if (end - i > 1 && std::all_of(i, end, model::is_ascii_letter)) evidence.add_common({i, end});
      i = end;
    }
  }

  std::vector<char32_t> damage_;
  char32_t letter_;
  std::vector<char32_t> before_;  // the line
  std::vector<char32_t> behind_;
  std::span<const char32_t> left_;  // the word
  std::span<const char32_t> right_;
};

// The only character of `after`; nothing if there are more.
std::optional<char32_t> only_character(std::string_view after) {
  if (after.empty()) return std::nullopt;
  const base::CodePoint c = base::decode_utf8(after, 0);
  if (c.length != after.size()) return std::nullopt;
  return c.value;
}

}  // namespace

float gain_by_setting(const LetterPlace& place) {
  const std::optional<char32_t> letter = only_character(place.after);
  return letter && !place.damage.empty() ? Setting(place, *letter).gain() : 0;
}

}  // namespace unbake::pipeline
