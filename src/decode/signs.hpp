// Encodings that bytes tell of themselves: by a byte order mark, or by escapes in text that is ASCII otherwise.
#ifndef UNBAKE_DECODE_SIGNS_HPP_
#define UNBAKE_DECODE_SIGNS_HPP_

#include <cstddef>
#include <optional>
#include <string_view>

#include "decode/text_score.hpp"
#include "encoding/encoding.hpp"

namespace unbake::decoding {

/// An encoding, and the bytes of the mark that named it.
struct Mark {
  encoding::EncodingId id;
  std::size_t length;
};

/// The byte order mark at the head of `bytes`: UTF-8, UTF-16, UTF-32.
std::optional<Mark> byte_order_mark(std::string_view bytes);

/// ISO-2022-JP, ISO-2022-KR, HZ or UTF-7, if `bytes` are all ASCII, read so without an error, and are likelier text
/// then. Looks at the first 64 KB.
std::optional<encoding::EncodingId> escaped_encoding(std::string_view bytes, TextScore& score);

/// Whether `bytes` look like no text at all: the head of a known format, or controls that text does not have. Not for
/// UTF-16 and UTF-32. Looks at the first 64 KB.
bool looks_binary(std::string_view bytes);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_SIGNS_HPP_
