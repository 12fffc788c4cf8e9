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
inline CodePoint decode_utf8(std::string_view text, std::size_t offset);

/// Decodes what ends at `end`, which must be above 0.
inline CodePoint decode_utf8_before(std::string_view text, std::size_t end);

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
inline Utf8Prefix classify_utf8(const std::uint8_t* bytes, std::size_t length);

/// The offset of the first byte at or after `from` that is not ASCII, or `text.size()`.
std::size_t find_non_ascii(std::string_view text, std::size_t from);

/// The code point of a complete sequence of `length` bytes (1 to 4).
constexpr char32_t utf8_value(const std::uint8_t* bytes, std::size_t length) {
  constexpr std::uint8_t kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t value = bytes[0] & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (bytes[i] & 0x3FU);
  return value;
}

/// The offset of the first byte that is not valid UTF-8, or `text.size()`.
std::size_t find_invalid_utf8(std::string_view text);

// Inline: every stage reads text by these.
namespace utf8 {

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

}  // namespace utf8

inline Utf8Prefix classify_utf8(const std::uint8_t* bytes, std::size_t length) {
  const std::size_t whole = utf8::sequence_length(bytes[0]);
  if (whole == 0 || length > whole) return Utf8Prefix::kInvalid;
  if (length > 1 && !utf8::is_second_byte(bytes[0], bytes[1])) return Utf8Prefix::kInvalid;
  for (std::size_t i = 2; i < length; ++i) {
    if (!utf8::is_continuation(bytes[i])) return Utf8Prefix::kInvalid;
  }
  return length == whole ? Utf8Prefix::kComplete : Utf8Prefix::kPartial;
}

inline CodePoint decode_utf8(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + offset;
  const std::size_t available = text.size() - offset;
  if (bytes[0] < 0x80) return {bytes[0], 1};
  const std::size_t length = utf8::sequence_length(bytes[0]);
  if (length == 0 || length > available || classify_utf8(bytes, length) != Utf8Prefix::kComplete) {
    return {kRawByte + bytes[0], 1};
  }
  char32_t value = bytes[0] & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (bytes[i] & 0x3FU);
  return {value, static_cast<std::uint8_t>(length)};
}

inline CodePoint decode_utf8_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  const CodePoint c = decode_utf8(text, begin);
  return begin + c.length == end ? c : decode_utf8(text, end - 1);
}

}  // namespace unbake::base

#endif  // UNBAKE_BASE_UTF8_HPP_
