// Text as a sequence of symbols: code points and raw bytes, each with its offset.
#ifndef UNBAKE_BASE_SYMBOL_HPP_
#define UNBAKE_BASE_SYMBOL_HPP_

#include <cstddef>

namespace unbake::base {

/// A code point of a text, or a byte of it that is not UTF-8 (`kRawByte + byte`), and where it starts.
struct Symbol {
  char32_t value;
  std::size_t offset;  ///< Bytes from the start of the text.
};

}  // namespace unbake::base

#endif  // UNBAKE_BASE_SYMBOL_HPP_
