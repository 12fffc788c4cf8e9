// utf-16le, utf-16be, utf-32le and utf-32be. A surrogate without its other half is invalid.
#include "encoding/family.hpp"

namespace unbake::encoding {
namespace {

constexpr bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

char32_t unit_at(std::uint8_t which, Input bytes, std::size_t at, std::size_t size) {
  char32_t unit = 0;
  for (std::size_t i = 0; i < size; ++i) unit = unit << 8 | bytes[at + (which == variant::kBe ? i : size - 1 - i)];
  return unit;
}

std::size_t put(std::uint8_t which, char32_t unit, std::size_t size, std::uint8_t* out) {
  for (std::size_t i = 0; i < size; ++i)
    out[which == variant::kBe ? size - 1 - i : i] = static_cast<std::uint8_t>(unit >> 8 * i & 0xFF);
  return size;
}

}  // namespace

DecodeStep decode_utf16(std::uint8_t which, Input bytes) {
  if (bytes.size() < 2) return truncated(1);
  const char32_t first = unit_at(which, bytes, 0, 2);
  if (is_low_surrogate(first)) return invalid(2, 2);
  if (!is_high_surrogate(first)) return character(first, 2);
  if (bytes.size() < 4) return truncated(static_cast<std::uint8_t>(bytes.size()));
  const char32_t second = unit_at(which, bytes, 2, 2);
  if (!is_low_surrogate(second)) return invalid(2, 2);
  return character(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4);
}

std::size_t encode_utf16(std::uint8_t which, char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x10000) return put(which, code_point, 2, out);
  put(which, 0xD800 + ((code_point - 0x10000) >> 10), 2, out);
  put(which, 0xDC00 + (code_point & 0x3FF), 2, out + 2);
  return 4;
}

DecodeStep decode_utf32(std::uint8_t which, Input bytes) {
  if (bytes.size() < 4) return truncated(static_cast<std::uint8_t>(bytes.size()));
  const char32_t unit = unit_at(which, bytes, 0, 4);
  const bool scalar = unit <= 0x10FFFF && !is_high_surrogate(unit) && !is_low_surrogate(unit);
  return scalar ? character(unit, 4) : invalid(4, 4);
}

std::size_t encode_utf32(std::uint8_t which, char32_t code_point, std::uint8_t out[4]) {
  return put(which, code_point, 4, out);
}

}  // namespace unbake::encoding
