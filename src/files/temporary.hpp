// Files in the making, none of which stays behind.
#ifndef UNBAKE_FILES_TEMPORARY_HPP_
#define UNBAKE_FILES_TEMPORARY_HPP_

#include <cstddef>
#include <mutex>
#include <set>
#include <string>

#include "files/descriptor.hpp"

namespace unbake::files {

/// All temporary files of a process.
class Temporaries {
 public:
  /// Makes a new, empty file in the folder `path` that is open as `folder`. Its name goes to `name`. Not open, with
  /// errno, if that fails.
  Descriptor create(int folder, const std::string& path, std::string& name);

  /// The file is gone, or somebody else's business now.
  void forget(const std::string& path, const std::string& name);

  /// Removes all that there are, and lets no new ones be made (ECANCELED): the program is about to end.
  void remove_all();

 private:
  std::mutex mutex_;
  std::set<std::string> paths_;
  std::size_t numbers_ = 0;
  bool closed_ = false;
};

}  // namespace unbake::files

#endif  // UNBAKE_FILES_TEMPORARY_HPP_
