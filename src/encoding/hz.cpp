// hz-gb-2312 (RFC 1843): GB 2312 in seven bits between ~{ and ~}; ~~ is a tilde, ~ before a line
// end joins lines.
#include "base/utf8.hpp"
#include "encoding/family.hpp"
#include "encoding/stateful.hpp"

namespace unbake::encoding {
namespace {

constexpr std::uint8_t kLastRow = 0xF7;

// The character of two bytes of seven bits, 0 if GB 2312 (with what GBK put into its rows) has
// none.
char32_t gb2312_character(unsigned char row, unsigned char cell) {
  if (row < 0x21 || cell < 0x21 || cell > 0x7E || (row | 0x80) > kLastRow) return 0;
  const std::uint8_t pair[] = {static_cast<std::uint8_t>(row | 0x80), static_cast<std::uint8_t>(cell | 0x80)};
  const DecodeStep step = decode_gbk(variant::kGbk, pair);
  return step.kind == DecodeStep::Kind::kCharacter && !is_private_use(step.code_points[0]) ? step.code_points[0] : 0;
}

// The two bytes of seven bits, 0 if GB 2312 has none.
unsigned gb2312_pair(char32_t code_point) {
  std::uint8_t bytes[4];
  if (is_private_use(code_point) || encode_gbk(variant::kGb18030, code_point, bytes) != 2) return 0;
  if (bytes[0] < 0xA1 || bytes[0] > kLastRow || bytes[1] < 0xA1) return 0;
  return (bytes[0] & 0x7FU) << 8 | (bytes[1] & 0x7FU);
}

}  // namespace

Encoded encode_hz(std::string_view utf8) {
  Encoded result;
  bool chinese = false;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const base::CodePoint head = base::decode_utf8(utf8, offset);
    const bool ascii = head.value < 0x80;
    const unsigned pair = ascii || base::is_raw_byte(head.value) ? 0 : gb2312_pair(head.value);
    if (!ascii && pair == 0) return stopped_at(std::move(result), offset);
    if (chinese == ascii) result.bytes += ascii ? "~}" : "~{";
    chinese = !ascii;
    if (!ascii)
      append_pair(result.bytes, pair);
    else if (head.value == '~')
      result.bytes += "~~";
    else
      result.bytes += static_cast<char>(head.value);
    offset += head.length;
  }
  if (chinese) result.bytes += "~}";
  return result;
}

Encoded decode_hz(std::string_view bytes) {
  Encoded result;
  bool chinese = false;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const unsigned char byte = static_cast<unsigned char>(bytes[offset]);
    const char next = offset + 1 < bytes.size() ? bytes[offset + 1] : '\0';
    if (byte == '~' && (next == '{' || next == '}' || next == '\n' || (next == '~' && !chinese))) {
      if (next == '~') result.bytes += '~';
      if (next == '{' || next == '}') chinese = next == '{';
      offset += 2;
    } else if (byte == '~' && !chinese) {
      return stopped_at(std::move(result), offset);
    } else if (byte >= 0x80) {
      return stopped_at(std::move(result), offset);
    } else if (!chinese || byte == '\n') {
      chinese = false;  // A line ends in ASCII, whether it says so or not.
      result.bytes += bytes[offset++];
    } else {
      const char32_t c = offset + 1 < bytes.size() ? gb2312_character(byte, static_cast<unsigned char>(next)) : 0;
      if (c == 0) return stopped_at(std::move(result), offset);
      base::append_utf8(result.bytes, c);
      offset += 2;
    }
  }
  return result;
}

}  // namespace unbake::encoding
