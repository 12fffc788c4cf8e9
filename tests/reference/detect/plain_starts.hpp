// Where damage may start, one reader at a time and with nothing skipped.
#ifndef UNBAKE_TESTS_REFERENCE_DETECT_PLAIN_STARTS_HPP_
#define UNBAKE_TESTS_REFERENCE_DETECT_PLAIN_STARTS_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

#include "encoding/reader_index.hpp"

namespace unbake::reference {

/// Offsets of the symbols of `text` at which one of `readers` may have taken a character of UTF-8 apart: reading the
/// symbols back into bytes gives a lead byte, and then the rest of a character; or what is left of one before a marker,
/// or, if two bytes are left, before ASCII or the end of the text.
std::vector<std::size_t> plain_starts(std::string_view text, encoding::ReaderSet readers);

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_DETECT_PLAIN_STARTS_HPP_
