// iso-2022-jp (RFC 1468, with the half-width katakana of cp50221) and iso-2022-kr (RFC 1557).
//
// Decoding follows the WHATWG standard where it has the encoding, but two escape sequences in a row
// are no error. Encoding keeps half-width katakana, as ESC ( I, where the WHATWG encoder makes them
// full-width.
#include <optional>

#include "base/utf8.hpp"
#include "encoding/jis.hpp"
#include "encoding/ks_x_1001.hpp"
#include "encoding/stateful.hpp"

namespace unbake::encoding {
namespace {

constexpr char kEscape = 0x1B;
constexpr char kShiftOut = 0x0E;
constexpr char kShiftIn = 0x0F;
constexpr std::string_view kKoreanHeader = "\x1B$)C";

enum class Set { kAscii, kRoman, kKatakana, kJis0208 };
struct Escape {
  std::string_view bytes;
  Set set;
};
// The encoder takes the first sequence of a set.
constexpr Escape kEscapes[] = {{"\x1B(B", Set::kAscii},
                               {"\x1B(J", Set::kRoman},
                               {"\x1B(I", Set::kKatakana},
                               {"\x1B$B", Set::kJis0208},
                               {"\x1B$@", Set::kJis0208}};

constexpr bool is_byte_of_pair(unsigned char byte) { return byte >= 0x21 && byte <= 0x7E; }

const Escape* escape_at(std::string_view bytes, std::size_t offset) {
  for (const Escape& escape : kEscapes)
    if (bytes.substr(offset).starts_with(escape.bytes)) return &escape;
  return nullptr;
}

// One byte in a set of single bytes; nothing if it has no meaning there.
std::optional<char32_t> single_byte_character(Set set, unsigned char byte) {
  if (set == Set::kKatakana) {
    if (byte >= 0x21 && byte <= 0x5F) return 0xFF61U + (byte - 0x21U);
    return byte <= 0x20 && byte != kShiftOut && byte != kShiftIn ? std::optional<char32_t>(byte) : std::nullopt;
  }
  if (byte >= 0x80 || byte == kShiftOut || byte == kShiftIn) return std::nullopt;
  if (set == Set::kRoman && byte == 0x5C) return 0xA5;
  if (set == Set::kRoman && byte == 0x7E) return 0x203E;
  return byte;
}

// The set that has `code_point`, the present one if it does; nothing if none has. `code` gets its
// bytes.
std::optional<Set> set_for(char32_t code_point, Set present, unsigned& code) {
  code = static_cast<unsigned>(code_point);
  if (code_point < 0x80) {
    const bool control = code_point == 0x1B || code_point == 0x0E || code_point == 0x0F;
    if (control) return std::nullopt;
    return present == Set::kRoman && code_point != 0x5C && code_point != 0x7E ? Set::kRoman : Set::kAscii;
  }
  if (code_point == 0xA5 || code_point == 0x203E) {
    code = code_point == 0xA5 ? 0x5C : 0x7E;
    return Set::kRoman;
  }
  if (code_point >= 0xFF61 && code_point <= 0xFF9F) {
    code = static_cast<unsigned>(code_point - 0xFF61 + 0x21);
    return Set::kKatakana;
  }
  const std::uint32_t pointer = jis0208_pointer(code_point);
  if (pointer >= 94 * 94) return std::nullopt;
  code = (pointer / 94 + 0x21) << 8 | (pointer % 94 + 0x21);
  return Set::kJis0208;
}

void enter(std::string& out, Set& present, Set set) {
  if (present == set) return;
  for (const Escape& escape : kEscapes) {
    if (escape.set != set) continue;
    out += escape.bytes;
    break;
  }
  present = set;
}

// The pair of KS X 1001 in seven bits, 0 if there is none.
unsigned korean_pair(char32_t code_point) {
  if (!is_syllable(code_point)) return ks_x_1001_pair(code_point) & 0x7F7FU;
  const SyllablePlace place = syllable_place(code_point);
  return place.in_ks_x_1001 ? (0x30 + place.number / 94) << 8 | (0x21 + place.number % 94) : 0;
}

}  // namespace

Encoded encode_iso_2022_jp(std::string_view utf8) {
  Encoded result;
  Set present = Set::kAscii;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const base::CodePoint head = base::decode_utf8(utf8, offset);
    unsigned code = 0;
    const std::optional<Set> set = base::is_raw_byte(head.value) ? std::nullopt : set_for(head.value, present, code);
    if (!set) return stopped_at(std::move(result), offset);
    enter(result.bytes, present, *set);
    if (*set == Set::kJis0208)
      append_pair(result.bytes, code);
    else
      result.bytes += static_cast<char>(code);
    offset += head.length;
  }
  enter(result.bytes, present, Set::kAscii);
  return result;
}

Encoded decode_iso_2022_jp(std::string_view bytes) {
  Encoded result;
  Set set = Set::kAscii;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const unsigned char byte = static_cast<unsigned char>(bytes[offset]);
    if (bytes[offset] == kEscape) {
      const Escape* escape = escape_at(bytes, offset);
      if (escape == nullptr) return stopped_at(std::move(result), offset);
      set = escape->set;
      offset += escape->bytes.size();
    } else if (set == Set::kJis0208 && byte != '\n' && byte != '\r') {
      if (!is_byte_of_pair(byte) || offset + 1 >= bytes.size()) return stopped_at(std::move(result), offset);
      const unsigned char cell = static_cast<unsigned char>(bytes[offset + 1]);
      const char32_t c = is_byte_of_pair(cell) ? jis0208_character((byte - 0x21U) * 94 + cell - 0x21U) : 0;
      if (c == 0) return stopped_at(std::move(result), offset);
      base::append_utf8(result.bytes, c);
      offset += 2;
    } else {
      const std::optional<char32_t> c = set == Set::kJis0208 ? byte : single_byte_character(set, byte);
      if (!c) return stopped_at(std::move(result), offset);
      base::append_utf8(result.bytes, *c);
      ++offset;
    }
  }
  return result;
}

Encoded encode_iso_2022_kr(std::string_view utf8) {
  Encoded result;
  bool shifted = false;
  bool any_korean = false;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const base::CodePoint head = base::decode_utf8(utf8, offset);
    const bool control = head.value == 0x1B || head.value == 0x0E || head.value == 0x0F;
    const unsigned pair = head.value < 0x80 || base::is_raw_byte(head.value) ? 0 : korean_pair(head.value);
    if (control || (head.value >= 0x80 && pair == 0)) return stopped_at(std::move(result), offset);
    if (shifted != (pair != 0)) {
      result.bytes += pair != 0 ? kShiftOut : kShiftIn;
      shifted = pair != 0;
    }
    if (pair != 0)
      append_pair(result.bytes, pair);
    else
      result.bytes += static_cast<char>(head.value);
    any_korean = any_korean || pair != 0;
    offset += head.length;
  }
  if (shifted) result.bytes += kShiftIn;
  if (any_korean) result.bytes.insert(0, kKoreanHeader);
  return result;
}

Encoded decode_iso_2022_kr(std::string_view bytes) {
  Encoded result;
  bool shifted = false;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const unsigned char byte = static_cast<unsigned char>(bytes[offset]);
    if (bytes[offset] == kShiftOut || bytes[offset] == kShiftIn) {
      shifted = bytes[offset++] == kShiftOut;
    } else if (bytes[offset] == kEscape) {
      if (!bytes.substr(offset).starts_with(kKoreanHeader)) return stopped_at(std::move(result), offset);
      offset += kKoreanHeader.size();
    } else if (!shifted || byte <= 0x20) {
      if (byte >= 0x80) return stopped_at(std::move(result), offset);
      if (byte == '\n') shifted = false;
      result.bytes += bytes[offset++];
    } else {
      const unsigned char cell = offset + 1 < bytes.size() ? static_cast<unsigned char>(bytes[offset + 1]) : 0;
      const char32_t c =
          is_byte_of_pair(byte) && is_byte_of_pair(cell)
              ? ks_x_1001_character(static_cast<std::uint8_t>(byte | 0x80), static_cast<std::uint8_t>(cell | 0x80))
              : 0;
      if (c == 0) return stopped_at(std::move(result), offset);
      base::append_utf8(result.bytes, c);
      offset += 2;
    }
  }
  return result;
}

}  // namespace unbake::encoding
