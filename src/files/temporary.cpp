#include "files/temporary.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "files/temporary_name.hpp"

namespace unbake::files {
namespace {

constexpr int kTries = 1000;

}  // namespace

Descriptor Temporaries::create(int folder, const std::string& path, std::string& name) {
  // The lock is held while the file is made, so that it is known as soon as it exists.
  const std::lock_guard guard(mutex_);
  if (closed_) {
    errno = ECANCELED;
    return Descriptor();
  }
  for (int i = 0; i < kTries; ++i) {
    name = temporary_name(numbers_++);
    Descriptor file(uninterrupted(
        [&] { return ::openat(folder, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600); }));
    if (file.open()) paths_.insert(path + "/" + name);
    if (file.open() || errno != EEXIST) return file;
  }
  return Descriptor();
}

void Temporaries::forget(const std::string& path, const std::string& name) {
  const std::lock_guard guard(mutex_);
  paths_.erase(path + "/" + name);
}

void Temporaries::remove_all() {
  const std::lock_guard guard(mutex_);
  closed_ = true;
  for (const std::string& path : paths_) ::unlink(path.c_str());
  paths_.clear();
}

}  // namespace unbake::files
