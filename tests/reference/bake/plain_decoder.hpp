// Plain twins of the layer decoder: slow, and each so close to its definition that it can be checked by reading.
#ifndef UNBAKE_TESTS_REFERENCE_BAKE_PLAIN_DECODER_HPP_
#define UNBAKE_TESTS_REFERENCE_BAKE_PLAIN_DECODER_HPP_

#include <string>
#include <string_view>

#include "encoding/encoding.hpp"

namespace unbake::reference {

/// The decoder of the WHATWG Encoding Standard for `read_as` (single-byte, gbk, gb18030, big5-hkscs, shift_jis, euc-jp,
/// euc-kr): a byte at a time through its state machine, bytes put back where the standard says so.
std::string decode_by_the_standard(encoding::EncodingId read_as, std::string_view bytes);

/// Python's decoders: the shortest unit that is a character, or else one byte replaced by `marker`.
std::string decode_byte_by_byte(encoding::EncodingId read_as, std::string_view bytes, std::string_view marker);

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_BAKE_PLAIN_DECODER_HPP_
