#include "detect/latin_search.hpp"

#include <algorithm>
#include <array>

#include "base/symbol.hpp"
#include "base/utf8.hpp"
#include "model/character_class.hpp"
#include "model/latin_symbol.hpp"

namespace unbake::detect {
namespace {

using encoding::EncodingId;
using encoding::ReaderBytes;
using encoding::ReaderSet;
using model::CharacterClass;
using model::is_ascii_letter;

// Pages that one and the same line is met in: what it was in, what it was read as, and how much rarer that is than the
// usual, in nats.
struct Page {
  EncodingId source;
  EncodingId reader;
  float rarity;
};
constexpr float kSeldom = 5.0F;
// Two pages of one region differ in letters of one language, so that its words say little.
constexpr float kOfOneRegion = 10.0F;
using enum EncodingId;
constexpr Page kPages[] = {
    // What is not Western, read as Western, which programs take for granted.
    {kWindows1250, kWindows1252, 0},
    {kIso88592, kWindows1252, 0},
    {kWindows1254, kWindows1252, 0},
    {kIbm850, kWindows1252, 0},
    {kIbm437, kWindows1252, 0},
    {kIbm852, kWindows1252, 0},
    {kMacintosh, kWindows1252, 0},
    {kWindows1257, kWindows1252, kSeldom},
    {kIbm850, kIso88591, 0},
    {kIbm437, kIso88591, 0},
    {kIbm852, kIso88591, 0},
    {kMacintosh, kIso88591, 0},
    // Western read as what a system of another region takes for granted.
    {kWindows1252, kWindows1250, 0},
    {kWindows1252, kIbm850, 0},
    {kWindows1252, kIbm437, kSeldom},
    {kWindows1252, kMacintosh, 0},
    {kWindows1252, kWindows1251, 0},
    {kWindows1252, kGbk, 0},
    {kWindows1252, kIbm852, kSeldom},
    {kWindows1252, kIso88592, kSeldom},
    {kWindows1252, kWindows1254, kSeldom},
    {kWindows1252, kWindows1257, kSeldom},
    {kWindows1252, kIbm866, kSeldom},
    {kWindows1252, kKoi8R, kSeldom},
    // DOS, Windows and Unix of one region.
    {kIbm852, kWindows1250, 0},
    {kWindows1250, kIbm852, 0},
    {kIbm850, kWindows1250, kSeldom},
    {kIso88592, kWindows1250, kOfOneRegion},
    {kWindows1250, kIso88592, kOfOneRegion},
    {kWindows1250, kIbm850, kSeldom},
    {kWindows1250, kMacintosh, kSeldom},
    {kWindows1250, kWindows1251, kSeldom},
};

// Case is no part of the profiles: capitals alone say less. So do lines of a word or two, which may be in any language.
constexpr float kCapitalsOnly = 12.0F;
constexpr float kFewWords = 4.0F;
// Letters that stand alone may be what a line lists.
constexpr float kLettersOnly = 3.0F;
constexpr std::size_t kFew = 2;

// Text is as it is in one of the languages that are known: nine of ten readings that are right cost up to 2.65 nats a
// letter there. Where clean text of a language without a profile is likelier after a conversion, it costs 3.3.
constexpr float kUsual = 2.65F;
constexpr float kStrange = 40.0F;

constexpr char32_t kSoftHyphen = 0xAD;

// Places of a line that are looked at in the pooled model first, and what they must gain.
constexpr std::size_t kPlacesOfGlance = 8;
constexpr float kLeastAtAGlance = 0;

bool is_latin(char32_t c) {
  const CharacterClass k = model::character_class(c);
  return is_ascii_letter(c) || (k >= CharacterClass::kLatin1Lower && k <= CharacterClass::kLatinOtherUpper);
}

// Of Latin-1 or Latin Extended-A.
bool is_accented(char32_t c) { return c >= 0xC0 && c < 0x180 && is_latin(c); }

// A German word with the sign for division in it was one with an o with dots; `x` and `y` so divided are a formula.
bool is_division_in_word(std::span<const char32_t> word, std::size_t i) {
  const auto is_small = [](char32_t c) { return c - U'a' < 26U; };
  return word[i] == 0xF7 && word.size() > 4 && i > 0 && i + 1 < word.size() && is_small(word[i + 1]);
}

// Letters of Greek and of scripts behind it, as one byte is shown.
bool is_of_other_alphabet(char32_t c) {
  const CharacterClass k = model::character_class(c);
  return k >= CharacterClass::kGreekLower && k <= CharacterClass::kArabicOther;
}

// Whether letters of another alphabet stand in a row that is longer than one of accented letters: they are a word,
// which markup may stand beside.
bool has_word_of_other_alphabet(std::span<const char32_t> word) {
  constexpr std::size_t kLongestRow = 2;
  std::size_t row = 0;
  return std::any_of(word.begin(), word.end(), [&](char32_t c) {
    row = is_of_other_alphabet(c) ? row + 1 : 0;
    return row > kLongestRow;
  });
}

// Boxes, arrows, operators: letters are read as such, too, but so are formulas and tables written.
bool is_drawing(char32_t c) {
  const CharacterClass k = model::character_class(c);
  return k >= CharacterClass::kLetterlike && k <= CharacterClass::kEmoji;
}

// What may be part of a word beside letters: apostrophes, ordinals, and what Spanish begins a sentence with.
bool may_stand_in_word(char32_t c) {
  return is_latin(c) || c == 0x2019 || c == 0xA1 || c == 0xBF || c == 0xAA || c == 0xBA || c == 0xB7;
}

// Quotation marks, dashes, signs of trade, of notes and the like begin and end words in clean text. A soft hyphen is
// anywhere.
bool is_sign(char32_t c) { return c == 0xA9 || c == 0xAE || c == 0xB0 || c == 0xAA || c == 0xBA || c == 0x2122; }
// The pilcrow that links to a heading, daggers and section signs that lead to notes.
bool is_sign_of_note(char32_t c) { return c == 0xB6 || c == 0xA7 || c == 0x2020 || c == 0x2021; }
bool is_mark(char32_t c) {
  switch (model::character_class(c)) {
    case CharacterClass::kOtherSpace:
    case CharacterClass::kOpenQuote:
    case CharacterClass::kCloseQuote:
    case CharacterClass::kDash:
    case CharacterClass::kEllipsis:
    case CharacterClass::kInverted:
    case CharacterClass::kCurrency:
    case CharacterClass::kPunctuation:
    case CharacterClass::kFormat:
      return true;
    default:
      return is_sign(c) || is_sign_of_note(c);
  }
}
// Footnotes, powers and units.
bool is_superscript(char32_t c) { return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x207F; }
// Micro, ohm, powers, Greek variables.
bool is_sign_of_quantity(char32_t c) {
  const CharacterClass k = model::character_class(c);
  const bool is_greek = k == CharacterClass::kGreekLower || k == CharacterClass::kGreekUpper;
  return is_greek || is_superscript(c) || c == 0xB5 || is_sign(c);
}
bool is_clean_at(std::span<const char32_t> word, std::size_t i) {
  if (word[i] == kSoftHyphen) return true;
  if (!is_mark(word[i])) return false;
  const CharacterClass k = model::character_class(word[i]);
  const bool may_begin = k != CharacterClass::kCloseQuote && !is_sign(word[i]);
  const bool may_end = word[i] != 0x201A && word[i] != 0x201E && k != CharacterClass::kInverted;
  return (may_begin && i == 0) || (may_end && i + 1 == word.size());
}

// The bytes that some of `readers` show as the symbol; null if none does.
const ReaderBytes* group_of(std::span<const ReaderBytes> groups, ReaderSet readers) {
  const auto group =
      std::find_if(groups.begin(), groups.end(), [&](const ReaderBytes& g) { return (g.readers & readers) != 0; });
  return group == groups.end() ? nullptr : &*group;
}

bool decode(const ReaderBytes& group, EncodingId source, std::vector<char32_t>& out) {
  const std::size_t before = out.size();
  for (std::size_t i = 0; i < group.length; ++i) {
    const char32_t byte = group.bytes[i];
    const char32_t c = byte < 0x80 ? byte : encoding::page_character(source, byte);
    if (c == 0 || (c >= 0x80 && c < 0xA0)) {
      out.resize(before);
      return false;
    }
    out.push_back(c);
  }
  return true;
}

}  // namespace

bool undo(char32_t symbol, const encoding::Conversion& conversion, std::vector<char32_t>& out) {
  std::array<ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = base::is_raw_byte(symbol) ? 0 : encoding::reader_bytes(symbol, groups.data());
  const ReaderBytes* const group = group_of(std::span(groups).first(count), conversion.readers);
  return group != nullptr && decode(*group, conversion.source, out);
}

LatinSearch::Replacement::Replacement(char32_t c)
    : symbol(c), group_count(base::is_raw_byte(c) ? 0 : encoding::reader_bytes(c, groups.data())) {}

void LatinSearch::add_symbol(char32_t symbol) {
  const bool is_known =
      std::any_of(replacements_.begin(), replacements_.end(), [&](const Replacement& r) { return r.symbol == symbol; });
  if (is_known) return;
  replacements_.emplace_back(symbol);
}

bool LatinSearch::read(std::span<const char32_t> line) {
  words_.clear();
  scores_.clear();
  replacements_.clear();
  has_small_ = false;
  const auto ascii = std::count_if(line.begin(), line.end(), is_ascii_letter);
  const auto high = std::count_if(line.begin(), line.end(), [](char32_t c) { return c >= 0x80; });
  if (high == 0 || ascii < high) return false;
  float most = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] < 0x80 && !is_ascii_letter(line[i])) {
      ++i;
      continue;
    }
    Word word{i, i, false, {}};
    float cost = 0;
    for (; i < line.size() && (line[i] >= 0x80 || is_ascii_letter(line[i])); ++i) {
      if (line[i] < 0x80) {
        word.has_ascii = true;
        has_small_ = has_small_ || line[i] >= U'a';
        continue;
      }
      add_symbol(line[i]);
      cost -= language_.log_probability(U' ', i == word.begin ? U' ' : line[i - 1], line[i]);
    }
    word.end = i;
    if (cost > most) {
      most = cost;
      unlikeliest_ = word;
    }
    words_.push_back(word);
  }
  return true;
}

void LatinSearch::keep_each_word_once(std::span<const char32_t> line) {
  const auto text = [&](const Word& w) { return line.subspan(w.begin, w.end - w.begin); };
  std::vector<Word> once;
  for (const Word& word : words_) {
    const bool is_again = std::any_of(once.begin(), once.end(), [&](const Word& w) {
      return std::equal(text(w).begin(), text(w).end(), text(word).begin(), text(word).end());
    });
    if (!is_again) once.push_back(word);
  }
  words_ = std::move(once);
}

bool LatinSearch::convert(const encoding::Conversion& conversion) {
  std::size_t carried = 0;
  bool changes = false;
  for (Replacement& r : replacements_) {
    r.becomes.clear();
    const ReaderBytes* const group = group_of(std::span(r.groups).first(r.group_count), conversion.readers);
    if (group == nullptr) {
      r.becomes.push_back(r.symbol);
      ++carried;
      continue;
    }
    if (!decode(*group, conversion.source, r.becomes)) return false;
    changes = changes || r.becomes.size() != 1 || r.becomes[0] != r.symbol;
  }
  return changes && carried * 4 <= replacements_.size();
}

const LatinSearch::Replacement& LatinSearch::replacement(char32_t symbol) const {
  return *std::find_if(replacements_.begin(), replacements_.end(),
                       [&](const Replacement& r) { return r.symbol == symbol; });
}

bool LatinSearch::is_worth_weighing(std::span<const char32_t> line) const {
  const std::size_t end = std::min(unlikeliest_.end + 1, line.size());
  return glance(line.subspan(unlikeliest_.begin, end - unlikeliest_.begin)) >= kLeastAtAGlance &&
         glance(line) >= kLeastAtAGlance;
}

float LatinSearch::glance(std::span<const char32_t> text) const {
  float gain = 0;
  std::size_t places = 0;
  char32_t a = U'\n';
  char32_t b = U'\n';
  char32_t x = U'\n';
  char32_t y = U'\n';
  const auto see = [&](char32_t c) {
    gain += language_.log_probability(x, y, c);
    x = y;
    y = c;
  };
  for (std::size_t i = 0; i < text.size() && places < kPlacesOfGlance; ++i) {
    const char32_t c = text[i];
    if (c < 0x80 && a == x && b == y) {
      a = x = b;
      b = y = c;
      continue;
    }
    gain -= language_.log_probability(a, b, c);
    if (c < 0x80) {
      see(c);
    } else {
      const Replacement& r = replacement(c);
      if (r.becomes.size() != 1 || r.becomes[0] != c) ++places;
      for (const char32_t d : r.becomes) see(d);
      gain -= model::Model::kAsciiCost * static_cast<float>(r.becomes.size() - 1);
    }
    a = b;
    b = c;
  }
  return gain;
}

bool LatinSearch::rewrite(std::span<const char32_t> word, std::vector<char32_t>& out) const {
  out.clear();
  // Units and formulas are short.
  constexpr std::ptrdiff_t kLeastLetters = 3;
  const bool is_short = std::count_if(word.begin(), word.end(), is_ascii_letter) < kLeastLetters;
  bool is_letters = true;
  bool has_damage = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (c < 0x80) {
      out.push_back(c);
      continue;
    }
    const Replacement& r = replacement(c);
    out.insert(out.end(), r.becomes.begin(), r.becomes.end());
    if (r.becomes.size() == 1 && r.becomes[0] == c) continue;
    is_letters = is_letters && (!is_drawing(c) || is_division_in_word(word, i)) &&
                 std::all_of(r.becomes.begin(), r.becomes.end(), may_stand_in_word);
    const bool is_footnote = i + 1 == word.size() && is_superscript(c);
    const bool is_unit = is_short && is_sign_of_quantity(c);
    const bool is_space = c == 0xA0;  // what else is in the line must speak for a letter in its place
    has_damage = has_damage || !(is_space || is_unit || is_footnote || is_clean_at(word, i));
  }
  return is_letters && has_damage;
}

const model::LanguageScores& LatinSearch::scores(Word& word, std::span<const char32_t> line) {
  if (!word.scores) {
    word.scores = scores_.size();
    scores_.push_back(evidence_.in_line(line.subspan(word.begin, word.end - word.begin)));
  }
  return scores_[*word.scores];
}

float LatinSearch::weigh(std::span<const char32_t> line) {
  constexpr float kImpossible = -1000.0F;
  evidence_.start();
  float against = 0;
  bool has_letters = false;
  bool has_single_letters = false;
  std::vector<char32_t> reading;
  for (Word& w : words_) {
    const auto word = line.subspan(w.begin, w.end - w.begin);
    const bool is_letters = rewrite(word, reading);
    if (std::equal(word.begin(), word.end(), reading.begin(), reading.end())) {
      if (w.has_ascii && evidence_.learns_more()) evidence_.add_common(word.size(), scores(w, line));
      continue;
    }
    if (has_word_of_other_alphabet(word)) return kImpossible;
    if (w.has_ascii && is_letters) {
      has_letters = true;
      evidence_.add_pair(word, reading);
      continue;
    }
    // One letter may be a word of its own.
    if (word.size() == 1 && is_letters && is_accented(word[0]) && reading.size() == 1 && is_accented(reading[0])) {
      has_single_letters = true;
      evidence_.add_letter(word[0], reading[0]);
      continue;
    }
    // Words of another script are not explained by what Latin words beside them were.
    if (!w.has_ascii && word.size() > 1 && !std::all_of(word.begin(), word.end(), is_latin)) return kImpossible;
    against += std::min(0.0F, evidence_.gain_alone(word, reading));
  }
  if (!has_letters && !has_single_letters) return kImpossible;
  return evidence_.gain() + against - (has_letters ? 0 : kLettersOnly);
}

std::optional<LatinReading> LatinSearch::find(std::span<const char32_t> line, ReaderSet readers) {
  if (!read(line)) return std::nullopt;
  std::optional<LatinReading> best;
  bool is_once = false;
  for (const Page& page : kPages) {
    const encoding::Conversion conversion{page.source, ReaderSet{1} << encoding::get(page.reader).reader_bit & readers};
    if (conversion.readers == 0 || !convert(conversion) || !is_worth_weighing(line)) continue;
    if (!is_once) keep_each_word_once(line);
    is_once = true;
    const float little = (has_small_ ? 0 : kCapitalsOnly) + (words_.size() > kFew ? 0 : kFewWords);
    const float gain = weigh(line) - page.rarity - little - kStrange * std::max(0.0F, evidence_.strangeness() - kUsual);
    if (gain > 0 && (!best || gain > best->gain)) best = LatinReading{conversion, gain};
  }
  return best;
}

}  // namespace unbake::detect
