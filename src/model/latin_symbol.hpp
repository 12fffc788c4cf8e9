// What the profiles of Latin-script languages see of a character: case and all of ASCII but letters are folded.
#ifndef UNBAKE_MODEL_LATIN_SYMBOL_HPP_
#define UNBAKE_MODEL_LATIN_SYMBOL_HPP_

namespace unbake::model {

/// What stands between words.
inline constexpr char32_t kWordEnd = U' ';

constexpr bool is_ascii_letter(char32_t c) { return (c | 0x20U) - U'a' < 26U; }

/// The small letter of an accented capital of Latin-1 or Latin Extended-A; what is none as it is.
constexpr char32_t small_accented(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c == 0x130) return U'i';
  if (c == 0x178) return 0xFF;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1U);  // capitals are odd there
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1U;
  return c;
}

/// Small letters for capitals, a word end for what is ASCII and no letter. Comma and cedilla below s and t are one: the
/// encodings of Central Europe have the one, and the languages the other.
constexpr char32_t latin_symbol(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) ? c | 0x20U : kWordEnd;
  if (c == 0x218 || c == 0x219) return 0x15F;
  if (c == 0x21A || c == 0x21B) return 0x163;
  return small_accented(c);
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_LATIN_SYMBOL_HPP_
