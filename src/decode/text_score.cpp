#include "decode/text_score.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.hpp"
#include "model/character_class.hpp"
#include "model/latin_symbol.hpp"

namespace unbake::decoding {
namespace {

using model::CharacterClass;

// Controls other than those of lines are rarer in text than the model, which has seen none, believes.
constexpr float kControl = 6.0F;
// A letter or word end of Latin text costs this in its own language, so that words in Latin letters neither gain nor
// lose by being looked at twice.
constexpr float kUsualSymbol = 3.4F;
// How much the profiles count beside the pooled model.
constexpr float kProfileWeight = 0.7F;
// A word that is in none of the languages that the others are in: of one in twenty, in any of 71.
constexpr float kForeign = 7.3F;
// A capital behind a small letter, which the profiles do not see.
constexpr float kCapitalInside = 4.0F;
// Words of ASCII that tell the language, and words beyond it that are weighed.
constexpr std::size_t kMostPlain = 32;
constexpr std::size_t kMostAccented = 64;
// Words that are remembered; each is half a kilobyte.
constexpr std::size_t kMostRemembered = 512;

// The tones of Vietnamese, which windows-1258 has by themselves, stand on vowels.
constexpr float kToneOnConsonant = 8.0F;
bool is_tone(char32_t c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323; }
bool is_vowel(char32_t c) {
  return c < 0x80 ? std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos : c < 0x300;
}

bool is_latin(char32_t c) {
  if (c < 0x80) return model::is_ascii_letter(c);
  if (c >= base::kRawByte) return false;
  const CharacterClass k = model::character_class(c);
  return (k >= CharacterClass::kLatin1Lower && k <= CharacterClass::kLatinOtherUpper) || c == 0xAA || c == 0xBA;
}

bool is_small(char32_t c) { return c < 0x80 ? c - U'a' < 26U : model::small_accented(c) == c && c >= 0xDF; }

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B) || (c >= 0x7F && c < 0xA0);
}

std::size_t capitals_inside(std::span<const char32_t> word) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    count += word[i] >= 0xC0 && model::small_accented(word[i]) != word[i] && is_small(word[i - 1]) ? 1U : 0U;
  }
  return count;
}

// log of the mean of P over the languages.
float mixture(const model::LanguageScores& scores, std::size_t count) {
  const float most = *std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(count));
  float sum = 0;
  for (std::size_t k = 0; k < count; ++k) sum += std::exp(scores[k] - most);
  return most + std::log(sum / static_cast<float>(count));
}

// A word belongs to the language of the text, or to any.
void add_word(const model::LanguageScores& word, std::size_t count, model::LanguageScores& sum) {
  const float least = *std::max_element(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(count)) - kForeign;
  for (std::size_t k = 0; k < count; ++k) sum[k] += std::max(word[k], least);
}

// No less than what the words of Latin letters with one beyond ASCII in them can gain.
float most_of_words(std::span<const char32_t> text) {
  std::size_t symbols = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size() && words < kMostAccented;) {
    const std::size_t begin = i;
    char32_t all = 0;
    while (i < text.size() && is_latin(text[i])) all |= text[i++];
    if (i == begin) ++i;
    if (all < 0x80) continue;
    symbols += i - begin + 1;
    ++words;
  }
  return kProfileWeight * kUsualSymbol * static_cast<float>(symbols);
}

}  // namespace

float TextScore::of_characters(std::span<const char32_t> text, float bad_byte, float least) const {
  float sum = 0;
  char32_t a = '\n';
  char32_t b = '\n';
  for (const char32_t c : text) {
    if (sum < least) return sum;
    if (c >= base::kRawByte) {
      sum -= bad_byte;
      a = b;
      b = base::kReplacementCharacter;
      continue;
    }
    sum += (a | b | c) < 0x80 ? model::Model::kAsciiCost : model_.log_probability(a, b, c);
    if (is_control(c)) sum -= kControl;
    if (is_tone(c) && !is_vowel(b)) sum -= kToneOnConsonant;
    a = b;
    b = c;
  }
  return sum;
}

const model::LanguageScores& TextScore::score_of(std::span<const char32_t> word) {
  if (words_.size() >= kMostRemembered) words_.clear();
  const auto [at, is_new] = words_.try_emplace(std::u32string(word.begin(), word.end()));
  if (is_new) at->second = languages_.score(word);
  return at->second;
}

float TextScore::of_words(std::span<const char32_t> text) {
  const std::size_t count = languages_.count();
  model::LanguageScores plain{};
  model::LanguageScores accented{};
  std::size_t plain_words = 0;
  std::size_t accented_words = 0;
  std::size_t symbols = 0;
  float capitals = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_latin(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    char32_t all = 0;
    while (i < text.size() && is_latin(text[i])) all |= text[i++];
    const auto word = text.subspan(begin, i - begin);
    if (all < 0x80) {
      if (++plain_words <= kMostPlain) add_word(score_of(word), count, plain);
    } else if (++accented_words <= kMostAccented) {
      add_word(score_of(word), count, accented);
      symbols += word.size() + 1;
      capitals += kCapitalInside * static_cast<float>(capitals_inside(word));
    }
  }
  if (accented_words == 0) return 0;
  for (std::size_t k = 0; k < count; ++k) accented[k] += plain[k];
  const float gain = mixture(accented, count) - mixture(plain, count) + kUsualSymbol * static_cast<float>(symbols);
  return kProfileWeight * (gain - capitals);
}

float TextScore::operator()(std::span<const char32_t> text, float bad_byte, float least) {
  const float most = least == kLowest ? 0 : most_of_words(text);
  const float sum = of_characters(text, bad_byte, least == kLowest ? kLowest : least - most);
  return sum + most < least ? sum + most : sum + of_words(text);
}

}  // namespace unbake::decoding
