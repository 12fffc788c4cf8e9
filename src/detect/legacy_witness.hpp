// Whether legacy text is borne by words: what is claimed of a whole document must be seen in a word somewhere.
#ifndef UNBAKE_DETECT_LEGACY_WITNESS_HPP_
#define UNBAKE_DETECT_LEGACY_WITNESS_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"

namespace unbake::detect {

/// A place that would be repaired as text in one legacy encoding read as another.
struct LegacyPlace {
  std::size_t begin;       ///< Bytes from the start of the text.
  std::size_t end;         ///< Past its last byte.
  std::string_view after;  ///< What it would become.
  encoding::EncodingId written;
  encoding::EncodingId read_as;
};

/// Whether a place, of whatever encoding, would become characters in order although ideographs beside it are left: so
/// does a table of characters by chance.
bool is_row_of_table(std::string_view text, const LegacyPlace& place);

/// For each of `places`, whether it is borne by words: it is not a list of characters in order, and of the places of
/// the same two encodings at least one is a *witness*, several damaged characters in a row or damage inside a word.
/// Single signs and letters that stand alone, however many, are operators, variables or tables. Linear in the places.
std::vector<bool> borne_by_words(std::string_view text, const std::vector<LegacyPlace>& places);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LEGACY_WITNESS_HPP_
