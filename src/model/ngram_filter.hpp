// A static function from 64-bit keys to 6-bit values, in about 18 bits a key.
#ifndef UNBAKE_MODEL_NGRAM_FILTER_HPP_
#define UNBAKE_MODEL_NGRAM_FILTER_HPP_

#include <bit>
#include <cstdint>

namespace unbake::model {

/// Where a binary fuse filter keeps its keys (Graf and Lemire, "Binary Fuse Filters", 2022): each key owns three slots
/// in three neighbouring segments; the exclusive or of the three is a 10-bit fingerprint and the 6-bit value. A key
/// that was never stored is found with probability 1/1024, with an arbitrary value.
struct FilterShape {
  std::uint64_t seed;
  std::uint32_t segment_length;        ///< A power of two.
  std::uint32_t segment_count_length;  ///< Segments that a first slot may be in, times `segment_length`.

  [[nodiscard]] constexpr std::uint32_t slot_count() const { return segment_count_length + 2 * segment_length; }
};

/// Whether every key has its slots inside of `slot_count()`, and that fits its type.
constexpr bool is_sound(const FilterShape& shape) {
  constexpr std::uint32_t kMost = 1U << 30;
  return std::has_single_bit(shape.segment_length) && shape.segment_length <= kMost && shape.segment_count_length > 0 &&
         shape.segment_count_length <= kMost && shape.segment_count_length % shape.segment_length == 0;
}

inline constexpr int kValueBits = 6;
inline constexpr std::uint32_t kValueMask = (1U << kValueBits) - 1;

/// The three slots and the fingerprint (in the upper ten bits of 16) of a key.
struct FilterPlace {
  std::uint32_t slots[3];
  std::uint16_t fingerprint;
};

constexpr FilterPlace filter_place(const FilterShape& shape, std::uint64_t key) {
  // The finaliser of MurmurHash3.
  std::uint64_t h = key + shape.seed;
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDULL;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  h ^= h >> 33;
  const std::uint32_t mask = shape.segment_length - 1;
  FilterPlace place{};
  place.slots[0] = static_cast<std::uint32_t>(((h >> 32) * shape.segment_count_length) >> 32);
  place.slots[1] = (place.slots[0] + shape.segment_length) ^ (static_cast<std::uint32_t>(h >> 18) & mask);
  place.slots[2] = (place.slots[0] + 2 * shape.segment_length) ^ (static_cast<std::uint32_t>(h) & mask);
  const std::uint64_t mixed = h * 0x9E3779B97F4A7C15ULL;
  place.fingerprint = static_cast<std::uint16_t>((mixed >> 48) & ~static_cast<std::uint64_t>(kValueMask));
  return place;
}

/// The value of `key` in `slots`, or -1 if it is not stored.
inline int filter_find(const FilterShape& shape, const std::uint16_t* slots, std::uint64_t key) {
  const FilterPlace place = filter_place(shape, key);
  const auto word = static_cast<std::uint16_t>(slots[place.slots[0]] ^ slots[place.slots[1]] ^ slots[place.slots[2]] ^
                                               place.fingerprint);
  return word <= kValueMask ? word : -1;
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_NGRAM_FILTER_HPP_
