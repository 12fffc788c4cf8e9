// An open folder that closes itself.
#ifndef UNBAKE_FILES_FOLDER_STREAM_HPP_
#define UNBAKE_FILES_FOLDER_STREAM_HPP_

#include <dirent.h>

#include <memory>
#include <string>

namespace unbake::files {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using FolderStream = std::unique_ptr<DIR, CloseFolder>;

/// Opens the folder at `path`; null, with errno, if that fails.
inline FolderStream open_folder(const std::string& path) { return FolderStream(::opendir(path.c_str())); }

}  // namespace unbake::files

#endif  // UNBAKE_FILES_FOLDER_STREAM_HPP_
