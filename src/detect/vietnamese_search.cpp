#include "detect/vietnamese_search.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/latin_symbol.hpp"
#include "model/vietnamese_syllable.hpp"

namespace unbake::detect {
namespace {

using encoding::DecodeStep;
using encoding::EncodingId;
using encoding::ReaderSet;

// Fonts were shown by what takes text for Western.
constexpr EncodingId kReaders[] = {EncodingId::kWindows1252, EncodingId::kIso88591};

// The fonts; the first of their bytes that are letters or marks, which are the same in all readers, and the same
// numbers as the characters that they show; and the bytes of the longest letter. In VNI most letters are of two bytes:
// words that change without any, as those of German and Swedish with an o with dots, say nothing.
struct Font {
  EncodingId source;
  char32_t first_letter;
  std::size_t longest_letter;
};
constexpr Font kFonts[] = {{EncodingId::kVni, 0xC0, 2}, {EncodingId::kTcvn3, 0xA1, 1}};

// Distinct syllables that must change in a letter of the longest kind, and how many for each word that changes into
// none.
constexpr std::size_t kLeastSyllables = 2;
constexpr std::size_t kSyllablesForOther = 4;

// What it takes, in nats, that a line of so few words was typed for a font.
constexpr std::size_t kFew = 3;
constexpr float kFewWords = 4.0F;

const Font& font_of(EncodingId source) {
  return *std::find_if(std::begin(kFonts), std::end(kFonts), [=](const Font& f) { return f.source == source; });
}

bool is_in_word(char32_t c, const Font& font) { return model::is_ascii_letter(c) || c >= font.first_letter; }

struct Word {
  std::size_t begin;
  std::size_t end;
};

std::optional<Word> next_word(std::span<const char32_t> line, std::size_t from, const Font& font) {
  Word word{from, from};
  while (word.begin < line.size() && !is_in_word(line[word.begin], font)) ++word.begin;
  if (word.begin == line.size()) return std::nullopt;
  word.end = word.begin;
  while (word.end < line.size() && is_in_word(line[word.end], font)) ++word.end;
  return word;
}

// A word as it was typed, and the symbols of each letter.
struct Reading {
  std::u32string text;
  std::vector<std::size_t> lengths;
};

// A word of a line, and what it becomes.
struct Change {
  std::span<const char32_t> word;
  std::u32string becomes;
};

// False if there are characters in the word that no byte was shown as.
bool read(std::span<const char32_t> word, EncodingId source, Reading& reading) {
  reading.text.clear();
  reading.lengths.clear();
  std::vector<std::uint8_t> bytes;
  for (const char32_t c : word) {
    if (c > 0xFF) return false;
    bytes.push_back(static_cast<std::uint8_t>(c));
  }
  for (std::span<const std::uint8_t> rest = bytes; !rest.empty(); rest = rest.subspan(reading.lengths.back())) {
    const DecodeStep step = encoding::decode_step(source, rest);
    if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1) return false;
    reading.text.push_back(step.code_points[0]);
    reading.lengths.push_back(step.length);
  }
  return true;
}

// Initials of names and offices: the only letter beyond ASCII that they have is the D with a stroke.
bool is_abbreviation(std::u32string_view word) {
  constexpr char32_t kCapitalDWithStroke = 0x110;
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [=](char32_t c) { return c - U'A' < 26U || c == kCapitalDWithStroke; });
}

bool is_same(std::span<const char32_t> word, std::span<const char32_t> other) {
  return std::equal(word.begin(), word.end(), other.begin(), other.end());
}

bool is_ascii(std::span<const char32_t> word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; });
}

// Appends what changes in a word that begins at symbol `at` of its line.
void add_letters(std::span<const char32_t> word, std::size_t at, const Reading& reading,
                 std::vector<FontLetters>& letters) {
  std::size_t i = 0;
  for (std::size_t k = 0; k < reading.lengths.size(); i += reading.lengths[k++]) {
    const std::size_t length = reading.lengths[k];
    if (length == 1 && word[i] == reading.text[k]) continue;
    if (letters.empty() || letters.back().last != at + i) letters.push_back({at + i, at + i, {}});
    letters.back().last += length;
    letters.back().becomes.push_back(reading.text[k]);
  }
}

}  // namespace

bool is_vietnamese_font(EncodingId source) {
  return std::any_of(std::begin(kFonts), std::end(kFonts), [=](const Font& f) { return f.source == source; });
}

std::vector<FontLetters> font_letters(std::span<const char32_t> line, EncodingId source) {
  const Font& font = font_of(source);
  std::vector<FontLetters> letters;
  Reading reading;
  for (std::optional<Word> w = next_word(line, 0, font); w; w = next_word(line, w->end, font)) {
    const auto word = line.subspan(w->begin, w->end - w->begin);
    if (is_ascii(word) || !read(word, source, reading)) continue;
    if (model::is_vietnamese_syllable(reading.text) || is_abbreviation(reading.text))
      add_letters(word, w->begin, reading, letters);
  }
  return letters;
}

std::optional<float> VietnameseSearch::weigh(std::span<const char32_t> line, EncodingId source) {
  const Font& font = font_of(source);
  const auto is_known = [](const auto& words, std::span<const char32_t> word) {
    return std::any_of(words.begin(), words.end(), [&](const Change& c) { return is_same(c.word, word); });
  };
  std::vector<Change> changes;
  std::vector<Change> common;
  std::size_t others = 0;
  std::size_t telling = 0;  // changes with a letter of the longest kind
  Reading reading;
  for (std::optional<Word> w = next_word(line, 0, font); w; w = next_word(line, w->end, font)) {
    const auto word = line.subspan(w->begin, w->end - w->begin);
    if (is_known(changes, word) || is_known(common, word)) continue;
    const bool is_read = !is_ascii(word) && read(word, source, reading);
    const bool is_syllable = is_read && model::is_vietnamese_syllable(reading.text);
    if (is_ascii(word) || (is_syllable && is_same(word, reading.text))) {
      common.push_back({word, {}});
    } else if (is_syllable) {
      changes.push_back({word, reading.text});
      telling += std::count(reading.lengths.begin(), reading.lengths.end(), font.longest_letter) > 0 ? 1 : 0;
    } else if (!is_read || !is_abbreviation(reading.text)) {
      ++others;
    }
  }
  if (telling < kLeastSyllables || others * kSyllablesForOther > changes.size()) return std::nullopt;
  evidence_.start();
  for (const Change& c : common) evidence_.add_common(c.word);
  for (const Change& c : changes) evidence_.add_pair(c.word, c.becomes);
  return evidence_.gain() - (changes.size() + common.size() > kFew ? 0 : kFewWords);
}

std::optional<LatinReading> VietnameseSearch::find(std::span<const char32_t> line, ReaderSet readers) {
  ReaderSet shown_by = 0;
  for (const EncodingId reader : kReaders) shown_by |= ReaderSet{1} << encoding::get(reader).reader_bit & readers;
  if (shown_by == 0) return std::nullopt;
  std::optional<LatinReading> best;
  for (const Font& font : kFonts) {
    const std::optional<float> gain = weigh(line, font.source);
    if (gain && *gain > (best ? best->gain : 0)) best = LatinReading{{font.source, shown_by}, *gain};
  }
  return best;
}

}  // namespace unbake::detect
