// Simple lower case of the letters that misread text consists of.
#ifndef UNBAKE_BAKE_LOWER_CASE_HPP_
#define UNBAKE_BAKE_LOWER_CASE_HPP_

namespace unbake::baking {

/// The lower-case letter of `code_point`, one to one, as Unicode's simple mapping has it, for every character of the
/// single-byte encodings (Latin, Greek, Cyrillic, Armenian) and the full-width letters; anything else is itself.
/// U+0130, whose lower case is two characters, is itself.
char32_t lower_case(char32_t code_point);

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_LOWER_CASE_HPP_
