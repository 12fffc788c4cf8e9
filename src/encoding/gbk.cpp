// gbk and gb18030: GB 18030-2022 as the WHATWG Encoding Standard has it, with user-defined
// characters in the private use area and 80 for the euro sign. Both decode alike; the encoder of
// gbk has no units of four bytes.
#include <algorithm>
#include <iterator>

#include "encoding/family.hpp"
#include "encoding/rank_table.hpp"

namespace unbake::encoding {
namespace {

#include "generated/gbk.inc"

// GBK 3 and 4 are the pairs around the square of GB 2312: leads 81 to A0, and trails to A0 after
// leads from AA on. They hold in order the ideographs of Unicode 1 that have no other pair, then a
// few odd characters.
constexpr char32_t kFirstIdeograph = 0x4E00;
constexpr char32_t kLastIdeograph = 0x9FA5;
constexpr std::uint32_t kGbk3 = 32 * 190;
constexpr std::uint32_t kOrderedIdeographs = kGbk3 + 85 * 96 - std::size(kGbkTail);

constexpr std::uint32_t kEntriesBeforeIdeographs = kGbkEncode.rank(kFirstIdeograph);

// Ideographs in order before `code_point`, an ideograph or the one after the last.
std::uint32_t ordered_before(char32_t code_point) {
  return static_cast<std::uint32_t>(code_point - kFirstIdeograph) -
         (kGbkEncode.rank(code_point) - kEntriesBeforeIdeographs);
}

char32_t ordered_ideograph(std::uint32_t number) {
  char32_t low = kFirstIdeograph;  // At most `number` ideographs in order are before it.
  for (char32_t high = kLastIdeograph + 1; high - low > 1;) {
    const char32_t middle = low + (high - low) / 2;
    (ordered_before(middle) <= number ? low : high) = middle;
  }
  return low;
}

char32_t pair_character(std::uint8_t lead, std::uint8_t trail) {
  const std::uint32_t column = trail - (trail < 0x7F ? 0x40U : 0x41U);
  if (lead <= 0xA0) return ordered_ideograph((lead - 0x81U) * 190 + column);
  if (trail >= 0xA1) return kGbkSquare[(lead - 0xA1) * 94 + trail - 0xA1];
  if (lead <= 0xA9) return kGbkLeft[(lead - 0xA1U) * 96 + column];
  const std::uint32_t number = kGbk3 + (lead - 0xAAU) * 96 + column;
  return number < kOrderedIdeographs ? ordered_ideograph(number) : kGbkTail[number - kOrderedIdeographs];
}

// The two bytes of a character, 0 if it has none.
std::uint16_t pair_of(char32_t code_point) {
  if (kGbkEncode.contains(code_point)) return kGbkEncode.values[kGbkEncode.rank(code_point)];
  if (code_point < kFirstIdeograph || code_point > kLastIdeograph) return 0;
  std::uint32_t number = ordered_before(code_point);
  std::uint32_t lead = 0x81 + number / 190;
  std::uint32_t column = number % 190;
  if (number >= kGbk3) {
    number -= kGbk3;
    lead = 0xAA + number / 96;
    column = number % 96;
  }
  return static_cast<std::uint16_t>(lead << 8 | (column + (column < 0x3F ? 0x40 : 0x41)));
}

constexpr bool is_lead(std::uint8_t byte) { return byte >= 0x81 && byte <= 0xFE; }
constexpr bool is_trail(std::uint8_t byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }
constexpr bool is_digit(std::uint8_t byte) { return byte >= 0x30 && byte <= 0x39; }

// Four-byte units count up from 81308130; those of the BMP end at U+FFFF, those of the other planes
// start anew.
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
  const std::uint32_t end = range + 1 < std::size(kRangePointers) ? kRangePointers[range + 1] : kLastBmpPointer + 1;
  return pointer < end;
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
  return character(pair_character(lead, trail), 2);
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
  if (const std::uint16_t pair = pair_of(code_point); pair != 0) {
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
