// Words by which a text shows that it speaks about encodings and what they do to text.
#ifndef UNBAKE_DETECT_ENCODING_WORDS_HPP_
#define UNBAKE_DETECT_ENCODING_WORDS_HPP_

#include <string_view>

namespace unbake::detect {

/// How much the words of `text` say that it speaks about encodings, in nats, at least 0 and at most `kMostOfWords`:
/// names of damage (mojibake, garbled) most, names of encodings less, phrases such as `instead of` least. In several
/// languages. Linear in the length of `text`.
float speaks_of_encodings(std::string_view text);

inline constexpr float kMostOfWords = 7.0F;

/// True if `text`, which stands between two quoted things, sets the one against the other: `instead of`, `becomes`, an
/// arrow, an opening parenthesis.
bool sets_against(std::string_view text);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_ENCODING_WORDS_HPP_
