#include "files/new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace unbake::files {

std::variant<std::unique_ptr<NewFile>, io::Failure> NewFile::create(const std::string& path, Temporaries& temporaries) {
  const std::size_t slash = path.rfind('/');
  const std::string folder_path = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  std::error_code error;
  std::filesystem::create_directories(folder_path, error);
  if (error) return io::system_failure("cannot be made, since its folder cannot", error.value());
  Descriptor folder(
      uninterrupted([&] { return ::open((folder_path + "/").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!folder.open()) return io::system_failure("cannot be made, since its folder cannot be opened", errno);
  std::string temporary;
  Descriptor file = temporaries.create(folder.get(), folder_path, temporary);
  if (!file.open()) return io::system_failure("cannot be made", errno);
  return std::unique_ptr<NewFile>(new NewFile(folder_path, slash == std::string::npos ? path : path.substr(slash + 1),
                                              temporaries, std::move(folder), std::move(file), std::move(temporary)));
}

NewFile::NewFile(std::string folder_path, std::string name, Temporaries& temporaries, Descriptor folder,
                 Descriptor file, std::string temporary)
    : folder_path_(std::move(folder_path)),
      name_(std::move(name)),
      temporaries_(&temporaries),
      folder_(std::move(folder)),
      file_(std::move(file)),
      temporary_(std::move(temporary)),
      output_(file_.get()) {}

NewFile::~NewFile() {
  if (temporary_.empty()) return;
  ::unlinkat(folder_.get(), temporary_.c_str(), 0);
  temporaries_->forget(folder_path_, temporary_);
}

std::optional<io::Failure> NewFile::commit(mode_t mode) {
  if (auto failure = output_.flush()) return failure;
  if (uninterrupted([&] { return ::fchmod(file_.get(), mode & 0777); }) != 0) {
    return io::system_failure("cannot be given its permissions", errno);
  }
  if (uninterrupted([&] { return ::fsync(file_.get()); }) != 0) return io::system_failure("cannot be written", errno);
  if (uninterrupted([&] { return ::renameat(folder_.get(), temporary_.c_str(), folder_.get(), name_.c_str()); }) != 0) {
    return io::system_failure("cannot be put in its place", errno);
  }
  temporaries_->forget(folder_path_, temporary_);
  temporary_.clear();
  return std::nullopt;
}

}  // namespace unbake::files
