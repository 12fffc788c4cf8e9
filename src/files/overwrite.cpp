#include "files/overwrite.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <string>

#include "files/descriptor.hpp"
#include "files/patched_copy.hpp"

namespace unbake::files {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

io::Failure failure(const char* doing) { return io::system_failure(doing, errno); }

/// Up to `kChunk` bytes at `offset`; false, with errno, if they cannot be read.
bool read_at(int file, off_t offset, std::string& bytes) {
  bytes.resize(kChunk);
  std::size_t used = 0;
  while (used < kChunk) {
    const ssize_t count = uninterrupted(
        [&] { return ::pread(file, bytes.data() + used, kChunk - used, offset + static_cast<off_t>(used)); });
    if (count < 0) return false;
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
  }
  bytes.resize(used);
  return true;
}

bool write_at(int file, off_t offset, const std::string& bytes) {
  for (std::size_t written = 0; written < bytes.size();) {
    const ssize_t count = uninterrupted([&] {
      return ::pwrite(file, bytes.data() + written, bytes.size() - written, offset + static_cast<off_t>(written));
    });
    if (count < 0) return false;
    written += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace

std::optional<io::Failure> overwrite(int from, int to) {
  struct stat wanted {};
  struct stat old {};
  if (::fstat(from, &wanted) != 0 || ::fstat(to, &old) != 0) return failure("cannot be read");
  // Room is found before the first byte is written.
  if (wanted.st_size > 0 &&
      uninterrupted([&] { return ::fallocate(to, FALLOC_FL_KEEP_SIZE, 0, wanted.st_size); }) != 0 &&
      errno != EOPNOTSUPP && errno != ENOSYS) {
    return failure("cannot be written");
  }
  std::string bytes;
  for (off_t offset = 0;; offset += static_cast<off_t>(bytes.size())) {
    if (!read_at(from, offset, bytes)) return failure("cannot be read");
    if (bytes.empty()) break;
    if (!write_at(to, offset, bytes)) return failure("cannot be written");
  }
  if (uninterrupted([&] { return ::ftruncate(to, wanted.st_size); }) != 0) return failure("cannot be written");
  // Writing clears some bits.
  struct stat now {};
  if (::fstat(to, &now) != 0) return failure("cannot be read");
  if (now.st_mode != wanted.st_mode && uninterrupted([&] { return ::fchmod(to, wanted.st_mode & 07777); }) != 0) {
    return failure("cannot keep its permissions");
  }
  const timespec times[] = {old.st_atim, wanted.st_mtim};
  if (::futimens(to, times) != 0) return failure("cannot be given its time of change");
  if (uninterrupted([&] { return ::fsync(to); }) != 0) return failure("cannot be written");
  return std::nullopt;
}

std::optional<io::Failure> is_mixture(int file, int after, const LongPatch& patch, int folder, bool& answer) {
  answer = false;
  const std::string here = "/proc/self/fd/" + std::to_string(folder);
  const Descriptor before(uninterrupted([&] { return ::open(here.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); }));
  if (!before.open()) return failure("what it was before cannot be written");
  Patched patched;
  if (auto trouble = copy_patched(after, before.get(), patch, patched)) return trouble;
  std::string now;
  std::string one;
  std::string other;
  for (off_t offset = 0;; offset += static_cast<off_t>(now.size())) {
    if (!read_at(file, offset, now) || !read_at(after, offset, one) || !read_at(before.get(), offset, other)) {
      return failure("cannot be read");
    }
    if (now.size() < std::min(one.size(), other.size()) || now.size() > std::max(one.size(), other.size())) return {};
    for (std::size_t i = 0; i < now.size(); ++i) {
      if ((i >= one.size() || now[i] != one[i]) && (i >= other.size() || now[i] != other[i])) return {};
    }
    if (now.size() < kChunk) break;
  }
  answer = true;
  return std::nullopt;
}

}  // namespace unbake::files
