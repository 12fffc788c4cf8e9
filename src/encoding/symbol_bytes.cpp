#include "encoding/symbol_bytes.hpp"

#include "base/utf8.hpp"

namespace unbake::encoding {

SymbolBytes::SymbolBytes(char32_t c) : symbol(c) {
  if (c >= 0x80 && !base::is_raw_byte(c)) count = reader_bytes(c, groups.data());
}

}  // namespace unbake::encoding
