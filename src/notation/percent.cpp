// %C3%A9 of URLs (RFC 3986). Bytes that are not UTF-8 are left: many servers take other encodings.
#include "notation/byte_run.hpp"
#include "notation/families.hpp"

namespace unbake::notation {
namespace {

constexpr ByteForm kForm = {"%", 16, 2};

}  // namespace

bool may_begin_percent(std::string_view text, std::size_t offset) {
  const auto lead = byte_at(text, offset, kForm);
  return lead && lead->value >= 0xC2;
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
