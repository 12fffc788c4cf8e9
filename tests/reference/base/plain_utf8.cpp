#include "reference/base/plain_utf8.hpp"

namespace unbake::reference {
namespace {

unsigned byte(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

// 110x xxxx announces two bytes, 1110 xxxx three, 1111 0xxx four; 0 for bytes that announce nothing.
std::size_t announced(unsigned lead) {
  if ((lead & 0x80) == 0) return 1;
  if ((lead & 0xE0) == 0xC0) return 2;
  if ((lead & 0xF0) == 0xE0) return 3;
  return (lead & 0xF8) == 0xF0 ? 4 : 0;
}

}  // namespace

std::string plain_encode_utf8(char32_t c) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

std::optional<char32_t> plain_decode_utf8(std::string_view bytes) {
  if (bytes.empty() || announced(byte(bytes, 0)) != bytes.size()) return std::nullopt;
  char32_t value = bytes.size() == 1 ? byte(bytes, 0) : byte(bytes, 0) & (0x7FU >> bytes.size());
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    if ((byte(bytes, i) & 0xC0) != 0x80) return std::nullopt;
    value = value << 6 | (byte(bytes, i) & 0x3F);
  }
  const bool is_scalar = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
  if (!is_scalar || plain_encode_utf8(value) != bytes) return std::nullopt;  // another length would have been shorter
  return value;
}

bool plain_begins_utf8(std::string_view bytes) {
  if (bytes.size() >= 4) return false;
  for (unsigned next = 0x80; next <= 0xBF; ++next) {
    const std::string more = std::string(bytes) + static_cast<char>(next);
    if (plain_decode_utf8(more) || plain_begins_utf8(more)) return true;
  }
  return false;
}

}  // namespace unbake::reference
