// The five-bit codes of johab (KS X 1001 annex 3); shared with the generator of tables, which has
// no other source.
//
// A Hangul unit is 1iiiiimm mmmfffff: five bits each of initial, medial and final letter.
#ifndef UNBAKE_ENCODING_JOHAB_CODES_HPP_
#define UNBAKE_ENCODING_JOHAB_CODES_HPP_

#include <array>
#include <cstdint>

namespace unbake::encoding::johab {

inline constexpr std::int8_t kNone = -1;  ///< No code.
inline constexpr std::int8_t kFill = -2;  ///< The code for no letter.

/// The letter, as an index of Unicode's order of initials (0-18), medials (0-20) or finals (1-27),
/// of each code.
inline constexpr std::array<std::int8_t, 32> kInitial = {
    kNone, kFill, 0,  1,  2,  3,     4,     5,     6,     7,     8,     9,     10,    11,    12,    13,
    14,    15,    16, 17, 18, kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone, kNone};
inline constexpr std::array<std::int8_t, 32> kMedial = {
    kNone, kNone, kFill, 0,  1,  2,  3,  4,  kNone, kNone, 5,  6,  7,  8,  9,     10,
    kNone, kNone, 11,    12, 13, 14, 15, 16, kNone, kNone, 17, 18, 19, 20, kNone, kNone};
inline constexpr std::array<std::int8_t, 32> kFinal = {kNone, kFill, 1,  2,  3,  4,  5,  6,     7,     8,    9,
                                                       10,    11,    12, 13, 14, 15, 16, kNone, 17,    18,   19,
                                                       20,    21,    22, 23, 24, 25, 26, 27,    kNone, kNone};

/// Letters alone are compatibility letters: these plus U+3100, by the same indexes; medials are
/// U+314F on, in order.
inline constexpr std::array<std::uint8_t, 19> kInitialLetter = {
    0x31, 0x32, 0x34, 0x37, 0x38, 0x39, 0x41, 0x42, 0x43, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E};
inline constexpr std::array<std::uint8_t, 28> kFinalLetter = {
    0,    0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E,
    0x3F, 0x40, 0x41, 0x42, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E};

/// The character of a Hangul unit, 0 if it has none. All three letters missing is the wide space.
constexpr char32_t hangul(unsigned unit) {
  const int initial = kInitial[unit >> 10 & 31];
  const int medial = kMedial[unit >> 5 & 31];
  const int final = kFinal[unit & 31];
  if (initial == kNone || medial == kNone || final == kNone) return 0;
  if (initial >= 0 && medial >= 0)
    return static_cast<char32_t>(0xAC00 + (initial * 21 + medial) * 28 + (final == kFill ? 0 : final));
  if (initial >= 0) return final == kFill ? 0x3100U + kInitialLetter[static_cast<unsigned>(initial)] : 0U;
  if (medial >= 0) return final == kFill ? static_cast<char32_t>(0x314F + medial) : 0U;
  return final == kFill ? 0x3000U : 0x3100U + kFinalLetter[static_cast<unsigned>(final)];
}

}  // namespace unbake::encoding::johab

#endif  // UNBAKE_ENCODING_JOHAB_CODES_HPP_
