// shift_jis: Windows code page 932 as the WHATWG Encoding Standard has it. User-defined characters
// F040 to F9FC are in the private use area, 80 is U+0080.
#include "encoding/family.hpp"
#include "encoding/jis.hpp"

namespace unbake::encoding {
namespace {

constexpr bool is_lead(std::uint8_t byte) { return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC); }
constexpr bool is_trail(std::uint8_t byte) { return byte >= 0x40 && byte <= 0xFC && byte != 0x7F; }

constexpr char32_t kFirstKatakana = 0xFF61;  // Half-width, byte A1.
constexpr char32_t kLastKatakana = 0xFF9F;   // Byte DF.
constexpr char32_t kFirstUserDefined = 0xE000;
constexpr std::uint32_t kUserDefinedSize = 10 * 188;
constexpr std::uint32_t kFirstUserDefinedPointer = (0xF0 - 0xC1) * 188;

}  // namespace

DecodeStep decode_shift_jis(Input bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead <= 0x80) return character(lead, 1);
  if (lead >= 0xA1 && lead <= 0xDF) return character(kFirstKatakana + (lead - 0xA1U), 1);
  if (!is_lead(lead)) return invalid(1, 1);
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t trail = bytes[1];
  if (!is_trail(trail)) return invalid(1, pair_error_length(trail));
  const std::uint32_t pointer = (lead - (lead < 0xA0 ? 0x81U : 0xC1U)) * 188 + trail - (trail < 0x7F ? 0x40U : 0x41U);
  if (pointer - kFirstUserDefinedPointer < kUserDefinedSize)
    return character(kFirstUserDefined + (pointer - kFirstUserDefinedPointer), 2);
  const char32_t c = jis0208_character(pointer);
  return c == 0 ? hole(2, pair_error_length(trail)) : character(c, 2);
}

std::size_t encode_shift_jis(char32_t code_point, std::uint8_t out[4]) {
  if (code_point <= 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  if (code_point >= kFirstKatakana && code_point <= kLastKatakana) {
    out[0] = static_cast<std::uint8_t>(code_point - kFirstKatakana + 0xA1);
    return 1;
  }
  std::uint32_t pointer = jis0208_pointer(code_point);
  if (code_point - kFirstUserDefined < kUserDefinedSize)
    pointer = static_cast<std::uint32_t>(code_point - kFirstUserDefined) + kFirstUserDefinedPointer;
  if (pointer >= kJis0208Size) return 0;
  const std::uint16_t pair = shift_jis_pair(pointer);
  out[0] = static_cast<std::uint8_t>(pair >> 8);
  out[1] = static_cast<std::uint8_t>(pair & 0xFF);
  return 2;
}

}  // namespace unbake::encoding
