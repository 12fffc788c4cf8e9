// A change of some bytes.
#ifndef UNBAKE_IO_REPLACEMENT_HPP_
#define UNBAKE_IO_REPLACEMENT_HPP_

#include <cstddef>
#include <string>

namespace unbake::io {

/// Puts `after` in the place of `length` bytes at `offset`.
struct Replacement {
  std::size_t offset;
  std::size_t length;
  std::string after;
};

}  // namespace unbake::io

#endif  // UNBAKE_IO_REPLACEMENT_HPP_
