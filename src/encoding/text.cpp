// Whole texts: unit by unit, or by the file of the stateful encodings.
#include "base/utf8.hpp"
#include "encoding/family.hpp"

namespace unbake::encoding {
namespace {

void append(std::string& out, const std::uint8_t* bytes, std::size_t length) {
  out.append(reinterpret_cast<const char*>(bytes), length);
}

// cesu-8 beyond the BMP: each half of the surrogate pair as three bytes.
void append_surrogates(std::string& out, char32_t code_point) {
  const char32_t halves[] = {0xD800 + ((code_point - 0x10000) >> 10), 0xDC00 + (code_point & 0x3FF)};
  for (const char32_t half : halves) {
    const std::uint8_t bytes[] = {static_cast<std::uint8_t>(0xE0 | half >> 12),
                                  static_cast<std::uint8_t>(0x80 | (half >> 6 & 0x3F)),
                                  static_cast<std::uint8_t>(0x80 | (half & 0x3F))};
    append(out, bytes, sizeof bytes);
  }
}

// big5-hkscs has units for four pairs of letter and mark; the trail byte after 88, 0 if this is
// none of them.
std::uint8_t letter_and_mark_trail(char32_t letter, char32_t mark) {
  if (mark != 0x0304 && mark != 0x030C) return 0;
  if (letter == 0x00CA) return mark == 0x0304 ? 0x62 : 0x64;
  if (letter == 0x00EA) return mark == 0x0304 ? 0xA3 : 0xA5;
  return 0;
}

// What encode_step cannot do, for the characters at `offset`: the bytes of UTF-8 that were encoded,
// or 0.
std::size_t encode_beyond_step(const Encoding& encoding, std::string_view utf8, std::size_t offset,
                               base::CodePoint head, std::string& out) {
  if (encoding.family == Family::kCesu8 && head.value > 0xFFFF && !base::is_raw_byte(head.value)) {
    append_surrogates(out, head.value);
    return head.length;
  }
  if (encoding.family == Family::kBig5 && encoding.variant == variant::kBig5Hkscs &&
      offset + head.length < utf8.size()) {
    const base::CodePoint next = base::decode_utf8(utf8, offset + head.length);
    if (const std::uint8_t trail = letter_and_mark_trail(head.value, next.value); trail != 0) {
      const std::uint8_t bytes[] = {0x88, trail};
      append(out, bytes, sizeof bytes);
      return std::size_t{head.length} + next.length;
    }
  }
  return 0;
}

}  // namespace

Encoded encode(EncodingId id, std::string_view utf8) {
  const Encoding& encoding = get(id);
  if (encoding.family == Family::kStateful) return encode_stateful(encoding.variant, utf8);
  Encoded result;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const base::CodePoint head = base::decode_utf8(utf8, offset);
    if (const std::size_t used = encode_beyond_step(encoding, utf8, offset, head, result.bytes); used != 0) {
      offset += used;
      continue;
    }
    std::uint8_t bytes[4];
    const std::size_t length = encode_step(id, head.value, bytes);
    if (length == 0) {
      result.error_offset = offset;
      return result;
    }
    append(result.bytes, bytes, length);
    offset += head.length;
  }
  return result;
}

Encoded decode(EncodingId id, std::string_view bytes) {
  const Encoding& encoding = get(id);
  if (encoding.family == Family::kStateful) return decode_stateful(encoding.variant, bytes);
  Encoded result;
  const Input input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  for (std::size_t offset = 0; offset < input.size();) {
    const DecodeStep step = decode_step(id, input.subspan(offset));
    if (step.kind != DecodeStep::Kind::kCharacter) {
      result.error_offset = offset;
      return result;
    }
    for (std::uint8_t i = 0; i < step.count; ++i) base::append_utf8(result.bytes, step.code_points[i]);
    offset += step.length;
  }
  return result;
}

}  // namespace unbake::encoding
