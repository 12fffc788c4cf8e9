// Numbers in digits, read so that they can be written in the same way again.
#ifndef UNBAKE_NOTATION_DIGITS_HPP_
#define UNBAKE_NOTATION_DIGITS_HPP_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "notation/notation.hpp"

namespace unbake::notation {

/// The value of a digit of any base to 16, or nothing.
constexpr std::optional<std::uint32_t> digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
  return std::nullopt;
}

struct Number {
  std::uint32_t value;
  LetterCase letter_case;
};

/// All of `digits` (1 to 8) as a number, or nothing: letters in both cases could not be written again.
std::optional<Number> parse_number(std::string_view digits, std::uint32_t base);

/// The letter case of two parts of one spelling; nothing if they differ.
std::optional<LetterCase> joined(LetterCase first, LetterCase second);

/// Appends `value` with at least `width` digits; letters are lower case unless `letter_case` is upper.
void append_number(std::string& out, std::uint32_t value, std::uint32_t base, std::size_t width,
                   LetterCase letter_case);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_DIGITS_HPP_
