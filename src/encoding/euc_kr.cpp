// euc-kr: Unified Hangul Code (Windows code page 949) as the WHATWG Encoding Standard has it: KS X
// 1001, and the other syllables in alphabetic order in the pairs that it leaves free.
#include "encoding/family.hpp"
#include "encoding/ks_x_1001.hpp"

namespace unbake::encoding {
namespace {

constexpr bool is_lead(std::uint8_t byte) { return byte >= 0x81 && byte <= 0xFE; }
constexpr bool is_trail(std::uint8_t byte) { return byte >= 0x41 && byte <= 0xFE; }

// Added syllables stand at trails 41-5A, 61-7A and 81 on: to FE after leads below A1, to A0 after
// the others.
constexpr std::uint32_t kColumns = 178;
constexpr std::uint32_t kColumnsBesideKs = 84;
constexpr std::uint32_t kBesideKs = 32 * kColumns;
constexpr std::uint32_t kNoColumn = kColumns;

constexpr std::uint32_t column_of(std::uint8_t trail) {
  if (trail >= 0x41 && trail <= 0x5A) return trail - 0x41U;
  if (trail >= 0x61 && trail <= 0x7A) return trail - 0x61U + 26;
  return trail >= 0x81 && trail <= 0xFE ? trail - 0x81U + 52 : kNoColumn;
}
constexpr std::uint8_t trail_of(std::uint32_t column) {
  return static_cast<std::uint8_t>(column < 26 ? column + 0x41 : column < 52 ? column - 26 + 0x61 : column - 52 + 0x81);
}

char32_t added_character(std::uint8_t lead, std::uint8_t trail) {
  const std::uint32_t column = column_of(trail);
  if (column == kNoColumn || (lead >= 0xA1 && column >= kColumnsBesideKs)) return 0;
  const std::uint32_t number =
      lead < 0xA1 ? (lead - 0x81U) * kColumns + column : kBesideKs + (lead - 0xA1U) * kColumnsBesideKs + column;
  return number < kAddedSyllables ? added_syllable(number) : 0;
}

void encode_syllable(char32_t syllable, std::uint8_t out[4]) {
  const SyllablePlace place = syllable_place(syllable);
  if (place.in_ks_x_1001) {
    out[0] = static_cast<std::uint8_t>(0xB0 + place.number / 94);
    out[1] = static_cast<std::uint8_t>(0xA1 + place.number % 94);
  } else if (place.number < kBesideKs) {
    out[0] = static_cast<std::uint8_t>(0x81 + place.number / kColumns);
    out[1] = trail_of(place.number % kColumns);
  } else {
    out[0] = static_cast<std::uint8_t>(0xA1 + (place.number - kBesideKs) / kColumnsBesideKs);
    out[1] = trail_of((place.number - kBesideKs) % kColumnsBesideKs);
  }
}

}  // namespace

DecodeStep decode_euc_kr(Input bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return character(lead, 1);
  if (!is_lead(lead)) return invalid(1, 1);
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t trail = bytes[1];
  if (!is_trail(trail)) return invalid(1, pair_error_length(trail));
  const char32_t c = lead >= 0xA1 && trail >= 0xA1 ? ks_x_1001_character(lead, trail) : added_character(lead, trail);
  return c == 0 ? hole(2, pair_error_length(trail)) : character(c, 2);
}

std::size_t encode_euc_kr(char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  if (is_syllable(code_point)) {
    encode_syllable(code_point, out);
    return 2;
  }
  const std::uint16_t pair = ks_x_1001_pair(code_point);
  if (pair == 0) return 0;
  out[0] = static_cast<std::uint8_t>(pair >> 8);
  out[1] = static_cast<std::uint8_t>(pair & 0xFF);
  return 2;
}

}  // namespace unbake::encoding
