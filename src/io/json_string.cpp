#include "io/json_string.hpp"

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"

namespace unbake::io {
namespace {

constexpr std::size_t kUnicodeEscape = 6;  // \u00e9

constexpr bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::optional<std::uint32_t> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
  return std::nullopt;
}

/// The code unit of the `\uXXXX` at the head of `source`.
std::optional<std::uint32_t> code_unit(std::string_view source) {
  if (source.size() < kUnicodeEscape || source[0] != '\\' || source[1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  for (const char c : source.substr(2, 4)) {
    const auto digit = hex_digit(c);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

std::optional<char> simple_escape(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return std::nullopt;
  }
}

/// Appends a surrogate as UTF-8 would have it if it were a character.
void append_surrogate(std::string& out, std::uint32_t unit) {
  out.push_back(static_cast<char>(0xE0 | (unit >> 12)));
  out.push_back(static_cast<char>(0x80 | ((unit >> 6) & 0x3F)));
  out.push_back(static_cast<char>(0x80 | (unit & 0x3F)));
}

/// Appends what the escape at the head of `source` stands for; returns its length, 0 if it is malformed.
std::size_t append_unescaped(std::string& out, std::string_view source) {
  if (source.size() < 2) return 0;
  if (source[1] != 'u') {
    const auto character = simple_escape(source[1]);
    if (!character) return 0;
    out.push_back(*character);
    return 2;
  }
  const auto unit = code_unit(source);
  if (!unit) return 0;
  if (is_high_surrogate(*unit)) {
    const auto low = code_unit(source.substr(kUnicodeEscape));
    if (low && is_low_surrogate(*low)) {
      base::append_utf8(out, static_cast<char32_t>(0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00)));
      return 2 * kUnicodeEscape;
    }
  }
  if (is_high_surrogate(*unit) || is_low_surrogate(*unit)) {
    append_surrogate(out, *unit);
  } else {
    base::append_utf8(out, static_cast<char32_t>(*unit));
  }
  return kUnicodeEscape;
}

void append_code_unit(std::string& out, std::uint32_t unit, bool upper_case) {
  const char* digits = upper_case ? "0123456789ABCDEF" : "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(digits[(unit >> shift) & 0xF]);
}

void append_ascii(std::string& out, char character, bool upper_case) {
  constexpr std::string_view kEscaped = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  const std::size_t at = kEscaped.find(character);
  if (at != std::string_view::npos) {
    out.push_back('\\');
    out.push_back(kLetters[at]);
  } else if (static_cast<unsigned char>(character) < 0x20) {
    append_code_unit(out, static_cast<unsigned char>(character), upper_case);
  } else {
    out.push_back(character);
  }
}

}  // namespace

std::optional<JsonText> JsonText::unescape(std::string_view source) {
  JsonText result;
  result.source_ = source;
  std::size_t at = 0;
  for (;;) {
    const std::size_t escape = source.find('\\', at);
    if (escape == std::string_view::npos) break;
    result.text_.append(source, at, escape - at);
    result.origins_.push_back({result.text_.size(), escape, true});
    const std::size_t length = append_unescaped(result.text_, source.substr(escape));
    if (length == 0) return std::nullopt;
    at = escape + length;
    result.origins_.push_back({result.text_.size(), at, false});
  }
  if (!result.origins_.empty()) result.text_.append(source, at);
  return result;
}

std::optional<std::size_t> JsonText::source_offset(std::size_t offset) const {
  // The last origin at or before the offset: where an escape ends, another may begin at the same place.
  auto after = std::upper_bound(origins_.begin(), origins_.end(), offset,
                                [](std::size_t wanted, const Origin& origin) { return wanted < origin.text; });
  if (after == origins_.begin()) return offset;
  const Origin& origin = *std::prev(after);
  if (offset == origin.text) return origin.source;
  if (origin.escape) return std::nullopt;
  return origin.source + (offset - origin.text);
}

JsonStyle json_style(std::string_view source) {
  JsonStyle style;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (static_cast<unsigned char>(source[at]) >= 0x80) return {};
    if (source[at] != '\\') continue;
    if (const auto unit = code_unit(source.substr(at))) {
      style.ascii_only = style.ascii_only || *unit >= 0x80;
      const std::string_view digits = source.substr(at + 2, 4);
      if (std::any_of(digits.begin(), digits.end(), [](char c) { return c >= 'A' && c <= 'F'; })) {
        style.upper_case_hex = true;
      }
    }
    ++at;
  }
  return style;
}

void append_json_escaped(std::string& out, std::string_view text, JsonStyle style) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::decode_utf8(text, at);
    if (character.value < 0x80) {
      append_ascii(out, text[at], style.upper_case_hex);
    } else if (!style.ascii_only || base::is_raw_byte(character.value)) {
      out.append(text, at, character.length);
    } else if (character.value < 0x10000) {
      append_code_unit(out, character.value, style.upper_case_hex);
    } else {
      append_code_unit(out, 0xD800 + ((character.value - 0x10000) >> 10), style.upper_case_hex);
      append_code_unit(out, 0xDC00 + ((character.value - 0x10000) & 0x3FF), style.upper_case_hex);
    }
    at += character.length;
  }
}

}  // namespace unbake::io
