// What the files of the families offer to encoding.cpp and reader_index.cpp: one decoder and one
// encoder of a unit each. Decoders get at least one byte; encoders get any number up to U+10FFFF
// that is no surrogate.
#ifndef UNBAKE_ENCODING_FAMILY_HPP_
#define UNBAKE_ENCODING_FAMILY_HPP_

#include "encoding/encoding.hpp"

namespace unbake::encoding {

/// `Encoding::variant` of families with more than one encoding; tables/encodings.toml names them.
namespace variant {
inline constexpr std::uint8_t kGbk = 0, kGb18030 = 1;
inline constexpr std::uint8_t kBig5 = 0, kBig5Hkscs = 1;
inline constexpr std::uint8_t kLe = 0, kBe = 1;
inline constexpr std::uint8_t kVni = 0;
inline constexpr std::uint8_t kIso2022Jp = 0, kIso2022Kr = 1, kHz = 2, kUtf7 = 3, kReplacement = 4;
}  // namespace variant

using Input = std::span<const std::uint8_t>;

constexpr DecodeStep character(char32_t code_point, std::uint8_t length) {
  return {DecodeStep::Kind::kCharacter, length, length, 1, {code_point, 0}};
}
constexpr DecodeStep two_characters(char32_t first, char32_t second, std::uint8_t length) {
  return {DecodeStep::Kind::kCharacter, length, length, 2, {first, second}};
}
constexpr DecodeStep hole(std::uint8_t length, std::uint8_t error_length) {
  return {DecodeStep::Kind::kHole, length, error_length, 0, {0, 0}};
}
constexpr DecodeStep invalid(std::uint8_t length, std::uint8_t error_length) {
  return {DecodeStep::Kind::kInvalid, length, error_length, 0, {0, 0}};
}
constexpr DecodeStep truncated(std::uint8_t length) {
  return {DecodeStep::Kind::kTruncated, length, length, 0, {0, 0}};
}
/// The `error_length` of a bad pair in the WHATWG standard: an ASCII byte is given back.
constexpr std::uint8_t pair_error_length(std::uint8_t trail) { return trail < 0x80 ? 1 : 2; }

DecodeStep decode_utf8_unit(Input bytes);
DecodeStep decode_single_byte(std::uint8_t table, Input bytes);
DecodeStep decode_gbk(std::uint8_t variant, Input bytes);
DecodeStep decode_big5(std::uint8_t variant, Input bytes);
DecodeStep decode_shift_jis(Input bytes);
DecodeStep decode_euc_jp(Input bytes);
DecodeStep decode_euc_kr(Input bytes);
DecodeStep decode_johab(Input bytes);
DecodeStep decode_utf16(std::uint8_t variant, Input bytes);
DecodeStep decode_utf32(std::uint8_t variant, Input bytes);
DecodeStep decode_cesu8(Input bytes);
DecodeStep decode_font(Input bytes);

std::size_t encode_single_byte(std::uint8_t table, char32_t code_point, std::uint8_t out[4]);
std::size_t encode_gbk(std::uint8_t variant, char32_t code_point, std::uint8_t out[4]);
std::size_t encode_big5(std::uint8_t variant, char32_t code_point, std::uint8_t out[4]);
std::size_t encode_shift_jis(char32_t code_point, std::uint8_t out[4]);
std::size_t encode_euc_jp(char32_t code_point, std::uint8_t out[4]);
std::size_t encode_euc_kr(char32_t code_point, std::uint8_t out[4]);
std::size_t encode_johab(char32_t code_point, std::uint8_t out[4]);
std::size_t encode_utf16(std::uint8_t variant, char32_t code_point, std::uint8_t out[4]);
std::size_t encode_utf32(std::uint8_t variant, char32_t code_point, std::uint8_t out[4]);
std::size_t encode_cesu8(char32_t code_point, std::uint8_t out[4]);
std::size_t encode_font(char32_t code_point, std::uint8_t out[4]);

/// The pairs of a character in big5 and big5-hkscs, 0 for none; mostly the same, and found
/// together.
struct Big5Pairs {
  std::uint16_t windows, hkscs;
};
Big5Pairs big5_pairs(char32_t code_point);

/// Stateful encodings: whole texts.
Encoded encode_stateful(std::uint8_t variant, std::string_view utf8);
Encoded decode_stateful(std::uint8_t variant, std::string_view bytes);

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_FAMILY_HPP_
