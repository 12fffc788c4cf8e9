// The way back: what undoes replacements in a file, and the making of either.
#ifndef UNBAKE_FILES_PATCH_HPP_
#define UNBAKE_FILES_PATCH_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/failure.hpp"
#include "io/replacement.hpp"

namespace unbake::files {

/// Sorted, disjoint replacements in the bytes of a file.
using Patch = std::vector<io::Replacement>;

/// What copying with a patch found out.
struct Patched {
  std::string old_hash;  ///< Of what was read.
  std::string new_hash;  ///< Of what was written.
  Patch inverse;         ///< Makes the old bytes of the new ones.
};

/// Copies the file open as `from`, from its beginning, to the empty file open as `to`, with `patch` made. Memory is the
/// patch and its inverse, whatever the size of the file.
std::optional<io::Failure> copy_patched(int from, int to, const Patch& patch, Patched& patched);

/// `text` with `patch` made.
std::string patched_text(const std::string& text, const Patch& patch);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_PATCH_HPP_
