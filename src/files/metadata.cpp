#include "files/metadata.hpp"

#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include "files/descriptor.hpp"

namespace unbake::files {
namespace {

/// The names of the extended attributes; none where the file system has no such thing. Nothing, with errno, on failure.
std::optional<std::vector<std::string>> attribute_names(int descriptor) {
  std::string buffer;
  for (;;) {
    const ssize_t size = ::flistxattr(descriptor, nullptr, 0);
    if (size < 0 && errno == ENOTSUP) return std::vector<std::string>();
    if (size < 0) return std::nullopt;
    buffer.resize(static_cast<std::size_t>(size));
    const ssize_t used = ::flistxattr(descriptor, buffer.data(), buffer.size());
    if (used < 0 && errno == ERANGE) continue;  // one was added in between
    if (used < 0) return std::nullopt;
    buffer.resize(static_cast<std::size_t>(used));
    break;
  }
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < buffer.size(); begin += names.back().size() + 1) {
    names.emplace_back(buffer.c_str() + begin);
  }
  return names;
}

/// The value of an extended attribute; nothing, with errno, if it cannot be read.
std::optional<std::string> attribute(int descriptor, const std::string& name) {
  for (;;) {
    const ssize_t size = ::fgetxattr(descriptor, name.c_str(), nullptr, 0);
    if (size < 0) return std::nullopt;
    std::string value(static_cast<std::size_t>(size), '\0');
    const ssize_t used = ::fgetxattr(descriptor, name.c_str(), value.data(), value.size());
    if (used < 0 && errno == ERANGE) continue;
    if (used < 0) return std::nullopt;
    value.resize(static_cast<std::size_t>(used));
    return value;
  }
}

std::optional<io::Failure> copy_attributes(int from, int to) {
  const auto wanted = attribute_names(from);
  if (!wanted) return io::system_failure("its extended attributes cannot be read", errno);
  for (const std::string& name : *wanted) {
    const auto value = attribute(from, name);
    if (!value) return io::system_failure(("its attribute " + name + " cannot be read").c_str(), errno);
    if (attribute(to, name) == value) continue;
    if (::fsetxattr(to, name.c_str(), value->data(), value->size(), 0) != 0) {
      return io::system_failure(("its attribute " + name + " cannot be kept").c_str(), errno);
    }
  }
  // What the folder gives to new files, this one may not have had.
  const auto present = attribute_names(to);
  if (!present) return io::system_failure("its extended attributes cannot be read", errno);
  for (const std::string& name : *present) {
    if (std::find(wanted->begin(), wanted->end(), name) != wanted->end()) continue;
    if (::fremovexattr(to, name.c_str()) != 0) {
      return io::system_failure(("the attribute " + name + " of its folder cannot be taken off").c_str(), errno);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<io::Failure> copy_metadata(int from, int to, const struct stat& about) {
  struct stat fresh {};
  if (::fstat(to, &fresh) != 0) return io::system_failure("its owner cannot be kept", errno);
  if ((fresh.st_uid != about.st_uid || fresh.st_gid != about.st_gid) &&
      uninterrupted([&] { return ::fchown(to, about.st_uid, about.st_gid); }) != 0) {
    return io::system_failure("its owner cannot be kept", errno);
  }
  if (const auto failure = copy_attributes(from, to)) return failure;
  // Last, since a change of owner clears some bits of the mode.
  if (uninterrupted([&] { return ::fchmod(to, about.st_mode & 07777); }) != 0) {
    return io::system_failure("its permissions cannot be kept", errno);
  }
  return std::nullopt;
}

}  // namespace unbake::files
