// Writing into a file itself, for files that have several names and must keep them.
#ifndef UNBAKE_FILES_OVERWRITE_HPP_
#define UNBAKE_FILES_OVERWRITE_HPP_

#include <optional>

#include "files/long_patch.hpp"
#include "io/failure.hpp"

namespace unbake::files {

/// Gives the file open as `to` the bytes, permissions and time of change of the one open as `from`, on disk. A failure
/// leaves bytes of both in it.
std::optional<io::Failure> overwrite(int from, int to);

/// True if each byte of the file open as `file` is the one of the file open as `after`, or of what `patch` makes of
/// that: `overwrite` was interrupted, and nobody else has written. `folder` must have room for what the patch makes. A
/// failure if that cannot be found out.
std::optional<io::Failure> is_mixture(int file, int after, const LongPatch& patch, int folder, bool& answer);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_OVERWRITE_HPP_
