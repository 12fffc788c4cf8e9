// The names of files that are in the making.
#ifndef UNBAKE_FILES_TEMPORARY_NAME_HPP_
#define UNBAKE_FILES_TEMPORARY_NAME_HPP_

#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace unbake::files {

/// The name of temporary file number `number` of this process.
inline std::string temporary_name(std::size_t number) {
  return ".unbake-" + std::to_string(::getpid()) + "-" + std::to_string(number) + ".tmp";
}

/// True if this program gives such names to its temporary files.
inline bool is_temporary_name(std::string_view name) { return name.starts_with(".unbake-") && name.ends_with(".tmp"); }

}  // namespace unbake::files

#endif  // UNBAKE_FILES_TEMPORARY_NAME_HPP_
