#include "base/utf8.hpp"

#include <cstring>

namespace unbake::base {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

constexpr bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Bytes of the sequence that `lead` starts, 0 if it starts none.
constexpr std::size_t sequence_length(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// The second byte decides between valid, overlong, surrogate and too large (table 3-7 of the Unicode Standard).
constexpr bool is_second_byte(std::uint8_t lead, std::uint8_t second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return is_continuation(second);
  }
}

}  // namespace

Utf8Prefix classify_utf8(const std::uint8_t* bytes, std::size_t length) {
  const std::size_t whole = sequence_length(bytes[0]);
  if (whole == 0 || length > whole) return Utf8Prefix::kInvalid;
  if (length > 1 && !is_second_byte(bytes[0], bytes[1])) return Utf8Prefix::kInvalid;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_continuation(bytes[i])) return Utf8Prefix::kInvalid;
  }
  return length == whole ? Utf8Prefix::kComplete : Utf8Prefix::kPartial;
}

CodePoint decode_utf8(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + offset;
  const std::size_t available = text.size() - offset;
  if (bytes[0] < 0x80) return {bytes[0], 1};
  const std::size_t length = sequence_length(bytes[0]);
  if (length == 0 || length > available || classify_utf8(bytes, length) != Utf8Prefix::kComplete) {
    return {kRawByte + bytes[0], 1};
  }
  char32_t value = bytes[0] & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (bytes[i] & 0x3FU);
  return {value, static_cast<std::uint8_t>(length)};
}

std::size_t encode_utf8(char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<std::uint8_t>(code_point);
    return 1;
  }
  const std::size_t length = utf8_length(code_point);
  for (std::size_t i = length; i-- > 1;) {
    out[i] = static_cast<std::uint8_t>(0x80 | (code_point & 0x3F));
    code_point >>= 6;
  }
  out[0] = static_cast<std::uint8_t>(((0xF00U >> length) & 0xFFU) | code_point);
  return length;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (is_raw_byte(code_point)) {
    out.push_back(static_cast<char>(code_point - kRawByte));
    return;
  }
  std::uint8_t bytes[4];
  const std::size_t length = encode_utf8(code_point, bytes);
  out.append(reinterpret_cast<const char*>(bytes), length);
}

std::size_t find_non_ascii(std::string_view text, std::size_t from) {
  while (from + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + from, sizeof block);
    if ((block & kHighBits) != 0) break;
    from += sizeof block;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const CodePoint c = decode_utf8(text, i);
    if (is_raw_byte(c.value)) return i;
    i += c.length;
  }
  return i;
}

}  // namespace unbake::base
