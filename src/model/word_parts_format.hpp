// The file of the parts of words: a header that proves it, then the slots of the filter, which are used in place.
#ifndef UNBAKE_MODEL_WORD_PARTS_FORMAT_HPP_
#define UNBAKE_MODEL_WORD_PARTS_FORMAT_HPP_

#include <cstdint>

#include "model/ngram_filter.hpp"

namespace unbake::model {

inline constexpr char kWordPartsMagic[8] = {'u', 'n', 'b', 'a', 'k', 'e', 'W', 'P'};
inline constexpr std::uint32_t kWordPartsVersion = 1;

/// Little-endian, 48 bytes. The slots follow, 8 bits each.
struct WordPartsHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t part_count;  ///< For people who ask.
  std::uint64_t seed;
  std::uint32_t segment_length;
  std::uint32_t segment_count_length;
  std::uint64_t file_size;
  std::uint64_t checksum;  ///< FNV-1a, 64 bits, of everything after the header.
};
static_assert(sizeof(WordPartsHeader) == 48);

/// What the three slots of a stored key give together: one byte of its fingerprint.
constexpr std::uint8_t word_part_print(const FilterPlace& place) {
  return static_cast<std::uint8_t>(place.fingerprint >> 8);
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_WORD_PARTS_FORMAT_HPP_
