// The bytes that a symbol may stand for, in every reader.
#ifndef UNBAKE_ENCODING_SYMBOL_BYTES_HPP_
#define UNBAKE_ENCODING_SYMBOL_BYTES_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>

#include "encoding/reader_index.hpp"

namespace unbake::encoding {

/// Which of the bytes that a symbol may stand for are asked for.
enum class BytesRole : std::uint8_t {
  kAny,
  kLead,          ///< The first byte is one that a character of UTF-8 begins with (C2 to F4).
  kContinuation,  ///< The first byte is one that a character of UTF-8 goes on with (80 to BF).
};

/// The bytes that a symbol may stand for, looked up once.
struct SymbolBytes {
  char32_t symbol = 0;
  std::size_t count = 0;
  std::array<ReaderBytes, kMaxReaderBytes> groups;

  SymbolBytes() {}  // NOLINT(modernize-use-equals-default): leaves the groups alone, which nobody reads
  explicit SymbolBytes(char32_t symbol, BytesRole role = BytesRole::kAny);
};

/// Remembers the bytes of the characters looked up last: a text uses few different ones. Empty it is small: what it
/// remembers takes memory as it is looked up, 256 characters at most.
class SymbolBytesMemory {
 public:
  explicit SymbolBytesMemory(BytesRole role = BytesRole::kAny) : role_(role) {}
  SymbolBytesMemory(const SymbolBytesMemory&) = delete;
  SymbolBytesMemory& operator=(const SymbolBytesMemory&) = delete;

  /// Valid until the next call.
  const SymbolBytes& get(char32_t symbol) {
    const std::size_t place = (symbol ^ symbol >> 8) % kPlaces;
    if (symbols_[place] != symbol || places_[place] == nullptr) look_up(symbol, place);
    return *places_[place];
  }

 private:
  static constexpr std::size_t kPlaces = 256;
  void look_up(char32_t symbol, std::size_t place);

  BytesRole role_;
  std::array<char32_t, kPlaces> symbols_{};
  std::array<SymbolBytes*, kPlaces> places_{};
  std::deque<SymbolBytes> known_;
};

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_SYMBOL_BYTES_HPP_
