#include "detect/latin_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include "detect/look_alike.hpp"
#include "model/latin_symbol.hpp"

namespace unbake::detect {
namespace {

// Share of words that are not in the language of the line: names, quotations, terms.
constexpr float kForeign = 0.05F;

// A capital behind a small letter costs this, in nats: case is no part of the profiles.
constexpr float kCapitalInside = 5.0F;

// A control that ends lines is hardly ever written between words, in nats: where another word follows at once, as a
// line follows a line, less so than elsewhere.
constexpr char32_t kNextLine = 0x85;
constexpr float kDivides = 10.0F;
constexpr float kDividesNothing = 20.0F;

// What stands between words without spaces costs this: dashes, which do so in much English; middle dots, which seldom
// do; and others.
constexpr float kDash = 5.0F;
constexpr float kMiddleDot = 12.0F;
constexpr float kOtherJoin = 6.0F;

// So does a letter of another script in the place of the Latin one that it looks like; and a ligature.
constexpr float kLookAlike = 8.0F;
constexpr float kLigature = 3.0F;

bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }
bool joins_words(char32_t c) { return is_dash(c) || c == kNextLine || c == 0xB7 || c == 0x2022 || c == 0x2026; }

// What it costs that `c`, which joins words, stands in one; `is_last` if nothing is behind it.
float cost_of_join(char32_t c, bool is_last) {
  if (c == kNextLine) return is_last ? kDividesNothing : kDivides;
  if (is_dash(c)) return kDash;
  return c == 0xB7 ? kMiddleDot : kOtherJoin;
}

// The letters of a ligature of Latin; empty if `c` is none.
std::u32string_view letters_of_ligature(char32_t c) {
  constexpr std::u32string_view kLetters[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl"};
  return c - 0xFB00U < std::size(kLetters) ? kLetters[c - 0xFB00U] : std::u32string_view();
}

bool is_small(char32_t c) { return c < 0x80 ? c - U'a' < 26U : model::small_accented(c) == c && c >= 0xDF; }
bool is_accented_capital(char32_t c) { return c >= 0xC0 && model::small_accented(c) != c; }

}  // namespace

void LatinEvidence::start() {
  as_it_stands_ = {};
  reading_ = {};
  common_words_ = 0;
  symbols_ = 0;
}

model::LanguageScores LatinEvidence::score(std::span<const char32_t> word) const {
  model::LanguageScores scores = languages_.score(word);
  float capitals = 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (is_accented_capital(word[i]) && is_small(word[i - 1])) capitals += kCapitalInside;
  }
  for (std::size_t k = 0; k < languages_.count(); ++k) scores[k] -= capitals;
  return scores;
}

float LatinEvidence::mixture(const model::LanguageScores& scores) const {
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(languages_.count());
  const float most = *std::max_element(scores.begin(), end);
  float sum = 0;
  for (auto s = scores.begin(); s != end; ++s) sum += std::exp(*s - most);
  return most + std::log(sum / static_cast<float>(languages_.count()));
}

void LatinEvidence::add(std::span<const char32_t> word, model::LanguageScores& sum) const {
  const model::LanguageScores scores = score(word);
  const float foreign = mixture(scores) + std::log(kForeign);
  for (std::size_t k = 0; k < languages_.count(); ++k) {
    const float own = scores[k] + std::log1p(-kForeign);
    const float more = std::max(own, foreign);
    sum[k] += more + std::log1p(std::exp(std::min(own, foreign) - more));
  }
}

void LatinEvidence::add_common(std::span<const char32_t> word) {
  if (learns_more()) add_common(word.size(), in_line(word));
}

void LatinEvidence::add_common(std::size_t length, const model::LanguageScores& in_line) {
  if (!learns_more()) return;
  ++common_words_;
  symbols_ += length + 1;
  for (std::size_t k = 0; k < languages_.count(); ++k) {
    as_it_stands_[k] += in_line[k];
    reading_[k] += in_line[k];
  }
}

model::LanguageScores LatinEvidence::in_line(std::span<const char32_t> word) const {
  model::LanguageScores sum{};
  add(word, sum);
  return sum;
}

void LatinEvidence::add_pair(std::span<const char32_t> as_it_stands, std::span<const char32_t> reading) {
  float strange = 0;
  std::vector<char32_t> meant;
  for (const char32_t c : as_it_stands) {
    const std::u32string_view letters = letters_of_ligature(c);
    if (!letters.empty()) {
      meant.insert(meant.end(), letters.begin(), letters.end());
      strange += kLigature;
    } else {
      meant.push_back(latin_look_alike(c));
      strange += meant.back() == c ? 0 : kLookAlike;
    }
  }
  for (std::span<const char32_t> rest = meant; !rest.empty();) {
    const auto end = std::find_if(rest.begin(), rest.end(), joins_words);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    if (length > 0) add(rest.first(length), as_it_stands_);
    if (end == rest.end()) break;
    rest = rest.subspan(length + 1);
    strange += cost_of_join(*end, rest.empty());
  }
  for (float& sum : as_it_stands_) sum -= strange;
  add(reading, reading_);
  symbols_ += reading.size() + 1;
}

void LatinEvidence::add_letter(char32_t as_it_stands, char32_t reading) {
  add({&as_it_stands, 1}, as_it_stands_);
  const model::LanguageScores scores = score({&reading, 1});
  for (std::size_t k = 0; k < languages_.count(); ++k) reading_[k] += scores[k];
  symbols_ += 2;
}

float LatinEvidence::gain() const { return mixture(reading_) - mixture(as_it_stands_); }

float LatinEvidence::strangeness() const {
  const auto end = reading_.begin() + static_cast<std::ptrdiff_t>(languages_.count());
  return -*std::max_element(reading_.begin(), end) / static_cast<float>(std::max<std::size_t>(symbols_, 1));
}

float LatinEvidence::gain_alone(std::span<const char32_t> as_it_stands, std::span<const char32_t> reading) const {
  return mixture(score(reading)) - mixture(score(as_it_stands));
}

}  // namespace unbake::detect
