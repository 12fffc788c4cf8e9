// Files whose lines are in different encodings.
#ifndef UNBAKE_DECODE_PIECES_HPP_
#define UNBAKE_DECODE_PIECES_HPP_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "decode/candidates.hpp"
#include "decode/identify.hpp"
#include "decode/text_score.hpp"

namespace unbake::decoding {

/// Whole lines in one encoding.
struct Piece {
  std::size_t offset;  ///< Bytes from the start.
  std::size_t length;
  encoding::EncodingId id;
};

/// The likeliest way to cut `bytes` into pieces: each line is in UTF-8 or in one of a few encodings that lines of it
/// speak for, and changing costs. The pieces cover `bytes`; lines of ASCII go with what is before them. Linear in the
/// length; memory is a record for each line beyond ASCII.
std::vector<Piece> split(std::string_view bytes, std::span<const Candidate> among, TextScore& score);

/// Whether a line of `bytes` that is not ASCII is UTF-8 throughout, though `bytes` are not.
bool has_sound_line(std::string_view bytes);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_PIECES_HPP_
