// The characters beside a place of a text.
#ifndef UNBAKE_PIPELINE_NEIGHBOURS_HPP_
#define UNBAKE_PIPELINE_NEIGHBOURS_HPP_

#include <cstddef>
#include <string_view>

#include "base/utf8.hpp"

namespace unbake::pipeline {

/// The character that ends at `offset`; a line end at the start of the text.
inline char32_t character_before(std::string_view text, std::size_t offset) {
  return offset > 0 ? base::decode_utf8_before(text, offset).value : U'\n';
}

/// The character that begins at `offset`; a line end at the end of the text.
inline char32_t character_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? base::decode_utf8(text, offset).value : U'\n';
}

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_NEIGHBOURS_HPP_
