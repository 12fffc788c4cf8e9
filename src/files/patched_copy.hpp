// Copying a file with a patch made, which also gives the way back.
#ifndef UNBAKE_FILES_PATCHED_COPY_HPP_
#define UNBAKE_FILES_PATCHED_COPY_HPP_

#include <optional>
#include <string>

#include "files/long_patch.hpp"
#include "io/failure.hpp"

namespace unbake::files {

/// What copying with a patch found out.
struct Patched {
  std::string old_hash;  ///< Of what was read.
  std::string new_hash;  ///< Of what was written.
  LongPatch inverse;     ///< Makes the old bytes of the new ones.
};

/// Copies the file open as `from`, from its beginning, to the empty file open as `to`, with `patch` made. Memory is
/// what the patch and its inverse hold, and the longest replacement, whatever the size of the file.
std::optional<io::Failure> copy_patched(int from, int to, const LongPatch& patch, Patched& patched);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_PATCHED_COPY_HPP_
