// Encodings whose bytes depend on what came before: whole texts only.
#include "encoding/family.hpp"

namespace unbake::encoding {
namespace {

// The replacement encoding of the WHATWG standard, and what a text without an encoder comes to: nothing but an error.
Encoded refuse(std::string_view text) {
  Encoded result;
  if (!text.empty()) result.error_offset = 0;
  return result;
}

}  // namespace

Encoded encode_stateful(std::uint8_t, std::string_view utf8) { return refuse(utf8); }
Encoded decode_stateful(std::uint8_t, std::string_view bytes) { return refuse(bytes); }

}  // namespace unbake::encoding
