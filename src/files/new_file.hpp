// A file that comes to be whole, or not at all.
#ifndef UNBAKE_FILES_NEW_FILE_HPP_
#define UNBAKE_FILES_NEW_FILE_HPP_

#include <sys/types.h>

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "files/descriptor.hpp"
#include "files/temporary.hpp"
#include "io/failure.hpp"
#include "io/output.hpp"

namespace unbake::files {

/// Written beside its place, under another name, and removed again unless it is put there.
class NewFile {
 public:
  /// Begins the file `path`. The folders around it are made if they are missing. `temporaries` must outlive the file.
  static std::variant<std::unique_ptr<NewFile>, io::Failure> create(const std::string& path, Temporaries& temporaries);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  io::Output& output() { return output_; }

  /// Flushes it to the disk, gives it the permissions `mode`, and puts it in its place, whatever file was there.
  std::optional<io::Failure> commit(mode_t mode);

 private:
  NewFile(std::string folder_path, std::string name, Temporaries& temporaries, Descriptor folder, Descriptor file,
          std::string temporary);

  std::string folder_path_;
  std::string name_;
  Temporaries* temporaries_;
  Descriptor folder_;
  Descriptor file_;
  std::string temporary_;  ///< Empty if there is none any more.
  io::Output output_;
};

}  // namespace unbake::files

#endif  // UNBAKE_FILES_NEW_FILE_HPP_
