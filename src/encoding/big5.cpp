// big5 (Windows code page 950, with its user-defined characters) and big5-hkscs (the Big5 of the
// WHATWG Encoding Standard: with the Hong Kong supplement of 2008 and the extensions of ETEN).
#include <algorithm>
#include <iterator>

#include "encoding/family.hpp"
#include "encoding/rank_table.hpp"

namespace unbake::encoding {
namespace {

#include "generated/big5.inc"

constexpr bool is_trail(std::uint8_t byte) { return (byte >= 0x40 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xFE); }
constexpr std::uint32_t column_of(std::uint8_t trail) { return trail - (trail < 0x7F ? 0x40U : 0x62U); }

constexpr bool is_below(std::uint32_t entry, std::uint32_t high) { return entry >> 16 < high; }

// The low half of the entry of `table` (sorted) whose high half is `high`; false if there is none.
template <std::size_t N>
bool find_low(const std::uint32_t (&table)[N], std::uint32_t high, std::uint16_t& low) {
  const auto entry = std::lower_bound(std::begin(table), std::end(table), high, is_below);
  if (entry == std::end(table) || *entry >> 16 != high) return false;
  low = static_cast<std::uint16_t>(*entry & 0xFFFF);
  return true;
}

// A block of leads whose pairs are user-defined characters in order. The third begins in the middle
// of its first lead.
struct UserBlock {
  std::uint8_t first_lead, last_lead;
  std::uint8_t first_column;
  char32_t first;
};
constexpr UserBlock kUserBlocks[] = {
    {0xFA, 0xFE, 0, 0xE000}, {0x8E, 0xA0, 0, 0xE311}, {0x81, 0x8D, 0, 0xEEB8}, {0xC6, 0xC8, 63, 0xF6B1}};
constexpr char32_t kLastUserDefined = 0xF848;

char32_t user_defined(std::uint8_t lead, std::uint32_t column) {
  for (const UserBlock& block : kUserBlocks) {
    if (lead < block.first_lead || lead > block.last_lead) continue;
    const std::uint32_t n = (lead - block.first_lead) * 157U + column;
    return n < block.first_column ? 0 : block.first + (n - block.first_column);
  }
  return 0;
}

// The pair of a user-defined character, 0 if `code_point` is none.
std::uint16_t user_defined_pair(char32_t code_point) {
  if (code_point < kUserBlocks[0].first || code_point > kLastUserDefined) return 0;
  const UserBlock* found = kUserBlocks;
  for (const UserBlock& block : kUserBlocks)
    if (code_point >= block.first) found = &block;
  const std::uint32_t n = static_cast<std::uint32_t>(code_point - found->first) + found->first_column;
  const std::uint32_t column = n % 157;
  return static_cast<std::uint16_t>((found->first_lead + n / 157) << 8 | (column + (column < 63 ? 0x40 : 0x62)));
}

char32_t hkscs_character(std::uint8_t lead, std::uint32_t column) {
  const std::uint32_t pointer = (lead - 0x81U) * 157 + column;
  const char32_t c = kBig5Index[pointer];
  return (kBig5Plane2[pointer / 32] >> pointer % 32 & 1) != 0 ? 0x20000 + c : c;
}

char32_t windows_character(std::uint8_t lead, std::uint8_t trail) {
  if (const char32_t c = user_defined(lead, column_of(trail)); c != 0) return c;
  std::uint16_t different = 0;
  if (find_low(kWindowsDifferences, static_cast<std::uint32_t>(lead << 8 | trail), different)) return different;
  return hkscs_character(lead, column_of(trail));
}

// 8862, 8864, 88A3 and 88A5 are a letter and a combining mark.
bool hkscs_letter_and_mark(std::uint8_t lead, std::uint8_t trail, DecodeStep& step) {
  if (lead != 0x88) return false;
  const bool capital = trail == 0x62 || trail == 0x64;
  if (!capital && trail != 0xA3 && trail != 0xA5) return false;
  step = two_characters(capital ? 0x00CA : 0x00EA, trail == 0x62 || trail == 0xA3 ? 0x0304 : 0x030C, 2);
  return true;
}

std::uint16_t hkscs_pair(char32_t code_point) {
  if (code_point <= 0xFFFF) return kBig5Encode.lookup(code_point);
  if (code_point < 0x20000 || code_point > 0x2FFFF) return 0;
  const std::uint16_t low = static_cast<std::uint16_t>(code_point & 0xFFFF);
  const auto entry = std::lower_bound(std::begin(kBig5Astral), std::end(kBig5Astral), low);
  if (entry == std::end(kBig5Astral) || *entry != low) return 0;
  return kBig5AstralBytes[entry - std::begin(kBig5Astral)];
}

}  // namespace

DecodeStep decode_big5(std::uint8_t which, Input bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead < 0x80) return character(lead, 1);
  if (lead == 0x80 || lead == 0xFF) return invalid(1, 1);
  if (bytes.size() < 2) return truncated(1);
  const std::uint8_t trail = bytes[1];
  if (!is_trail(trail)) return invalid(1, pair_error_length(trail));
  DecodeStep step;
  if (which == variant::kBig5Hkscs && hkscs_letter_and_mark(lead, trail, step)) return step;
  const char32_t c = which == variant::kBig5 ? windows_character(lead, trail) : hkscs_character(lead, column_of(trail));
  return c == 0 ? hole(2, pair_error_length(trail)) : character(c, 2);
}

Big5Pairs big5_pairs(char32_t code_point) {
  const std::uint16_t hkscs = hkscs_pair(code_point);
  std::uint16_t windows = user_defined_pair(code_point);
  if (windows == 0 && !find_low(kWindowsEncodeDifferences, static_cast<std::uint32_t>(code_point), windows) &&
      hkscs != 0 &&
      windows_character(static_cast<std::uint8_t>(hkscs >> 8), static_cast<std::uint8_t>(hkscs & 0xFF)) == code_point)
    windows = hkscs;
  return {windows, hkscs};
}

std::size_t encode_big5(std::uint8_t which, char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  const std::uint16_t pair = which == variant::kBig5 ? big5_pairs(code_point).windows : hkscs_pair(code_point);
  if (pair == 0) return 0;
  out[0] = static_cast<std::uint8_t>(pair >> 8);
  out[1] = static_cast<std::uint8_t>(pair & 0xFF);
  return 2;
}

}  // namespace unbake::encoding
