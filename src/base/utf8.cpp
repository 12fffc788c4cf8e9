#include "base/utf8.hpp"

#include <bit>
#include <cstring>

namespace unbake::base {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

// The high bits of the bytes from `offset` on.
std::uint64_t word_at(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + offset, kWord);
  return word & 0x8080808080808080ULL;
}

}  // namespace

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
  // Blocks that compilers turn into vectors; after a word, since much text has characters beyond ASCII close together.
  constexpr std::size_t kBlock = 64;
  if (from + kWord <= text.size() && word_at(text, from) == 0) {
    while (from + kBlock <= text.size()) {
      std::uint64_t high = 0;
      for (std::size_t i = 0; i < kBlock; i += kWord) high |= word_at(text, from + i);
      if (high != 0) break;
      from += kBlock;
    }
  }
  for (; from + kWord <= text.size(); from += kWord) {
    const std::uint64_t high = word_at(text, from);
    if (high == 0) continue;
    if constexpr (std::endian::native == std::endian::little) return from + std::countr_zero(high) / 8;
    break;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

std::size_t find_invalid_utf8(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    if (bytes[i] < 0x80) {
      i = find_non_ascii(text, i);
      continue;
    }
    // Most characters of most scripts; what is left is told by the rules.
    if (i + 2 < text.size() && utf8::is_continuation(bytes[i + 1])) {
      if (bytes[i] >= 0xC2 && bytes[i] < 0xE0) {
        i += 2;
        continue;
      }
      if (bytes[i] > 0xE0 && bytes[i] < 0xED && utf8::is_continuation(bytes[i + 2])) {
        i += 3;
        continue;
      }
    }
    const CodePoint c = decode_utf8(text, i);
    if (is_raw_byte(c.value)) return i;
    i += c.length;
  }
  return i;
}

}  // namespace unbake::base
