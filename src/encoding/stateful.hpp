// The stateful encodings, one file each: whole texts, stopping at the first thing that cannot be
// converted.
#ifndef UNBAKE_ENCODING_STATEFUL_HPP_
#define UNBAKE_ENCODING_STATEFUL_HPP_

#include <string_view>

#include "encoding/encoding.hpp"

namespace unbake::encoding {

Encoded encode_iso_2022_jp(std::string_view utf8);
Encoded decode_iso_2022_jp(std::string_view bytes);
Encoded encode_iso_2022_kr(std::string_view utf8);
Encoded decode_iso_2022_kr(std::string_view bytes);
Encoded encode_hz(std::string_view utf8);
Encoded decode_hz(std::string_view bytes);
Encoded encode_utf7(std::string_view utf8);
Encoded decode_utf7(std::string_view bytes);

/// `result` with the error noted.
inline Encoded stopped_at(Encoded result, std::size_t offset) {
  result.error_offset = offset;
  return result;
}

/// Appends the two bytes of `pair`.
inline void append_pair(std::string& out, unsigned pair) {
  out += static_cast<char>(pair >> 8 & 0xFF);
  out += static_cast<char>(pair & 0xFF);
}

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_STATEFUL_HPP_
