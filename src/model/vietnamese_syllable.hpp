// The syllables of Vietnamese: few letters may stand together in one, which tells words that were read wrongly.
#ifndef UNBAKE_MODEL_VIETNAMESE_SYLLABLE_HPP_
#define UNBAKE_MODEL_VIETNAMESE_SYLLABLE_HPP_

#include <span>

namespace unbake::model {

/// Whether `word`, in composed letters of either case, is built as a syllable of Vietnamese is: a first consonant or
/// none, a vowel of one to three letters, a last consonant or none, and one tone, which before c, ch, p and t is the
/// rising or the dropping one. Whether the syllable means something is not asked. After the grammar of the
/// orthography (quoc ngu). Constant time: no syllable has more than seven letters.
[[nodiscard]] bool is_vietnamese_syllable(std::span<const char32_t> word);

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_VIETNAMESE_SYLLABLE_HPP_
