#include "model/vietnamese_syllable.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "model/latin_symbol.hpp"

namespace unbake::model {
namespace {

constexpr std::size_t kLongest = 7;  // nghieng

// The vowels, each with its tones in this order.
enum class Tone { kLevel, kRising, kFalling, kAsking, kTumbling, kDropping };
constexpr std::u32string_view kVowels[] = {
    U"a\u00E1\u00E0\u1EA3\u00E3\u1EA1",      U"\u0103\u1EAF\u1EB1\u1EB3\u1EB5\u1EB7",
    U"\u00E2\u1EA5\u1EA7\u1EA9\u1EAB\u1EAD", U"e\u00E9\u00E8\u1EBB\u1EBD\u1EB9",
    U"\u00EA\u1EBF\u1EC1\u1EC3\u1EC5\u1EC7", U"i\u00ED\u00EC\u1EC9\u0129\u1ECB",
    U"o\u00F3\u00F2\u1ECF\u00F5\u1ECD",      U"\u00F4\u1ED1\u1ED3\u1ED5\u1ED7\u1ED9",
    U"\u01A1\u1EDB\u1EDD\u1EDF\u1EE1\u1EE3", U"u\u00FA\u00F9\u1EE7\u0169\u1EE5",
    U"\u01B0\u1EE9\u1EEB\u1EED\u1EEF\u1EF1", U"y\u00FD\u1EF3\u1EF7\u1EF9\u1EF5"};

// Longer ones first.
constexpr std::u32string_view kFirst[] = {U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh",     U"ph", U"qu", U"th",
                                          U"tr",  U"b",  U"c",  U"d",  U"g",  U"h",  U"k",      U"l",  U"m",  U"n",
                                          U"p",   U"r",  U"s",  U"t",  U"v",  U"x",  U"\u0111", U""};
constexpr std::u32string_view kLast[] = {U"ch", U"ng", U"nh", U"c", U"m", U"n", U"p", U"t"};

// Vowels that a last consonant may follow, and vowels at the end.
constexpr std::u32string_view kClosed[] = {U"a",       U"\u0103",  U"\u00E2",  U"e",  U"\u00EA",   U"i",
                                           U"o",       U"\u00F4",  U"\u01A1",  U"u",  U"\u01B0",   U"y",
                                           U"oa",      U"oe",      U"o\u0103", U"oo", U"i\u00EA",  U"y\u00EA",
                                           U"u\u00F4", U"u\u00E2", U"u\u00EA", U"uy", U"uy\u00EA", U"\u01B0\u01A1"};
constexpr std::u32string_view kOpen[] = {U"a",
                                         U"e",
                                         U"\u00EA",
                                         U"i",
                                         U"o",
                                         U"\u00F4",
                                         U"\u01A1",
                                         U"u",
                                         U"\u01B0",
                                         U"y",
                                         U"ia",
                                         U"ua",
                                         U"\u01B0"
                                         U"a",
                                         U"uya",
                                         U"ai",
                                         U"ao",
                                         U"au",
                                         U"ay",
                                         U"\u00E2u",
                                         U"\u00E2y",
                                         U"eo",
                                         U"\u00EAu",
                                         U"iu",
                                         U"i\u00EAu",
                                         U"y\u00EAu",
                                         U"oi",
                                         U"\u00F4i",
                                         U"\u01A1i",
                                         U"ui",
                                         U"\u01B0i",
                                         U"u\u00F4i",
                                         U"\u01B0\u01A1i",
                                         U"\u01B0u",
                                         U"\u01B0\u01A1u",
                                         U"oa",
                                         U"oe",
                                         U"oai",
                                         U"oay",
                                         U"oao",
                                         U"oeo",
                                         U"u\u00EA",
                                         U"uy",
                                         U"u\u01A1",
                                         U"u\u00E2y",
                                         U"uyu"};

char32_t small_letter(char32_t c) {
  if (is_ascii_letter(c)) return c | 0x20U;
  if (c == 0x1A0 || c == 0x1AF) return c + 1;
  if (c >= 0x1EA0 && c <= 0x1EF9) return c | 1U;
  return small_accented(c);
}

struct Letters {
  std::u32string text;  // small, without the tone
  Tone tone = Tone::kLevel;
};

// Nothing if there are two tones.
std::optional<Letters> without_tone(std::span<const char32_t> word) {
  Letters letters;
  for (const char32_t c : word) {
    char32_t letter = small_letter(c);
    for (const std::u32string_view vowel : kVowels) {
      const std::size_t tone = vowel.find(letter);
      if (tone == std::u32string_view::npos || tone == 0) continue;
      if (letters.tone != Tone::kLevel) return std::nullopt;
      letters.tone = static_cast<Tone>(tone);
      letter = vowel.front();
    }
    letters.text.push_back(letter);
  }
  return letters;
}

template <std::size_t n>
bool has(const std::u32string_view (&texts)[n], std::u32string_view text) {
  return std::find(std::begin(texts), std::end(texts), text) != std::end(texts);
}

bool is_rhyme(std::u32string_view rhyme, Tone tone) {
  if (has(kOpen, rhyme)) return true;
  const auto* const last =
      std::find_if(std::begin(kLast), std::end(kLast), [&](std::u32string_view l) { return rhyme.ends_with(l); });
  if (last == std::end(kLast)) return false;
  const bool is_stopped = last->front() == U'c' || last->front() == U'p' || last->front() == U't';
  if (is_stopped && tone != Tone::kRising && tone != Tone::kDropping) return false;
  return has(kClosed, rhyme.substr(0, rhyme.size() - last->size()));
}

}  // namespace

bool is_vietnamese_syllable(std::span<const char32_t> word) {
  if (word.empty() || word.size() > kLongest) return false;
  const std::optional<Letters> letters = without_tone(word);
  if (!letters) return false;
  const std::u32string_view text = letters->text;
  return std::any_of(std::begin(kFirst), std::end(kFirst), [&](std::u32string_view first) {
    return text.starts_with(first) && is_rhyme(text.substr(first.size()), letters->tone);
  });
}

}  // namespace unbake::model
