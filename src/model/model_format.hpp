// The model file: a header that proves it, then tables that are used in place.
#ifndef UNBAKE_MODEL_MODEL_FORMAT_HPP_
#define UNBAKE_MODEL_MODEL_FORMAT_HPP_

#include <cstddef>
#include <cstdint>
#include <span>

namespace unbake::model {

inline constexpr char kModelMagic[8] = {'u', 'n', 'b', 'a', 'k', 'e', 'L', 'M'};
inline constexpr std::uint32_t kModelVersion = 1;

/// Little-endian, 64 bytes. The sections follow in this order: filter slots (16 bits each), class bigrams, backoff
/// weights of class bigrams, unseen characters by class, language tags (separated by spaces).
struct ModelHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t class_count;
  std::uint64_t seed;
  std::uint32_t segment_length;
  std::uint32_t segment_count_length;
  std::uint32_t ngram_count;  ///< Keys in the filter, for people who ask.
  std::uint32_t language_bytes;
  std::uint64_t file_size;
  std::uint64_t checksum;  ///< FNV-1a, 64 bits, of everything after the header.
  std::uint64_t reserved;
};
static_assert(sizeof(ModelHeader) == 64);

/// Log-probabilities are stored as multiples of -1/4 nat in 6 bits (to -15.75), or of -1/16 nat in 8 (to -15.94).
inline constexpr float kFilterStep = 0.25F;
inline constexpr float kTableStep = 0.0625F;
/// Backoff weights may be a little above 1: they are stored shifted by this many steps.
inline constexpr int kBackoffShift = 8;

constexpr std::uint64_t fnv1a(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001B3ULL;
  return hash;
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_MODEL_FORMAT_HPP_
