// The part of some bytes that tells their encoding.
#ifndef UNBAKE_DECODE_EVIDENCE_HPP_
#define UNBAKE_DECODE_EVIDENCE_HPP_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unbake::decoding {

/// The first bytes beyond ASCII from `begin` on with the ASCII next to them: long stretches of ASCII are left out. At
/// most `most` bytes; reads on until they are found.
std::string evidence_from(std::string_view bytes, std::size_t begin, std::size_t most);

/// Evidence from places all over `bytes`, `most` bytes of each.
std::vector<std::string> later_evidence(std::string_view bytes, std::size_t places, std::size_t most);

/// Words with one of `wanted` in them, at most `most` of them, each behind a line end: where encodings differ that are
/// alike.
std::string words_with(std::string_view bytes, const std::array<bool, 256>& wanted, std::size_t most);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_EVIDENCE_HPP_
