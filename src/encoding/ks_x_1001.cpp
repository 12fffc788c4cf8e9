#include "encoding/ks_x_1001.hpp"

#include <bit>

#include "encoding/rank_table.hpp"

namespace unbake::encoding {
namespace {

#include "generated/ks_x_1001.inc"

constexpr std::uint32_t kWords = sizeof(kSyllablesBefore) / sizeof(kSyllablesBefore[0]);

// Syllables that KS X 1001 lacks before the `word`th word of 64.
constexpr std::uint32_t added_before(std::uint32_t word) { return word * 64 - kSyllablesBefore[word]; }

}  // namespace

char32_t ks_x_1001_character(std::uint8_t row, std::uint8_t cell) { return kKsX1001[(row - 0xA1) * 94 + cell - 0xA1]; }

std::uint16_t ks_x_1001_pair(char32_t code_point) { return kKsX1001Encode.lookup(code_point); }

SyllablePlace syllable_place(char32_t syllable) {
  const std::uint32_t n = static_cast<std::uint32_t>(syllable - kFirstSyllable);
  const std::uint64_t word = kSyllablePresent[n / 64];
  const std::uint64_t bit = std::uint64_t{1} << n % 64;
  const std::uint32_t before = kSyllablesBefore[n / 64] + count_bits(word & (bit - 1));
  return (word & bit) != 0 ? SyllablePlace{true, before} : SyllablePlace{false, n - before};
}

char32_t added_syllable(std::uint32_t number) {
  std::uint32_t low = 0;  // The last word with at most `number` added syllables before it.
  for (std::uint32_t high = kWords; high - low > 1;) {
    const std::uint32_t middle = (low + high) / 2;
    (added_before(middle) <= number ? low : high) = middle;
  }
  std::uint64_t absent = ~kSyllablePresent[low];
  for (std::uint32_t skip = number - added_before(low); skip > 0; --skip) absent &= absent - 1;
  return kFirstSyllable + low * 64 + static_cast<std::uint32_t>(std::countr_zero(absent));
}

}  // namespace unbake::encoding
