// The named character entities of HTML 4.
#ifndef UNBAKE_NOTATION_ENTITY_NAMES_HPP_
#define UNBAKE_NOTATION_ENTITY_NAMES_HPP_

#include <cstddef>
#include <optional>
#include <string_view>

namespace unbake::notation {

inline constexpr std::size_t kLongestEntityName = 8;  // thetasym

/// The character of a name, case regarded: `eacute` and `Eacute` differ.
std::optional<char32_t> entity_character(std::string_view name);
/// The name of a character, or nothing.
std::string_view entity_name(char32_t character);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_ENTITY_NAMES_HPP_
