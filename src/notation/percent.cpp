// %C3%A9 of URLs (RFC 3986). Bytes that are not UTF-8 are left: many servers take other encodings.
#include "notation/byte_run.hpp"
#include "notation/digits.hpp"
#include "notation/families.hpp"

namespace unbake::notation {
namespace {

constexpr ByteForm kForm = {"%", 16, 2};

}  // namespace

bool may_begin_percent(std::string_view text, std::size_t offset) {
  if (offset + 2 >= text.size()) return false;
  const auto first = digit_value(text[offset + 1]);
  return first && *first >= 0xC && digit_value(text[offset + 2]);
}

std::size_t read_percent(std::string_view text, std::size_t offset, Reading& reading) {
  return read_byte_run(text, offset, kForm, {Notation::kPercent}, reading);
}

bool spell_percent(std::string_view characters, const Spelling& spelling, std::string& out) {
  // RFC 3986 writes letters upper case.
  const bool is_lower = spelling.letter_case == LetterCase::kLower;
  spell_byte_run(characters, kForm, is_lower ? LetterCase::kLower : LetterCase::kUpper, out);
  return true;
}

}  // namespace unbake::notation
