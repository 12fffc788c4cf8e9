// \xc3\xa9 and \303\251. In some languages these are characters and not bytes; read as bytes, what is clean in either
// way is clean.
#include "notation/byte_run.hpp"
#include "notation/families.hpp"

namespace unbake::notation {
namespace {

constexpr ByteForm kForms[] = {{"\\x", 16, 2}, {"\\", 8, 3}};

std::uint8_t form_at(std::string_view text, std::size_t offset) { return text.substr(offset + 1, 1) == "x" ? 0 : 1; }

}  // namespace

bool may_begin_byte_escape(std::string_view text, std::size_t offset) {
  const auto lead = byte_at(text, offset, kForms[form_at(text, offset)]);
  return lead && lead->value >= 0xC2;
}

std::size_t read_byte_escapes(std::string_view text, std::size_t offset, Reading& reading) {
  const std::uint8_t form = form_at(text, offset);
  return read_byte_run(text, offset, kForms[form], {Notation::kByteEscapes, form}, reading);
}

bool spell_byte_escapes(std::string_view characters, const Spelling& spelling, std::string& out) {
  spell_byte_run(characters, kForms[spelling.form], spelling.letter_case, out);
  return true;
}

}  // namespace unbake::notation
