// johab (KS X 1001 annex 3, Windows code page 1361): syllables by their letters, symbols and hanja
// as KS X 1001 has them, two rows a lead byte. Taken from the standard; ICU has no such converter.
// 5C is the backslash, as in Windows.
#include "encoding/family.hpp"
#include "encoding/johab_codes.hpp"
#include "encoding/ks_x_1001.hpp"

namespace unbake::encoding {
namespace {

constexpr bool is_hangul_lead(std::uint8_t byte) { return byte >= 0x84 && byte <= 0xD3; }
constexpr bool is_other_lead(std::uint8_t byte) { return byte >= 0xD8 && byte <= 0xF9 && byte != 0xDF; }
constexpr bool is_hangul_trail(std::uint8_t byte) {
  return (byte >= 0x41 && byte <= 0x7E) || (byte >= 0x81 && byte <= 0xFE);
}
constexpr bool is_other_trail(std::uint8_t byte) {
  return (byte >= 0x31 && byte <= 0x7E) || (byte >= 0x91 && byte <= 0xFE);
}

constexpr std::uint8_t kFirstSymbolLead = 0xD9;  // Rows A1 to AC; D8 is for users.
constexpr std::uint8_t kFirstHanjaLead = 0xE0;   // Rows CA to FD.
constexpr std::uint8_t kLetterRow = 0xA4;        // Its modern letters, before D4, are Hangul units instead.

char32_t other_character(std::uint8_t lead, std::uint8_t trail) {
  if (lead < kFirstSymbolLead) return 0;
  const std::uint32_t column = trail - (trail < 0x80 ? 0x31U : 0x43U);
  const bool hanja = lead >= kFirstHanjaLead;
  const std::uint32_t row =
      (hanja ? 0xCAU + (lead - kFirstHanjaLead) * 2U : 0xA1U + (lead - kFirstSymbolLead) * 2U) + column / 94;
  const std::uint32_t cell = 0xA1 + column % 94;
  if (row == kLetterRow && cell < 0xD4) return 0;
  return ks_x_1001_character(static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(cell));
}

// The code of each letter, and of kFill at the end.
using Codes = std::array<std::uint8_t, 29>;
constexpr std::size_t kFillPlace = 28;

constexpr Codes codes_of(const std::array<std::int8_t, 32>& letters) {
  Codes codes = {};
  for (std::uint8_t code = 0; code < 32; ++code) {
    const int letter = letters[code];
    if (letter != johab::kNone)
      codes[static_cast<std::size_t>(letter == johab::kFill ? static_cast<int>(kFillPlace) : letter)] = code;
  }
  return codes;
}
constexpr Codes kInitialCodes = codes_of(johab::kInitial);
constexpr Codes kMedialCodes = codes_of(johab::kMedial);
constexpr Codes kFinalCodes = codes_of(johab::kFinal);

// Each letter as its index, or kFillPlace for none.
constexpr std::uint32_t unit_of(std::size_t initial, std::size_t medial, std::size_t final) {
  return 0x8000U | static_cast<std::uint32_t>(kInitialCodes[initial] << 10) |
         static_cast<std::uint32_t>(kMedialCodes[medial] << 5) | kFinalCodes[final];
}

// The unit of a compatibility letter U+3131 to U+3163: as an initial if it can be one.
std::uint32_t letter_unit(char32_t letter) {
  if (letter >= 0x314F) return unit_of(kFillPlace, letter - 0x314F, kFillPlace);
  for (std::size_t i = 0; i < johab::kInitialLetter.size(); ++i)
    if (0x3100U + johab::kInitialLetter[i] == letter) return unit_of(i, kFillPlace, kFillPlace);
  for (std::size_t i = 1; i < johab::kFinalLetter.size(); ++i)
    if (0x3100U + johab::kFinalLetter[i] == letter) return unit_of(kFillPlace, kFillPlace, i);
  return 0;
}

std::uint32_t hangul_unit(char32_t code_point) {
  if (code_point >= 0x3131 && code_point <= 0x3163) return letter_unit(code_point);
  if (!is_syllable(code_point)) return 0;
  const std::uint32_t n = static_cast<std::uint32_t>(code_point - kFirstSyllable);
  return unit_of(n / (21 * 28), n / 28 % 21, n % 28 == 0 ? kFillPlace : n % 28);
}

std::uint32_t other_unit(char32_t code_point) {
  const std::uint16_t pair = ks_x_1001_pair(code_point);
  const std::uint32_t row = pair >> 8;
  const std::uint32_t cell = pair & 0xFF;
  const bool symbol = row >= 0xA1 && row <= 0xAC;
  if (!symbol && (row < 0xCA || row > 0xFD)) return 0;
  const std::uint32_t n = symbol ? row - 0xA1 : row - 0xCA;
  const std::uint32_t column = n % 2 * 94 + cell - 0xA1;
  return ((symbol ? kFirstSymbolLead : kFirstHanjaLead) + n / 2) << 8 | (column + (column < 78 ? 0x31 : 0x43));
}

}  // namespace

DecodeStep decode_johab(Input bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return character(lead, 1);
  if (!is_hangul_lead(lead) && !is_other_lead(lead)) return invalid(1, 1);
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t trail = bytes[1];
  char32_t c = 0;
  if (is_hangul_lead(lead)) {
    if (!is_hangul_trail(trail)) return invalid(1, pair_error_length(trail));
    c = johab::hangul(static_cast<unsigned>(lead << 8 | trail));
  } else {
    if (!is_other_trail(trail)) return invalid(1, pair_error_length(trail));
    c = other_character(lead, trail);
  }
  return c == 0 ? hole(2, pair_error_length(trail)) : character(c, 2);
}

std::size_t encode_johab(char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  std::uint32_t unit = hangul_unit(code_point);
  if (unit == 0) unit = other_unit(code_point);
  if (unit == 0) return 0;
  out[0] = static_cast<std::uint8_t>(unit >> 8);
  out[1] = static_cast<std::uint8_t>(unit & 0xFF);
  return 2;
}

}  // namespace unbake::encoding
