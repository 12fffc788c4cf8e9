// KS X 1001, the character set of euc-kr and johab, and the syllables that euc-kr adds to it.
#ifndef UNBAKE_ENCODING_KS_X_1001_HPP_
#define UNBAKE_ENCODING_KS_X_1001_HPP_

#include <cstdint>

namespace unbake::encoding {

inline constexpr char32_t kFirstSyllable = 0xAC00;
inline constexpr char32_t kLastSyllable = 0xD7A3;
/// Syllables of Unicode that KS X 1001 lacks.
inline constexpr std::uint32_t kAddedSyllables = 11172 - 2350;

constexpr bool is_syllable(char32_t code_point) { return code_point >= kFirstSyllable && code_point <= kLastSyllable; }

/// The character at `row` and `cell`, each A1 to FE; 0 if there is none.
char32_t ks_x_1001_character(std::uint8_t row, std::uint8_t cell);
/// Row and cell, as two bytes, of a character that is no syllable; 0 if there are none.
std::uint16_t ks_x_1001_pair(char32_t code_point);

/// Where a syllable stands: the `number`th, from 0, of those in KS X 1001 or of those it lacks.
struct SyllablePlace {
  bool in_ks_x_1001;
  std::uint32_t number;
};
SyllablePlace syllable_place(char32_t syllable);
/// The `number`th syllable, below `kAddedSyllables`, that KS X 1001 lacks.
char32_t added_syllable(std::uint32_t number);

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_KS_X_1001_HPP_
