#include "unbake/decode.hpp"

#include <utility>

#include "api/decoded.hpp"

namespace unbake {

Result<Decoded> decode(std::string_view bytes, const DecodeHints& hints) {
  const Result<decoding::Hints> known = api::known_hints(hints);
  if (!known) return known.error();
  decoding::Decoded read = decoding::decode(bytes, *known);
  if (read.is_binary) return api::binary_error();
  Decoded decoded = api::decoded_of(std::move(read));
  if (!hints.repair) return decoded;
  decoded.repairs = plan(decoded.text, hints.options);
  if (!decoded.repairs.empty()) decoded.text = unbake::apply(decoded.text, decoded.repairs).value();
  return decoded;
}

}  // namespace unbake
