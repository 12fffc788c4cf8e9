// Which encodings some bytes may be in.
#ifndef UNBAKE_DECODE_IDENTIFY_HPP_
#define UNBAKE_DECODE_IDENTIFY_HPP_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "decode/candidates.hpp"
#include "decode/text_score.hpp"

namespace unbake::decoding {

using Bytes = std::span<const std::uint8_t>;

/// An encoding with its score: log P(text) less its rarity, in nats. Only differences mean something.
struct Ranked {
  encoding::EncodingId id;
  float score;
};

/// Appends the characters of `bytes` in `id` to `out`; a byte that is none is a raw byte. What ends inside a character
/// is left out if `may_be_cut`.
void read_as(encoding::EncodingId id, Bytes bytes, bool may_be_cut, std::vector<char32_t>& out);

/// The likeliest of `among` for `bytes`, best first, at most `most` of them. Looks at the first `kRounds` bytes beyond
/// ASCII and what is between them only, with fewer encodings each time.
std::vector<Ranked> identify(Bytes bytes, std::span<const Candidate> among, TextScore& score, std::size_t most);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_IDENTIFY_HPP_
