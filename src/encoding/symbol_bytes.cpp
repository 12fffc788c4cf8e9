#include "encoding/symbol_bytes.hpp"

#include "base/utf8.hpp"

namespace unbake::encoding {

namespace {

bool has_role(const ReaderBytes& group, BytesRole role) {
  const std::uint8_t first = group.bytes[0];
  switch (role) {
    case BytesRole::kLead:
      return first >= 0xC2 && first <= 0xF4;
    case BytesRole::kContinuation:
      return (first & 0xC0) == 0x80;
    case BytesRole::kAny:
      return true;
  }
  return true;
}

}  // namespace

SymbolBytes::SymbolBytes(char32_t c, BytesRole role) : symbol(c) {
  if (c < 0x80 || base::is_raw_byte(c)) return;
  const std::size_t all = reader_bytes(c, groups.data());
  for (std::size_t i = 0; i < all; ++i) {
    if (has_role(groups[i], role)) groups[count++] = groups[i];
  }
}

void SymbolBytesMemory::look_up(char32_t symbol, std::size_t place) {
  if (places_[place] == nullptr)
    places_[place] = &known_.emplace_back(symbol, role_);
  else
    *places_[place] = SymbolBytes(symbol, role_);
  symbols_[place] = symbol;
}

}  // namespace unbake::encoding
