// UTF-8, one code point at a time, over any bytes.
#ifndef UNBAKE_BASE_UTF8_HPP_
#define UNBAKE_BASE_UTF8_HPP_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unbake::base {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;
inline constexpr char32_t kLastCodePoint = 0x10FFFF;

/// A byte that is not part of valid UTF-8 is carried as the pseudo code point `kRawByte + byte`.
inline constexpr char32_t kRawByte = 0x110000;

constexpr bool is_raw_byte(char32_t code_point) { return code_point >= kRawByte; }

/// A code point, or one raw byte, at the head of some bytes.
struct CodePoint {
  char32_t value;       ///< A Unicode scalar value, or `kRawByte + byte`.
  std::uint8_t length;  ///< Bytes it takes: 1 to 4; 1 for a raw byte.
};

/// Decodes the head of `text` at `offset`, which must be below `text.size()`. Surrogates, overlong forms and values
/// past U+10FFFF are not UTF-8: their bytes come out one by one as raw bytes.
CodePoint decode_utf8(std::string_view text, std::size_t offset);

/// Appends `code_point` to `out`: as UTF-8, or as the one byte that a raw byte stands for.
void append_utf8(std::string& out, char32_t code_point);

/// Writes the UTF-8 of a Unicode scalar value to `out` and returns its length, 1 to 4.
std::size_t encode_utf8(char32_t code_point, std::uint8_t out[4]);

/// Bytes that `code_point` takes in UTF-8 (1 for a raw byte).
constexpr std::size_t utf8_length(char32_t code_point) {
  return code_point < 0x80 || is_raw_byte(code_point) ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

/// What the bytes of an unfinished UTF-8 sequence allow next.
enum class Utf8Prefix : std::uint8_t { kInvalid, kPartial, kComplete };

/// Classifies the first `length` bytes (1 to 4) of `bytes`: a complete code point, the beginning of one, or neither.
Utf8Prefix classify_utf8(const std::uint8_t* bytes, std::size_t length);

/// The code point of a complete sequence of `length` bytes (1 to 4).
constexpr char32_t utf8_value(const std::uint8_t* bytes, std::size_t length) {
  constexpr std::uint8_t kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t value = bytes[0] & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (bytes[i] & 0x3FU);
  return value;
}

/// The offset of the first byte that is not valid UTF-8, or `text.size()`.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace unbake::base

#endif  // UNBAKE_BASE_UTF8_HPP_
