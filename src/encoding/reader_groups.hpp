// The generated index of characters: what reader_bytes and the encoders of single bytes look up.
#ifndef UNBAKE_ENCODING_READER_GROUPS_HPP_
#define UNBAKE_ENCODING_READER_GROUPS_HPP_

#include "encoding/reader_index.hpp"

namespace unbake::encoding {

/// Bytes that the character is shown for in some readers; no readers if only encodings that are
/// none have it. The groups of a character follow each other, `last` ends them.
struct Group {
  std::uint16_t set;  ///< `group_readers`
  std::uint8_t length;
  bool last;
  std::uint8_t bytes[4];
};

/// The first group of `code_point`, null if there is none.
const Group* first_group(char32_t code_point);
ReaderSet group_readers(const Group& group);

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_READER_GROUPS_HPP_
