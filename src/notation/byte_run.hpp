// Runs of spelled bytes that are UTF-8, such as %C3%A9 and \xc3\xa9.
#ifndef UNBAKE_NOTATION_BYTE_RUN_HPP_
#define UNBAKE_NOTATION_BYTE_RUN_HPP_

#include "notation/digits.hpp"
#include "notation/notation.hpp"

namespace unbake::notation {

/// How one byte is spelled: a prefix and a fixed number of digits.
struct ByteForm {
  std::string_view prefix;
  std::uint32_t base;
  std::size_t digits;
  [[nodiscard]] std::size_t width() const { return prefix.size() + digits; }
};

/// The byte that is spelled so at `offset`.
std::optional<Number> byte_at(std::string_view text, std::size_t offset, const ByteForm& form);

/// Reads the run of bytes spelled so at `offset`, and appends its characters to `reading`: nothing unless all of it is
/// UTF-8, since it is text in another encoding then. Returns the end of the run.
std::size_t read_byte_run(std::string_view text, std::size_t offset, const ByteForm& form, Spelling spelling,
                          Reading& reading);

/// Appends the bytes of `characters`, spelled so.
void spell_byte_run(std::string_view characters, const ByteForm& form, LetterCase letter_case, std::string& out);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_BYTE_RUN_HPP_
