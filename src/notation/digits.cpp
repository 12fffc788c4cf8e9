#include "notation/digits.hpp"

#include <algorithm>

namespace unbake::notation {

std::optional<LetterCase> joined(LetterCase first, LetterCase second) {
  if (first == LetterCase::kNone) return second;
  if (second == LetterCase::kNone || second == first) return first;
  return std::nullopt;
}

std::optional<Number> parse_number(std::string_view digits, std::uint32_t base) {
  if (digits.empty() || digits.size() > 8) return std::nullopt;
  Number number{0, LetterCase::kNone};
  for (const char c : digits) {
    const auto value = digit_value(c);
    if (!value || *value >= base) return std::nullopt;
    number.value = number.value * base + *value;
    const LetterCase own = c >= 'a' ? LetterCase::kLower : c >= 'A' ? LetterCase::kUpper : LetterCase::kNone;
    const auto both = joined(number.letter_case, own);
    if (!both) return std::nullopt;
    number.letter_case = *both;
  }
  return number;
}

void append_number(std::string& out, std::uint32_t value, std::uint32_t base, std::size_t width,
                   LetterCase letter_case) {
  const char* names = letter_case == LetterCase::kUpper ? "0123456789ABCDEF" : "0123456789abcdef";
  const std::size_t begin = out.size();
  for (; value > 0 || out.size() - begin < std::max<std::size_t>(width, 1); value /= base) {
    out.push_back(names[value % base]);
  }
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
}

}  // namespace unbake::notation
