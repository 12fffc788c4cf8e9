// The model file: a header that proves it, then tables that are used in place.
#ifndef UNBAKE_MODEL_MODEL_FORMAT_HPP_
#define UNBAKE_MODEL_MODEL_FORMAT_HPP_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace unbake::model {

inline constexpr char kModelMagic[8] = {'u', 'n', 'b', 'a', 'k', 'e', 'L', 'M'};
inline constexpr std::uint32_t kModelVersion = 2;

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
  std::uint64_t checksum;  ///< `checksum_of` the file.
  std::uint64_t reserved;
};
static_assert(sizeof(ModelHeader) == 64);

/// Log-probabilities are stored as multiples of -1/4 nat in 6 bits (to -15.75), or of -1/16 nat in 8 (to -15.94).
inline constexpr float kFilterStep = 0.25F;
inline constexpr float kTableStep = 0.0625F;
/// Backoff weights may be a little above 1: they are stored shifted by this many steps.
inline constexpr int kBackoffShift = 8;

inline constexpr std::uint64_t kHashOfNothing = 0xCBF29CE484222325ULL;

/// FNV-1a, 64 bits, of `bytes`; or of what `hash` is the hash of, followed by `bytes`.
constexpr std::uint64_t fnv1a(std::span<const std::uint8_t> bytes, std::uint64_t hash = kHashOfNothing) {
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001B3ULL;
  return hash;
}

/// The checksum of a model file: of all its bytes, those of the checksum itself taken as 0. `header` is its header,
/// `body` what follows it.
inline std::uint64_t checksum_of(ModelHeader header, std::span<const std::uint8_t> body) {
  header.checksum = 0;
  std::uint8_t bytes[sizeof header];
  std::memcpy(bytes, &header, sizeof header);
  return fnv1a(body, fnv1a(bytes));
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_MODEL_FORMAT_HPP_
