// cesu-8 (Unicode Technical Report 26): UTF-8 of each half of a surrogate pair, six bytes, for what
// is beyond the BMP. The four bytes of real UTF-8 and a half without the other are invalid. Java
// and Oracle ("UTF8") write this.
#include "base/utf8.hpp"
#include "encoding/family.hpp"

namespace unbake::encoding {
namespace {

// ED A0-AF xx is a high half, ED B0-BF xx a low one.
constexpr bool continues(std::uint8_t byte) { return byte >= 0x80 && byte <= 0xBF; }

// How many of the six bytes of a pair `bytes` begins with.
std::uint8_t pair_prefix(Input bytes) {
  std::uint8_t length = 0;
  for (const std::uint8_t byte : bytes) {
    const bool fits = length % 3 == 0   ? byte == 0xED
                      : length % 3 == 1 ? (byte & 0xF0) == (length == 1 ? 0xA0 : 0xB0)
                                        : continues(byte);
    if (!fits) break;
    if (++length == 6) break;
  }
  return length;
}

}  // namespace

DecodeStep decode_cesu8(Input bytes) {
  if (bytes[0] >= 0xF0) return invalid(1, 1);
  const std::uint8_t prefix = pair_prefix(bytes);
  if (prefix < 2) return decode_utf8_unit(bytes);
  if (prefix < 6)
    return prefix == bytes.size() ? truncated(prefix) : invalid(prefix, prefix < 3 ? prefix : std::uint8_t{3});
  const char32_t high = (bytes[1] & 0x0FU) << 6 | (bytes[2] & 0x3FU);
  const char32_t low = (bytes[4] & 0x0FU) << 6 | (bytes[5] & 0x3FU);
  return character(0x10000 + (high << 10 | low), 6);
}

std::size_t encode_cesu8(char32_t code_point, std::uint8_t out[4]) {
  return code_point > 0xFFFF ? 0 : base::encode_utf8(code_point, out);
}

}  // namespace unbake::encoding
