#include "notation/byte_run.hpp"

#include "base/utf8.hpp"
#include "notation/digits.hpp"

namespace unbake::notation {
namespace {

// The letter case of all digits of a character; nothing if there are both.
std::optional<LetterCase> case_of(std::string_view text, std::size_t offset, std::size_t bytes, const ByteForm& form) {
  std::optional<LetterCase> all = LetterCase::kNone;
  for (std::size_t i = 0; i < bytes && all; ++i) {
    all = joined(*all, byte_at(text, offset + i * form.width(), form)->letter_case);
  }
  return all;
}

}  // namespace

std::optional<Number> byte_at(std::string_view text, std::size_t offset, const ByteForm& form) {
  if (offset >= text.size() || !text.substr(offset).starts_with(form.prefix)) return std::nullopt;
  const std::string_view digits = text.substr(offset + form.prefix.size(), form.digits);
  if (digits.size() < form.digits) return std::nullopt;
  const auto number = parse_number(digits, form.base);
  return number && number->value <= 0xFF ? number : std::nullopt;
}

std::size_t read_byte_run(std::string_view text, std::size_t offset, const ByteForm& form, Spelling spelling,
                          Reading& reading) {
  std::string bytes;
  std::size_t end = offset;
  for (auto byte = byte_at(text, end, form); byte; byte = byte_at(text, end, form)) {
    bytes.push_back(static_cast<char>(byte->value));
    end += form.width();
  }
  if (base::find_invalid_utf8(bytes) != bytes.size()) return end;
  const std::size_t first_atom = reading.atoms.size();
  const std::size_t first_byte = reading.text.size();
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = base::decode_utf8(bytes, i).length;
    const std::size_t begin = offset + i * form.width();
    const auto letter_case = case_of(text, begin, length, form);
    if (!letter_case) {
      reading.atoms.resize(first_atom, Atom{});
      reading.text.resize(first_byte);
      return end;
    }
    spelling.letter_case = *letter_case;
    reading.add(begin, length * form.width(), std::string_view(bytes).substr(i, length), spelling);
    i += length;
  }
  return end;
}

void spell_byte_run(std::string_view characters, const ByteForm& form, LetterCase letter_case, std::string& out) {
  for (const char c : characters) {
    out += form.prefix;
    append_number(out, static_cast<unsigned char>(c), form.base, form.digits, letter_case);
  }
}

}  // namespace unbake::notation
