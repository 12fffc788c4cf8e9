// Bytes of another encoding in text that is UTF-8.
#ifndef UNBAKE_DECODE_STRAYS_HPP_
#define UNBAKE_DECODE_STRAYS_HPP_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decode/convert.hpp"
#include "decode/text_score.hpp"

namespace unbake::decoding {

/// What a place of bad bytes was read as.
struct Stray {
  BadBytes place;
  std::string_view encoding;  ///< The name of the encoding that gave `text`; empty if none fits.
  std::string text;           ///< UTF-8; U+FFFD if none fits.
};

/// Reads the places of `bad`, which stand as U+FFFD in `text`, as characters of a legacy encoding: the one that makes
/// all of them together likeliest. `usual` are likelier than others. `text` is rewritten; what the context does not
/// bear out stays U+FFFD. Linear in the number of places and in `text`.
std::vector<Stray> repair_strays(std::string_view bytes, const std::vector<BadBytes>& bad, TextScore& score,
                                 std::span<const encoding::EncodingId> usual, std::string& text);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_STRAYS_HPP_
