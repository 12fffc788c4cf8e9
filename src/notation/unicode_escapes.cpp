// \u00e9 (with surrogate pairs), \U000000e9, \u{e9}; for context also the white space \n, \r and \t.
#include "base/utf8.hpp"
#include "notation/digits.hpp"
#include "notation/families.hpp"

namespace unbake::notation {
namespace {

enum Form : std::uint8_t { kFour, kEight, kBraces, kWhiteSpace };

constexpr std::size_t kFourLength = 6;    // \u00e9
constexpr std::size_t kEightLength = 10;  // \U000000e9
constexpr std::size_t kMostDigits = 6;    // of a code point

struct Escape {
  std::uint32_t value;
  std::size_t length;
  Spelling spelling;
};

std::optional<Escape> fixed_escape(std::string_view text, std::size_t offset, Form form) {
  const std::size_t length = form == kFour ? kFourLength : kEightLength;
  if (text.size() - offset < length) return std::nullopt;
  const auto number = parse_number(text.substr(offset + 2, length - 2), 16);
  if (!number) return std::nullopt;
  return Escape{number->value, length, {Notation::kUnicodeEscapes, form, number->letter_case}};
}

// The second half of a surrogate pair behind the first.
std::optional<Escape> with_low_half(std::string_view text, std::size_t offset, const Escape& high) {
  const std::size_t second = offset + high.length;
  if (text.substr(second, 2) != "\\u") return std::nullopt;
  const auto low = fixed_escape(text, second, kFour);
  if (!low || low->value < 0xDC00 || low->value > 0xDFFF) return std::nullopt;
  const auto letter_case = joined(high.spelling.letter_case, low->spelling.letter_case);
  if (!letter_case) return std::nullopt;
  return Escape{0x10000 + ((high.value - 0xD800) << 10 | (low->value - 0xDC00)),
                2 * kFourLength,
                {Notation::kUnicodeEscapes, kFour, *letter_case}};
}

std::optional<Escape> braced_escape(std::string_view text, std::size_t offset) {
  const std::string_view digits = text.substr(offset + 3, kMostDigits + 1);
  const std::size_t end = digits.find('}');
  if (end == std::string_view::npos) return std::nullopt;
  const auto number = parse_number(digits.substr(0, end), 16);
  if (!number) return std::nullopt;
  const std::uint8_t padding = digits[0] == '0' ? static_cast<std::uint8_t>(end) : std::uint8_t{0};
  return Escape{number->value, end + 4, {Notation::kUnicodeEscapes, kBraces, number->letter_case, padding}};
}

std::optional<Escape> parse(std::string_view text, std::size_t offset) {
  if (text.size() - offset < 2) return std::nullopt;
  switch (text[offset + 1]) {
    case 'n':
      return Escape{'\n', 2, {Notation::kUnicodeEscapes, kWhiteSpace}};
    case 'r':
      return Escape{'\r', 2, {Notation::kUnicodeEscapes, kWhiteSpace}};
    case 't':
      return Escape{'\t', 2, {Notation::kUnicodeEscapes, kWhiteSpace}};
    case 'U':
      return fixed_escape(text, offset, kEight);
    case 'u': {
      if (text.substr(offset + 2, 1) == "{") return braced_escape(text, offset);
      const auto escape = fixed_escape(text, offset, kFour);
      const bool is_high = escape && escape->value >= 0xD800 && escape->value <= 0xDBFF;
      return is_high ? with_low_half(text, offset, *escape) : escape;
    }
    default:
      return std::nullopt;
  }
}

void append_escape(std::string& out, std::uint32_t value, const Spelling& spelling) {
  if (spelling.form == kBraces) {
    out += "\\u{";
    append_number(out, value, 16, spelling.digits, spelling.letter_case);
    out += '}';
    return;
  }
  out += spelling.form == kFour ? "\\u" : "\\U";
  append_number(out, value, 16, spelling.form == kFour ? 4 : 8, spelling.letter_case);
}

}  // namespace

bool may_begin_unicode_escape(std::string_view text, std::size_t offset) {
  const auto escape = parse(text, offset);
  return escape && escape->value >= 0x80;
}

std::size_t read_unicode_escape(std::string_view text, std::size_t offset, Reading& reading) {
  const auto escape = parse(text, offset);
  if (!escape) return offset;
  const bool is_surrogate = escape->value >= 0xD800 && escape->value <= 0xDFFF;
  if (is_surrogate || escape->value > base::kLastCodePoint) return offset;
  std::string character;
  base::append_utf8(character, escape->value);
  reading.add(offset, escape->length, character, escape->spelling);
  return offset + escape->length;
}

bool spell_unicode_escape(std::string_view characters, const Spelling& spelling, std::string& out) {
  for (std::size_t i = 0; i < characters.size();) {
    const base::CodePoint c = base::decode_utf8(characters, i);
    if (base::is_raw_byte(c.value) || spelling.form == kWhiteSpace) return false;
    if (c.value > 0xFFFF && spelling.form == kFour) {
      append_escape(out, 0xD800 + ((c.value - 0x10000) >> 10), spelling);
      append_escape(out, 0xDC00 + (c.value & 0x3FF), spelling);
    } else {
      append_escape(out, c.value, spelling);
    }
    i += c.length;
  }
  return true;
}

}  // namespace unbake::notation
