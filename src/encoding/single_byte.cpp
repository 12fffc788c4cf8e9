// Encodings of one byte a character. Their tables decode; to encode, the index of readers says
// which bytes a character may have, and the table which of them is right.
#include "encoding/family.hpp"
#include "encoding/reader_groups.hpp"

namespace unbake::encoding {
namespace {

#include "generated/single_byte.inc"

// The character of a byte below 80: itself but for a few bytes of viscii and tcvn3.
char32_t low_character(std::uint8_t table, std::uint8_t byte) {
  if (byte >= 0x20) return byte;
  const std::uint32_t wanted = static_cast<std::uint32_t>(table << 8 | byte);
  for (const std::uint32_t exception : kLowExceptions)
    if (exception >> 16 == wanted) return exception & 0xFFFF;
  return byte;
}

char32_t character_of(std::uint8_t table, std::uint8_t byte) {
  return byte < 0x80 ? low_character(table, byte) : kSingleByte[table * 128 + byte - 0x80];
}

}  // namespace

DecodeStep decode_single_byte(std::uint8_t table, Input bytes) {
  const char32_t c = character_of(table, bytes[0]);
  return c == 0 && bytes[0] != 0 ? hole(1, 1) : character(c, 1);
}

char32_t page_character(EncodingId id, char32_t byte) { return kSingleByte[get(id).variant * 128U + byte - 0x80]; }

std::size_t encode_single_byte(std::uint8_t table, char32_t code_point, std::uint8_t out[4]) {
  if (code_point < 0x80) {
    const std::uint8_t byte = static_cast<std::uint8_t>(code_point);
    out[0] = byte;
    return character_of(table, byte) == code_point ? 1 : 0;
  }
  for (const Group* group = first_group(code_point); group != nullptr; group = group->last ? nullptr : group + 1) {
    if (group->length != 1 || character_of(table, group->bytes[0]) != code_point) continue;
    out[0] = group->bytes[0];
    return 1;
  }
  return 0;
}

}  // namespace unbake::encoding
