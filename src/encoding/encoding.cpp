// One unit at a time: hands each encoding to the file of its family.
#include "encoding/encoding.hpp"

#include "base/utf8.hpp"
#include "encoding/family.hpp"

namespace unbake::encoding {

DecodeStep decode_step(EncodingId id, std::span<const std::uint8_t> bytes) {
  const Encoding& encoding = get(id);
  switch (encoding.family) {
    case Family::kUtf8:
      return decode_utf8_unit(bytes);
    case Family::kSingleByte:
      return decode_single_byte(encoding.variant, bytes);
    case Family::kGbk:
      return decode_gbk(encoding.variant, bytes);
    case Family::kBig5:
      return decode_big5(encoding.variant, bytes);
    case Family::kShiftJis:
      return decode_shift_jis(bytes);
    case Family::kEucJp:
      return decode_euc_jp(bytes);
    case Family::kEucKr:
      return decode_euc_kr(bytes);
    case Family::kJohab:
      return decode_johab(bytes);
    case Family::kUtf16:
      return decode_utf16(encoding.variant, bytes);
    case Family::kUtf32:
      return decode_utf32(encoding.variant, bytes);
    case Family::kStateful:
      return invalid(1, 1);
    case Family::kFont:
      return decode_font(bytes);
    case Family::kCesu8:
      return decode_cesu8(bytes);
  }
  return invalid(1, 1);
}

bool is_control_for_hole(EncodingId id, const DecodeStep& step) {
  const bool control =
      step.kind == DecodeStep::Kind::kCharacter && step.code_points[0] >= 0x80 && step.code_points[0] <= 0x9F;
  const Encoding& encoding = get(id);
  return control && encoding.family == Family::kSingleByte && encoding.name.starts_with("windows-");
}

std::size_t encode_step(EncodingId id, char32_t code_point, std::uint8_t out[4]) {
  if (code_point > base::kLastCodePoint || (code_point >= 0xD800 && code_point <= 0xDFFF)) return 0;
  const Encoding& encoding = get(id);
  switch (encoding.family) {
    case Family::kUtf8:
      return base::encode_utf8(code_point, out);
    case Family::kSingleByte:
      return encode_single_byte(encoding.variant, code_point, out);
    case Family::kGbk:
      return encode_gbk(encoding.variant, code_point, out);
    case Family::kBig5:
      return encode_big5(encoding.variant, code_point, out);
    case Family::kShiftJis:
      return encode_shift_jis(code_point, out);
    case Family::kEucJp:
      return encode_euc_jp(code_point, out);
    case Family::kEucKr:
      return encode_euc_kr(code_point, out);
    case Family::kJohab:
      return encode_johab(code_point, out);
    case Family::kUtf16:
      return encode_utf16(encoding.variant, code_point, out);
    case Family::kUtf32:
      return encode_utf32(encoding.variant, code_point, out);
    case Family::kStateful:
      return 0;
    case Family::kFont:
      return encode_font(code_point, out);
    case Family::kCesu8:
      return encode_cesu8(code_point, out);
  }
  return 0;
}

}  // namespace unbake::encoding
