// What a file has besides its bytes.
#ifndef UNBAKE_FILES_METADATA_HPP_
#define UNBAKE_FILES_METADATA_HPP_

#include <sys/stat.h>

#include <optional>

#include "io/failure.hpp"

namespace unbake::files {

/// Gives the file that is open as `to` the owner, the extended attributes (access control lists are such) and the mode
/// of the one that is open as `from`, whose `about` it is. What cannot be kept is a failure.
std::optional<io::Failure> copy_metadata(int from, int to, const struct stat& about);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_METADATA_HPP_
