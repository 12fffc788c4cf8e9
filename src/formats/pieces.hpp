// Finding the fields of a content that is too long to be held, in pieces of whole records.
#ifndef UNBAKE_FORMATS_PIECES_HPP_
#define UNBAKE_FORMATS_PIECES_HPP_

#include <cstddef>
#include <memory>
#include <string_view>

#include "formats/field.hpp"

namespace unbake::formats {

/// The records at the head of some bytes.
struct Piece {
  std::size_t length = 0;  ///< Bytes of them; 0: no record ends in the bytes.
  FoundFields found;       ///< In bytes from the start of the piece; `Malformed`: of the bytes.
};

/// Goes through a content from its beginning, and keeps in mind what later records are to be read by.
class PieceFinder {
 public:
  PieceFinder() = default;
  PieceFinder(const PieceFinder&) = delete;
  PieceFinder& operator=(const PieceFinder&) = delete;
  virtual ~PieceFinder() = default;

  /// All the records that end in `bytes`, which follow those of the call before; `is_last` if nothing comes behind
  /// them: then the last record ends with the bytes. Linear in `bytes`. The fields are those that the format finds in
  /// the content as a whole.
  virtual Piece next(std::string_view bytes, bool is_last) = 0;
};

/// The most bytes of a record.
inline constexpr std::size_t kLongestRecord = std::size_t{1} << 24;

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_PIECES_HPP_
