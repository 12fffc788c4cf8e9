#include "io/failure.hpp"

#include <cerrno>
#include <system_error>

namespace unbake::io {
namespace {

const char* remedy(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return "Check the name.";
    case EACCES:
    case EPERM:
      return "Check its permissions.";
    case ENOSPC:
    case EDQUOT:
      return "Free some space, then run the same command again.";
    case EROFS:
      return "Write to another folder.";
    case ENAMETOOLONG:
      return "Use a shorter name.";
    case EMFILE:
    case ENFILE:
      return "Raise the limit of open files (ulimit -n).";
    default:
      return "Check the file and its device, then run the same command again.";
  }
}

}  // namespace

Failure system_failure(const char* doing, int error_number) {
  return {std::string(doing) + ": " + std::generic_category().message(error_number), remedy(error_number)};
}

}  // namespace unbake::io
