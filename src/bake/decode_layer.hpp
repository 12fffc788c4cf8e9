// One layer of damage: bytes decoded by a decoder that goes on after every failure.
#ifndef UNBAKE_BAKE_DECODE_LAYER_HPP_
#define UNBAKE_BAKE_DECODE_LAYER_HPP_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "encoding/encoding.hpp"

namespace unbake::baking {

/// Appends to `out` what decoder number `decoder` makes of `bytes` when it reads them as `read_as`. Any bytes; linear.
void decode_layer(encoding::EncodingId read_as, std::uint8_t decoder, std::string_view bytes, std::string& out);

/// How many bytes at the head of `bytes`, which must not be empty, decoder number `decoder` gives up at once when it
/// reads them as `read_as`; 0 if it shows a character that stays. C1 controls and private-use characters do not stay
/// (`loss_rules()`). Not for stateful encodings.
std::size_t bytes_given_up(encoding::EncodingId read_as, std::uint8_t decoder, std::span<const std::uint8_t> bytes);

/// Appends to `out` the bytes of `text` (UTF-8) in `from`. A C1 control becomes the byte of the same number where
/// `from` has no character for that byte: damage of an earlier layer. Returns the offset in `text` of the first
/// character without bytes, or of a byte that is not UTF-8; nothing if all was encoded.
std::optional<std::size_t> encode_layer(encoding::EncodingId from, std::string_view text, std::string& out);

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_DECODE_LAYER_HPP_
