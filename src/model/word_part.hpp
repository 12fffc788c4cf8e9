// Five letters in a row: the part of a word that the model of words knows.
#ifndef UNBAKE_MODEL_WORD_PART_HPP_
#define UNBAKE_MODEL_WORD_PART_HPP_

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/character_class.hpp"

namespace unbake::model {

inline constexpr std::size_t kPartLength = 5;

/// What ends a word, and stands before its first letter.
inline constexpr char32_t kNoLetter = U' ';

/// Letters of an alphabet, oldest first; where a word begins in them, `kNoLetter` fills the places before it.
using WordPart = std::array<char32_t, kPartLength>;

/// A letter or mark of an alphabet as itself; `kNoLetter` for all else, ideographs, kana and Hangul among them.
inline char32_t part_letter(char32_t character) {
  if (character < 0x80) return (character | 0x20U) - U'a' < 26U ? character : kNoLetter;
  using enum CharacterClass;
  const CharacterClass k = character_class(character);
  const bool is_letter =
      (k >= kLatin1Lower && k <= kPhonetic) || k == kCombining || (k >= kGreekLower && k <= kOtherScript);
  return is_letter ? character : kNoLetter;
}

/// Forgets what stands before the last word end in `part` but for the last character, which may be one.
inline void begin_at_word(WordPart& part) {
  bool is_before = false;
  for (std::size_t i = kPartLength - 1; i-- > 0;) {
    is_before = is_before || part[i] == kNoLetter;
    if (is_before) part[i] = kNoLetter;
  }
}

/// Whether there is anything to know of it: a letter beyond ASCII.
inline bool is_word_part(const WordPart& part) {
  bool is_beyond_ascii = false;
  for (const char32_t c : part) is_beyond_ascii = is_beyond_ascii || c >= 0x80;
  return is_beyond_ascii;
}

/// The key of a part in the filter. Different parts may share one, as rarely as chance will have it.
inline std::uint64_t word_part_key(const WordPart& part) {
  std::uint64_t key = 0;
  for (const char32_t c : part) {
    key = (key ^ c) * 0x9E3779B97F4A7C15ULL;
    key ^= key >> 32;
  }
  return key;
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_WORD_PART_HPP_
