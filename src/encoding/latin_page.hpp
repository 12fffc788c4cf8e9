// Which encodings are pages of Latin text.
#ifndef UNBAKE_ENCODING_LATIN_PAGE_HPP_
#define UNBAKE_ENCODING_LATIN_PAGE_HPP_

#include "encoding/encoding.hpp"

namespace unbake::encoding {

/// Whether `id` is a page of one byte a character whose letters are those of Western, Central or Northern Europe.
bool is_latin_page(EncodingId id);

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_LATIN_PAGE_HPP_
