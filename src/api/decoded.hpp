// What src/decode finds, in the words of the interface.
#ifndef UNBAKE_API_DECODED_HPP_
#define UNBAKE_API_DECODED_HPP_

#include <optional>

#include "decode/decode.hpp"
#include "unbake/decode.hpp"

namespace unbake::api {

/// The hints, or an error if one names an encoding that there is none of.
Result<decoding::Hints> known_hints(const DecodeHints& hints);

/// All that was found, with the text, which is not repaired.
Decoded decoded_of(decoding::Decoded&& read);

Error binary_error();

}  // namespace unbake::api

#endif  // UNBAKE_API_DECODED_HPP_
