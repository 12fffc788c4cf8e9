#include "pipeline/single_letter.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "base/utf8.hpp"
#include "model/character_class.hpp"
#include "model/latin_symbol.hpp"
#include "pipeline/word_in_line.hpp"

namespace unbake::pipeline {
namespace {

using model::CharacterClass;

// All in nats. They were set by hand on places of both kinds that gain 4 to 14 otherwise.
// A word in capitals and a sign that ends words: what ends in a capital and an ellipsis is no other capital. And a
// small letter among capitals.
constexpr float kEndOfCapitals = 6.0F;
constexpr float kSmallAmongCapitals = 6.0F;
// A letter of a script that nothing else in a line of Latin letters is in.
constexpr float kOfNoScriptAround = 6.0F;
// A root with what it is of, which is no letter that stands alone.
constexpr float kFormula = 6.0F;
// A sign between letters is in no word; a dash may be, where the words around do not gain `kOfLanguage`.
constexpr float kSignInWord = 6.0F;
constexpr float kOfLanguage = 8.0F;
// What was read as windows-1252 leaves its mark before sums of money: a capital with a circumflex.
constexpr float kCircumflex = 5.0F;
// Letters that stand side by side in no language: all beyond `kNoPair` that the words of the line gain, to a limit.
constexpr float kNoPair = 12.0F;
constexpr float kMostForPair = 6.0F;

CharacterClass class_of(char32_t c) { return model::character_class(c); }

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
bool is_letter(char32_t c) { return is_latin_letter(c) || is_greek_or_cyrillic(c) || is_of_far_script(c); }

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

class Setting {
 public:
  Setting(const LetterPlace& place, char32_t letter)
      : damage_(characters_of(place.damage)),
        letter_(letter),
        line_(place.before, place.behind),
        left_(line_.left()),
        right_(line_.right()) {}

  float gain() {
    float gain = 0;
    const bool is_in_capitals = stands_in_capitals();
    if (is_in_capitals && right_.empty() && ends_in_mark()) gain -= kEndOfCapitals;
    if (is_in_capitals && is_small(letter_) && letter_ != 0xDF) gain -= kSmallAmongCapitals;
    if (is_of_far_script(letter_) && is_alone_in_latin()) gain -= kOfNoScriptAround;
    if (is_formula()) gain -= kFormula;
    if (is_sign_in_word()) gain += kSignInWord;
    if (is_circumflex()) gain += kCircumflex;
    if (is_pair_of_letters()) gain += std::clamp(gain_of_words() - kNoPair, 0.0F, kMostForPair);
    return gain;
  }

 private:
  template <typename Test>
  [[nodiscard]] bool any_in_word(Test test) const {
    return std::any_of(left_.begin(), left_.end(), test) || std::any_of(right_.begin(), right_.end(), test);
  }
  template <typename Test>
  [[nodiscard]] std::size_t count_in_line(Test test) const {
    return static_cast<std::size_t>(std::count_if(line_.line_before().begin(), line_.line_before().end(), test) +
                                    std::count_if(line_.line_behind().begin(), line_.line_behind().end(), test));
  }

  // One capital may begin a word.
  [[nodiscard]] bool stands_in_capitals() const {
    const auto capitals =
        std::count_if(left_.begin(), left_.end(), is_capital) + std::count_if(right_.begin(), right_.end(), is_capital);
    return capitals > 1 && !any_in_word(is_small);
  }

  // A mark that the repair leaves is behind the word in any case.
  [[nodiscard]] bool ends_in_mark() const {
    return is_capital(damage_.front()) && ends_words(damage_.back()) && damage_.back() != letter_;
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
    const auto behind = line_.line_behind();
    const bool is_amount = class_of(letter_) == CharacterClass::kCurrency && !behind.empty() &&
                           class_of(behind.front()) == CharacterClass::kDigit;
    return is_amount && damage_.size() == 2 && damage_.front() == 0xC2 && damage_.back() == letter_ && left_.empty();
  }

  // Letters throughout, in a word of ASCII.
  [[nodiscard]] bool is_pair_of_letters() const {
    constexpr std::size_t kLeastLetters = 2;
    return is_latin_letter(letter_) && left_.size() + right_.size() >= kLeastLetters &&
           std::all_of(damage_.begin(), damage_.end(), is_latin_letter);
  }

  // What the languages of the line's words gain by the word that the repair makes.
  [[nodiscard]] float gain_of_words() const { return line_.gain(damage_, {&letter_, 1}); }

  std::vector<char32_t> damage_;
  char32_t letter_;
  WordInLine line_;
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
