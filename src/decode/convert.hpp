// Bytes of a known encoding as UTF-8, quickly, whatever is wrong with them.
#ifndef UNBAKE_DECODE_CONVERT_HPP_
#define UNBAKE_DECODE_CONVERT_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"

namespace unbake::decoding {

/// Bytes that are no character of their encoding, and what stands for them.
struct BadBytes {
  std::size_t offset;       ///< Of the first one, from the start of the bytes.
  std::size_t length;       ///< Bytes.
  std::size_t text_offset;  ///< Where what stands for them begins in the text, in bytes.
  std::size_t text_length;
};

/// Appends `bytes`, read as `id`, to `text`, with U+FFFD for what is no character; each such place is appended to
/// `bad`, its offset counted from `base`. What cannot be read of an encoding that keeps a state is one place, to the
/// end. Linear.
void convert(encoding::EncodingId id, std::string_view bytes, std::size_t base, std::string& text,
             std::vector<BadBytes>& bad);

/// The end of the ASCII that begins at `at`.
std::size_t skip_ascii(std::string_view bytes, std::size_t at);

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_CONVERT_HPP_
