// vni (VNI for Windows): Vietnamese letters as a base letter and a byte for its marks, or one byte
// alone; what is neither is windows-1252; decoding, a mark that follows no vowel is taken so too.
// From the published key tables of VNI; ICU has no such converter.
#include <cstddef>

#include "encoding/family.hpp"

namespace unbake::encoding {
namespace {

struct Letter {
  std::uint8_t base;
  std::uint8_t mark;  ///< 0: the base byte alone.
  char16_t character;
};

// Small letters. A capital has the bytes of the small letter less 20; not so i, y-dot and d, which
// are bytes alone.
constexpr Letter kLetters[] = {
    {'a', 0xF9, 0x00E1},  {'a', 0xF8, 0x00E0},  {'a', 0xFB, 0x1EA3},  {'a', 0xF5, 0x00E3},  {'a', 0xEF, 0x1EA1},
    {'a', 0xE2, 0x00E2},  {'a', 0xE1, 0x1EA5},  {'a', 0xE0, 0x1EA7},  {'a', 0xE5, 0x1EA9},  {'a', 0xE3, 0x1EAB},
    {'a', 0xE4, 0x1EAD},  {'a', 0xEA, 0x0103},  {'a', 0xE9, 0x1EAF},  {'a', 0xE8, 0x1EB1},  {'a', 0xFA, 0x1EB3},
    {'a', 0xFC, 0x1EB5},  {'a', 0xEB, 0x1EB7},  {'e', 0xF9, 0x00E9},  {'e', 0xF8, 0x00E8},  {'e', 0xFB, 0x1EBB},
    {'e', 0xF5, 0x1EBD},  {'e', 0xEF, 0x1EB9},  {'e', 0xE2, 0x00EA},  {'e', 0xE1, 0x1EBF},  {'e', 0xE0, 0x1EC1},
    {'e', 0xE5, 0x1EC3},  {'e', 0xE3, 0x1EC5},  {'e', 0xE4, 0x1EC7},  {'o', 0xF9, 0x00F3},  {'o', 0xF8, 0x00F2},
    {'o', 0xFB, 0x1ECF},  {'o', 0xF5, 0x00F5},  {'o', 0xEF, 0x1ECD},  {'o', 0xE2, 0x00F4},  {'o', 0xE1, 0x1ED1},
    {'o', 0xE0, 0x1ED3},  {'o', 0xE5, 0x1ED5},  {'o', 0xE3, 0x1ED7},  {'o', 0xE4, 0x1ED9},  {'u', 0xF9, 0x00FA},
    {'u', 0xF8, 0x00F9},  {'u', 0xFB, 0x1EE7},  {'u', 0xF5, 0x0169},  {'u', 0xEF, 0x1EE5},  {'y', 0xF9, 0x00FD},
    {'y', 0xF8, 0x1EF3},  {'y', 0xFB, 0x1EF7},  {'y', 0xF5, 0x1EF9},  {0xF4, 0xF9, 0x1EDB}, {0xF4, 0xF8, 0x1EDD},
    {0xF4, 0xFB, 0x1EDF}, {0xF4, 0xF5, 0x1EE1}, {0xF4, 0xEF, 0x1EE3}, {0xF6, 0xF9, 0x1EE9}, {0xF6, 0xF8, 0x1EEB},
    {0xF6, 0xFB, 0x1EED}, {0xF6, 0xF5, 0x1EEF}, {0xF6, 0xEF, 0x1EF1}, {0xF4, 0, 0x01A1},    {0xF6, 0, 0x01B0},
    {0xED, 0, 0x00ED},    {0xEC, 0, 0x00EC},    {0xE6, 0, 0x1EC9},    {0xF3, 0, 0x0129},    {0xF2, 0, 0x1ECB},
    {0xEE, 0, 0x1EF5},    {0xF1, 0, 0x0111}};

// The capital of a letter above.
constexpr char16_t capital(char16_t letter) {
  if (letter < 0x0100) return static_cast<char16_t>(letter - 0x20);
  if (letter == 0x01B0) return 0x01AF;
  if (letter == 0x01A1) return 0x01A0;
  return static_cast<char16_t>(letter - 1);
}

constexpr bool is_either_case(std::uint8_t byte, std::uint8_t small) { return byte == small || byte == small - 0x20; }

// The letter that `bytes` begin with, two bytes before one; null if they begin with none. Case is
// that of the base byte: fonts have each mark twice, at the heights of small and capital letters,
// and texts mix them up.
const Letter* find_letter(Input bytes) {
  const Letter* alone = nullptr;
  for (const Letter& letter : kLetters) {
    if (!is_either_case(bytes[0], letter.base)) continue;
    if (letter.mark == 0)
      alone = &letter;
    else if (bytes.size() > 1 && is_either_case(bytes[1], letter.mark))
      return &letter;
  }
  return alone;
}

}  // namespace

DecodeStep decode_font(Input bytes) {
  if (bytes[0] < 0x80 && bytes.size() == 1) return character(bytes[0], 1);
  const Letter* letter = find_letter(bytes);
  if (letter == nullptr) return decode_step(EncodingId::kWindows1252, bytes);
  const bool small = bytes[0] == letter->base;
  return character(small ? letter->character : capital(letter->character), letter->mark == 0 ? 1 : 2);
}

std::size_t encode_font(char32_t code_point, std::uint8_t out[4]) {
  for (const Letter& letter : kLetters) {
    const bool small = letter.character == code_point;
    if (!small && capital(letter.character) != code_point) continue;
    out[0] = static_cast<std::uint8_t>(letter.base - (small ? 0 : 0x20));
    if (letter.mark == 0) return 1;
    out[1] = static_cast<std::uint8_t>(letter.mark - (small ? 0 : 0x20));
    return 2;
  }
  // Bytes that are letters or marks here are not what they are in windows-1252.
  const std::size_t length = encode_step(EncodingId::kWindows1252, code_point, out);
  return length == 1 && (out[0] < 0xC0 || out[0] == 0xD7 || out[0] == 0xF7) ? 1 : 0;
}

}  // namespace unbake::encoding
