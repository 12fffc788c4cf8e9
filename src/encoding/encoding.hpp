// Encodings: names, and bytes to code points and back, by tables that are generated from ICU and
// tables/encodings.toml.
#ifndef UNBAKE_ENCODING_ENCODING_HPP_
#define UNBAKE_ENCODING_ENCODING_HPP_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "generated/encoding_ids.hpp"

namespace unbake::encoding {

/// How an encoding is built; each family has one file.
enum class Family : std::uint8_t {
  kUtf8,
  kSingleByte,  ///< Bytes 00-7F are ASCII (VISCII, TCVN3 excepted: see their tables), one byte one
                ///< character.
  kGbk,         ///< gbk and gb18030: two bytes, gb18030 also four.
  kBig5,        ///< big5, big5-hkscs.
  kShiftJis,    ///< shift_jis (cp932 as the WHATWG standard has it).
  kEucJp,
  kEucKr,  ///< euc-kr (cp949 as the WHATWG standard has it).
  kJohab,
  kUtf16,  ///< utf-16le, utf-16be
  kUtf32,
  kStateful,  ///< iso-2022-*, hz, utf-7 and the replacement encoding: whole texts only.
  kFont,      ///< VNI and other two-byte font encodings.
  kCesu8,
};

/// One encoding of the registry; lives as long as the program.
struct Encoding {
  EncodingId id;
  std::string_view name;  ///< As the WHATWG Encoding Standard spells it, lower case, or our own.
  Family family;
  std::span<const std::string_view> aliases;  ///< Other labels, lower case.
  int reader_bit;        ///< Its bit in a `ReaderSet` (0 to 63) if text is often wrongly read as this
                         ///< encoding, else -1.
  std::uint8_t variant;  ///< Which of its family; for src/encoding only.
};

/// All encodings, indexed by `EncodingId`.
std::span<const Encoding> all_encodings();
const Encoding& get(EncodingId id);
/// By name or alias, ASCII case ignored, surrounding white space ignored (as the WHATWG standard
/// gets an encoding).
std::optional<EncodingId> find(std::string_view label);

/// What a decoder finds at the head of some bytes.
///
/// Decoders differ in how much they give up for one error, so both lengths are told. `length` is
/// the unit itself or its well-formed prefix, after which a decoder like Python's goes on.
/// `error_length` is what a decoder of the WHATWG standard (of Unicode, for the Unicode encodings)
/// replaces by one U+FFFD: an ASCII byte after a lead byte is never swallowed, a byte of 80 or
/// above is, and at the end of the text all that is pending is.
struct DecodeStep {
  enum class Kind : std::uint8_t {
    kCharacter,  ///< `length` bytes are `count` code points.
    kHole,       ///< A whole unit (single byte, or a well-formed pair) that no character is assigned to.
    kInvalid,    ///< A lead byte whose next byte cannot follow it, or a byte that cannot start a
                 ///< character.
    kTruncated,  ///< The bytes end inside a character.
  };
  Kind kind;
  std::uint8_t length;        ///< Bytes of the unit; for kInvalid and kTruncated the well-formed prefix,
                              ///< at least 1.
  std::uint8_t error_length;  ///< 1 to the number of bytes given; `length` if kCharacter.
  std::uint8_t count;         ///< Code points, 1 or 2, if kCharacter, else 0.
  char32_t code_points[2];
};

/// Decodes one unit of `bytes`, which must not be empty. Not for stateful encodings, whose every
/// byte is kInvalid.
DecodeStep decode_step(EncodingId id, std::span<const std::uint8_t> bytes);

/// The character of `byte`, 80 to FF, in an encoding of one byte a character; 0 if it has none. As `decode_step`.
char32_t page_character(EncodingId id, char32_t byte);

/// True if `step`, of a Windows code page, is the C1 control that browsers, MySQL and ICU show for
/// a byte without a character: the tables have these controls, as the WHATWG standard has, where
/// stricter decoders (Python, Java, glibc) have holes.
bool is_control_for_hole(EncodingId id, const DecodeStep& step);

/// The bytes of `code_point`, written to `out`; returns their number (1 to 4), 0 if the encoding
/// has none. Exactly the encoder of the table: no C1 for holes, no look-alikes. 0 for stateful
/// encodings, for surrogates and for what is no code point; 0 also where a character needs more
/// than four bytes (cesu-8 beyond the BMP) or has no unit but with the letter before it (two
/// combining marks of big5-hkscs): `encode` does those.
std::size_t encode_step(EncodingId id, char32_t code_point, std::uint8_t out[4]);

/// True if `code_point` is a private-use or user-defined character (BMP or planes 15 and 16): what
/// the tables of gbk, gb18030, big5 and shift_jis show for bytes that stricter decoders refuse.
constexpr bool is_private_use(char32_t code_point) {
  return (code_point >= 0xE000 && code_point <= 0xF8FF) || (code_point >= 0xF0000 && code_point <= 0x10FFFF);
}

/// Text, or the offset of what stopped the conversion.
struct Encoded {
  std::string bytes;
  std::optional<std::size_t> error_offset;  ///< In the input; nothing if all was converted.
};

/// Converts whole UTF-8 text to `id`; stops at the first character that it cannot encode and at
/// bytes that are not UTF-8. Every family. Nothing is added: no byte order mark.
Encoded encode(EncodingId id, std::string_view utf8);
/// Converts whole bytes to UTF-8; stops at the first hole, invalid or truncated unit. Every family.
/// Nothing is left out: a byte order mark comes out as U+FEFF.
Encoded decode(EncodingId id, std::string_view bytes);

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_ENCODING_HPP_
