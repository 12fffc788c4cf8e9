// The encodings that text is met in, and how often.
#ifndef UNBAKE_DECODE_CANDIDATES_HPP_
#define UNBAKE_DECODE_CANDIDATES_HPP_

#include <span>

#include "encoding/encoding.hpp"

namespace unbake::decoding {

/// An encoding, and what it costs to believe in it before the text is looked at, in nats.
struct Candidate {
  encoding::EncodingId id;
  float rarity;
};

/// All encodings that bytes are tried as, the commonest first; those that keep a state excepted, which have signs of
/// their own. What another of the table has as a whole is left out.
std::span<const Candidate> candidates();

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_CANDIDATES_HPP_
