// Sparse tables over the BMP, as the generator of tables writes them: a bit for each character that
// has an entry, and the entries in order. The place of an entry is the number of bits before its
// own. A third of the size of pages.
#ifndef UNBAKE_ENCODING_RANK_TABLE_HPP_
#define UNBAKE_ENCODING_RANK_TABLE_HPP_

#include <cstdint>

namespace unbake::encoding {

/// The bits set in `word`. std::popcount is a call of a library function on processors as old as we
/// support.
constexpr std::uint32_t count_bits(std::uint64_t word) {
  word -= word >> 1 & 0x5555555555555555;
  word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
  word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<std::uint32_t>(word * 0x0101010101010101 >> 56);
}

struct RankTable {
  const std::uint64_t* present;  ///< Bit `c & 63` of word `c >> 6`: character `c` has an entry. 1024 words.
  const std::uint16_t* before;   ///< Entries of all words before each word.
  const std::uint16_t* values;

  /// Entries of characters before `code_point`, which is in the BMP.
  constexpr std::uint32_t rank(char32_t code_point) const {
    const std::uint64_t lower = (std::uint64_t{1} << (code_point & 63)) - 1;
    return before[code_point >> 6] + count_bits(present[code_point >> 6] & lower);
  }
  constexpr bool contains(char32_t code_point) const {
    return code_point <= 0xFFFF && (present[code_point >> 6] >> (code_point & 63) & 1) != 0;
  }
  /// The entry of `code_point`, 0 if it has none or is beyond the BMP.
  constexpr std::uint16_t lookup(char32_t code_point) const {
    return contains(code_point) ? values[rank(code_point)] : std::uint16_t{0};
  }
};

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_RANK_TABLE_HPP_
