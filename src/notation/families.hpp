// The readers and writers of the notations, one file each; `Row` says what they do.
#ifndef UNBAKE_NOTATION_FAMILIES_HPP_
#define UNBAKE_NOTATION_FAMILIES_HPP_

#include "notation/notation.hpp"

namespace unbake::notation {

bool may_begin_unicode_escape(std::string_view text, std::size_t offset);
std::size_t read_unicode_escape(std::string_view text, std::size_t offset, Reading& reading);
bool spell_unicode_escape(std::string_view characters, const Spelling& spelling, std::string& out);

bool may_begin_byte_escape(std::string_view text, std::size_t offset);
std::size_t read_byte_escapes(std::string_view text, std::size_t offset, Reading& reading);
bool spell_byte_escapes(std::string_view characters, const Spelling& spelling, std::string& out);

bool may_begin_entity(std::string_view text, std::size_t offset);
std::size_t read_entity(std::string_view text, std::size_t offset, Reading& reading);
bool spell_entity(std::string_view characters, const Spelling& spelling, std::string& out);

bool may_begin_percent(std::string_view text, std::size_t offset);
std::size_t read_percent(std::string_view text, std::size_t offset, Reading& reading);
bool spell_percent(std::string_view characters, const Spelling& spelling, std::string& out);

bool may_begin_encoded_word(std::string_view text, std::size_t offset);
std::size_t read_encoded_word(std::string_view text, std::size_t offset, Reading& reading);
bool spell_encoded_word(std::string_view characters, const Spelling& spelling, std::string& out);
bool is_base64_word(const Spelling& spelling);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_FAMILIES_HPP_
