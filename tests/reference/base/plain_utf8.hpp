// UTF-8 read off the definition: decode by counting bits, then refuse what the standard refuses.
#ifndef UNBAKE_TESTS_REFERENCE_BASE_PLAIN_UTF8_HPP_
#define UNBAKE_TESTS_REFERENCE_BASE_PLAIN_UTF8_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unbake::reference {

/// The UTF-8 of a code point, by the bit patterns of RFC 3629 and nothing else.
std::string plain_encode_utf8(char32_t code_point);

/// The code point that all of `bytes` are in UTF-8, if they are one.
std::optional<char32_t> plain_decode_utf8(std::string_view bytes);

/// Whether some bytes behind `bytes`, at least one, would make a code point of them.
bool plain_begins_utf8(std::string_view bytes);

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_BASE_PLAIN_UTF8_HPP_
