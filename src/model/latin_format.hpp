// The file of the profiles of Latin-script languages: a header that proves it, then tables that are used in place.
#ifndef UNBAKE_MODEL_LATIN_FORMAT_HPP_
#define UNBAKE_MODEL_LATIN_FORMAT_HPP_

#include <cstddef>
#include <cstdint>

#include "model/latin_symbol.hpp"

namespace unbake::model {

inline constexpr char kLatinMagic[8] = {'u', 'n', 'b', 'a', 'k', 'e', 'L', 'L'};
inline constexpr std::uint32_t kLatinVersion = 1;

/// Little-endian, 48 bytes. The sections follow in this order: symbols, pairs of ASCII (half bytes), unigrams of ASCII,
/// backoff weights of ASCII, unseen, entries, language tags (separated by spaces).
struct LatinHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t language_count;
  std::uint32_t symbol_count;
  std::uint32_t entry_count;
  std::uint32_t tag_bytes;
  std::uint32_t file_size;
  std::uint64_t checksum;  ///< FNV-1a, 64 bits, of everything after the header.
  std::uint64_t reserved;
};
static_assert(sizeof(LatinHeader) == 48);

/// A character beyond ASCII. Its entries are those from `first` on: of languages that have it, of letters before it, of
/// letters behind it.
struct LatinSymbolRecord {
  std::uint32_t symbol;
  std::uint32_t first;
  std::uint16_t seen;  ///< {language, log P(symbol), backoff weight}
  std::uint16_t into;  ///< {language, letter before, log P(symbol | letter)}
  std::uint16_t out;   ///< {language, letter behind, log P(letter | symbol)}
  std::uint16_t rare;  ///< -log P(symbol) in any language, where a language has never had it
};
static_assert(sizeof(LatinSymbolRecord) == 16);

/// A word end and the letters a to z.
inline constexpr std::size_t kLatinLetters = 27;
inline constexpr std::size_t kLatinEntryBytes = 3;

/// 0 for a word end, 1 to 26 for a letter of ASCII.
constexpr std::size_t letter_index(char32_t symbol) { return symbol == kWordEnd ? 0 : symbol - U'a' + 1; }

/// Log-probabilities are stored as multiples of -3/4 nat in 4 bits (to -11.25), or of -1/16 nat in 8 (to -15.94).
inline constexpr float kLatinPairStep = 0.75F;
inline constexpr float kLatinStep = 0.0625F;
/// What no language has.
inline constexpr float kUnknownSymbol = 15.9375F;

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_LATIN_FORMAT_HPP_
