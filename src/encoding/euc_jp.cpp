// euc-jp as the WHATWG Encoding Standard has it: JIS X 0208 with the extensions of NEC, half-width
// katakana after 8E, JIS X 0212 after 8F. Unlike the encoder of the standard, ours writes JIS X
// 0212 too.
#include "encoding/family.hpp"
#include "encoding/jis.hpp"

namespace unbake::encoding {
namespace {

constexpr std::uint8_t kKatakanaShift = 0x8E;
constexpr std::uint8_t kJis0212Shift = 0x8F;
constexpr std::uint32_t kPointers = 94 * 94;

constexpr bool is_byte_of_pair(std::uint8_t byte) { return byte >= 0xA1 && byte <= 0xFE; }

DecodeStep decode_katakana(Input bytes) {
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t byte = bytes[1];
  if (byte >= 0xA1 && byte <= 0xDF) return character(0xFF61 + (byte - 0xA1U), 2);
  if (is_byte_of_pair(byte)) return hole(2, 2);
  return invalid(1, pair_error_length(byte));
}

DecodeStep decode_jis0212(Input bytes) {
  if (bytes.size() < 2) return truncated(1);
  if (!is_byte_of_pair(bytes[1])) return invalid(1, pair_error_length(bytes[1]));
  if (bytes.size() < 3) return truncated(2);
  const std::uint8_t cell = bytes[2];
  if (!is_byte_of_pair(cell)) return invalid(2, cell < 0x80 ? 2 : 3);
  const char32_t c = jis0212_character(bytes[1], cell);
  return c == 0 ? hole(3, 3) : character(c, 3);
}

}  // namespace

DecodeStep decode_euc_jp(Input bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return character(lead, 1);
  if (lead == kKatakanaShift) return decode_katakana(bytes);
  if (lead == kJis0212Shift) return decode_jis0212(bytes);
  if (!is_byte_of_pair(lead)) return invalid(1, 1);
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t trail = bytes[1];
  if (!is_byte_of_pair(trail)) return invalid(1, pair_error_length(trail));
  const char32_t c = jis0208_character((lead - 0xA1U) * 94 + trail - 0xA1U);
  return c == 0 ? hole(2, 2) : character(c, 2);
}

std::size_t encode_euc_jp(char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  if (code_point >= 0xFF61 && code_point <= 0xFF9F) {
    out[0] = kKatakanaShift;
    out[1] = static_cast<std::uint8_t>(code_point - 0xFF61 + 0xA1);
    return 2;
  }
  if (const std::uint32_t pointer = jis0208_pointer(code_point); pointer < kPointers) {
    out[0] = static_cast<std::uint8_t>(pointer / 94 + 0xA1);
    out[1] = static_cast<std::uint8_t>(pointer % 94 + 0xA1);
    return 2;
  }
  const std::uint16_t pair = jis0212_pair(code_point);
  if (pair == 0) return 0;
  out[0] = kJis0212Shift;
  out[1] = static_cast<std::uint8_t>(pair >> 8);
  out[2] = static_cast<std::uint8_t>(pair & 0xFF);
  return 3;
}

}  // namespace unbake::encoding
