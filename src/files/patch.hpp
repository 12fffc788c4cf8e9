// What is replaced in a file.
#ifndef UNBAKE_FILES_PATCH_HPP_
#define UNBAKE_FILES_PATCH_HPP_

#include <vector>

#include "io/replacement.hpp"

namespace unbake::files {

/// Sorted, disjoint replacements in the bytes of a file.
using Patch = std::vector<io::Replacement>;

}  // namespace unbake::files

#endif  // UNBAKE_FILES_PATCH_HPP_
