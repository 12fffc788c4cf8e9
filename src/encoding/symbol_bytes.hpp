// The bytes that a symbol may stand for, in every reader.
#ifndef UNBAKE_ENCODING_SYMBOL_BYTES_HPP_
#define UNBAKE_ENCODING_SYMBOL_BYTES_HPP_

#include <array>
#include <cstddef>

#include "encoding/reader_index.hpp"

namespace unbake::encoding {

/// The bytes that a symbol may stand for, looked up once.
struct SymbolBytes {
  char32_t symbol = 0;
  std::size_t count = 0;
  std::array<ReaderBytes, kMaxReaderBytes> groups;

  SymbolBytes() {}  // NOLINT(modernize-use-equals-default): leaves the groups alone, which nobody reads
  explicit SymbolBytes(char32_t symbol);
};

/// Remembers the bytes of the characters looked up last: a text uses few different ones.
class SymbolBytesMemory {
 public:
  const SymbolBytes& get(char32_t symbol) {
    SymbolBytes& entry = entries_[(symbol ^ symbol >> 7) % entries_.size()];
    if (entry.symbol != symbol) entry = SymbolBytes(symbol);
    return entry;
  }

 private:
  std::array<SymbolBytes, 64> entries_;
};

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_SYMBOL_BYTES_HPP_
