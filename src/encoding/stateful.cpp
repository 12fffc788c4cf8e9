// Encodings whose bytes depend on what came before: whole texts only.
#include "encoding/stateful.hpp"

#include "encoding/family.hpp"

namespace unbake::encoding {
namespace {

// The replacement encoding of the WHATWG standard stands for encodings that browsers refuse: any
// text is an error.
Encoded refuse(std::string_view text) { return text.empty() ? Encoded{} : stopped_at({}, 0); }

}  // namespace

Encoded encode_stateful(std::uint8_t which, std::string_view utf8) {
  switch (which) {
    case variant::kIso2022Jp:
      return encode_iso_2022_jp(utf8);
    case variant::kIso2022Kr:
      return encode_iso_2022_kr(utf8);
    case variant::kHz:
      return encode_hz(utf8);
    case variant::kUtf7:
      return encode_utf7(utf8);
    default:
      return refuse(utf8);
  }
}

Encoded decode_stateful(std::uint8_t which, std::string_view bytes) {
  switch (which) {
    case variant::kIso2022Jp:
      return decode_iso_2022_jp(bytes);
    case variant::kIso2022Kr:
      return decode_iso_2022_kr(bytes);
    case variant::kHz:
      return decode_hz(bytes);
    case variant::kUtf7:
      return decode_utf7(bytes);
    default:
      return refuse(bytes);
  }
}

}  // namespace unbake::encoding
