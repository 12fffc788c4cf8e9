// gbk and gb18030: GB 18030-2022 as the WHATWG Encoding Standard has it, with user-defined characters in the private use
// area and 80 for the euro sign. Both decode alike; the encoder of gbk has no units of four bytes.
#include <algorithm>
#include <iterator>

#include "encoding/family.hpp"
#include "encoding/page_table.hpp"

namespace unbake::encoding {
namespace {

#include "generated/gbk.inc"

constexpr bool is_lead(std::uint8_t byte) { return byte >= 0x81 && byte <= 0xFE; }
constexpr bool is_trail(std::uint8_t byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }
constexpr bool is_digit(std::uint8_t byte) { return byte >= 0x30 && byte <= 0x39; }

// Four-byte units count up from 81308130; those of the BMP end at U+FFFF, those of the other planes start anew.
constexpr std::uint32_t kLastBmpPointer = 39419;
constexpr std::uint32_t kFirstAstralPointer = 189000;
constexpr std::uint32_t kLastAstralPointer = 1237575;
// The one pointer out of order: U+1E3F took its place when GB 18030 gave that a pair in 2005.
constexpr std::uint32_t kOddPointer = 7457;
constexpr char32_t kOddCharacter = 0xE7C7;

char32_t four_byte_character(std::uint32_t pointer) {
  if (pointer == kOddPointer) return kOddCharacter;
  if (pointer >= kFirstAstralPointer && pointer <= kLastAstralPointer) return pointer - kFirstAstralPointer + 0x10000;
  if (pointer > kLastBmpPointer) return 0;
  const auto next = std::upper_bound(std::begin(kRangePointers), std::end(kRangePointers), pointer);
  const std::size_t range = static_cast<std::size_t>(next - std::begin(kRangePointers)) - 1;
  return kRangeCharacters[range] + (pointer - kRangePointers[range]);
}

// Only for characters without a pair; nothing else of the BMP has a pointer but the odd character.
bool four_byte_pointer(char32_t code_point, std::uint32_t& pointer) {
  if (code_point > 0xFFFF) {
    pointer = code_point - 0x10000 + kFirstAstralPointer;
    return true;
  }
  if (code_point == kOddCharacter) {
    pointer = kOddPointer;
    return true;
  }
  const auto next = std::upper_bound(std::begin(kRangeCharacters), std::end(kRangeCharacters), code_point);
  if (next == std::begin(kRangeCharacters)) return false;
  const std::size_t range = static_cast<std::size_t>(next - std::begin(kRangeCharacters)) - 1;
  pointer = static_cast<std::uint32_t>(kRangePointers[range] + (code_point - kRangeCharacters[range]));
  return four_byte_character(pointer) == code_point;
}

DecodeStep decode_four_bytes(Input bytes) {
  if (bytes.size() < 3) return truncated(2);
  if (!is_lead(bytes[2])) return invalid(2, 1);
  if (bytes.size() < 4) return truncated(3);
  if (!is_digit(bytes[3])) return invalid(3, 1);
  const std::uint32_t pointer =
      ((bytes[0] - 0x81U) * 10 + (bytes[1] - 0x30U)) * 1260 + (bytes[2] - 0x81U) * 10 + (bytes[3] - 0x30U);
  const char32_t c = four_byte_character(pointer);
  return c == 0 ? hole(4, 4) : character(c, 4);
}

}  // namespace

DecodeStep decode_gbk(std::uint8_t, Input bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return character(lead, 1);
  if (lead == 0x80) return character(0x20AC, 1);
  if (lead == 0xFF) return invalid(1, 1);
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t trail = bytes[1];
  if (is_digit(trail)) return decode_four_bytes(bytes);
  if (!is_trail(trail)) return invalid(1, pair_error_length(trail));
  return character(kGbkIndex[(lead - 0x81) * 190 + trail - (trail < 0x7F ? 0x40 : 0x41)], 2);
}

std::size_t encode_gbk(std::uint8_t which, char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  if (which == variant::kGbk && code_point == 0x20AC) {
    out[0] = 0x80;
    return 1;
  }
  if (const std::uint16_t pair = page_lookup(kGbkEncodePages, kGbkEncodeValues, code_point); pair != 0) {
    out[0] = static_cast<std::uint8_t>(pair >> 8);
    out[1] = static_cast<std::uint8_t>(pair & 0xFF);
    return 2;
  }
  std::uint32_t pointer = 0;
  if (which == variant::kGbk || !four_byte_pointer(code_point, pointer)) return 0;
  out[0] = static_cast<std::uint8_t>(0x81 + pointer / 12600);
  out[1] = static_cast<std::uint8_t>(0x30 + pointer / 1260 % 10);
  out[2] = static_cast<std::uint8_t>(0x81 + pointer / 10 % 126);
  out[3] = static_cast<std::uint8_t>(0x30 + pointer % 10);
  return 4;
}

}  // namespace unbake::encoding
