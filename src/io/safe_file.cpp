#include "io/safe_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "io/interrupt.hpp"

namespace unbake::io {
namespace {

constexpr int kNames = 1000;

/// The path with all symbolic links followed; `path` itself if it names nothing yet.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : path;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

/// Makes a new file in `folder` and puts its path in `path`; -1 with errno if that fails.
int make_temporary(const std::string& folder, std::string& path) {
  int descriptor = -1;
  for (int number = 0; number < kNames && descriptor < 0; ++number) {
    path = folder + "/.unbake-" + std::to_string(::getpid()) + "-" + std::to_string(number) + ".tmp";
    descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno != EEXIST) break;
  }
  return descriptor;
}

/// Makes the renaming itself last. A file system that cannot do that still has the file whole.
void sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

std::variant<std::unique_ptr<SafeFile>, Failure> SafeFile::create(const std::string& path) {
  std::string target = resolved(path);
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) return Failure{"is a directory", "Name a file to write to."};
  if (exists && !S_ISREG(old.st_mode)) {
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return system_failure("cannot be written", errno);
    return std::unique_ptr<SafeFile>(new SafeFile(descriptor, std::move(target), ""));
  }
  // Renaming onto a file asks no leave of it, so that a write-protected one is not overwritten by surprise.
  if (exists && ::access(target.c_str(), W_OK) != 0) return system_failure("cannot be written", errno);

  std::string temporary;
  const int descriptor = make_temporary(folder_of(target), temporary);
  if (descriptor < 0) return system_failure("cannot be written", errno);
  std::unique_ptr<SafeFile> file(new SafeFile(descriptor, std::move(target), std::move(temporary)));
  if (exists) {
    // Only root may keep a foreign owner; the mode comes after, since a change of owner clears some of its bits.
    const bool owner_kept = ::fchown(descriptor, old.st_uid, old.st_gid) == 0;
    const mode_t mode = old.st_mode & (owner_kept ? 07777 : 0777);
    if (::fchmod(descriptor, mode) != 0) return system_failure("cannot be given its permissions", errno);
  }
  return file;
}

SafeFile::SafeFile(int descriptor, std::string target, std::string temporary)
    : descriptor_(descriptor), target_(std::move(target)), temporary_(std::move(temporary)), output_(descriptor) {
  if (!temporary_.empty()) remove_on_signal(temporary_.c_str());
}

SafeFile::~SafeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) {
    ::unlink(temporary_.c_str());
    remove_on_signal(nullptr);
  }
}

std::optional<Failure> SafeFile::commit() {
  if (auto failure = output_.flush()) return failure;
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) return system_failure("cannot be written", errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) return system_failure("cannot be written", errno);
  if (temporary_.empty()) return std::nullopt;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return system_failure("cannot be replaced", errno);
  temporary_.clear();
  remove_on_signal(nullptr);
  sync_folder(folder_of(target_));
  return std::nullopt;
}

}  // namespace unbake::io
