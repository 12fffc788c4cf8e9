// Writing a file so that its name always stands for the whole old file or the whole new one.
#ifndef UNBAKE_IO_SAFE_FILE_HPP_
#define UNBAKE_IO_SAFE_FILE_HPP_

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "io/failure.hpp"
#include "io/output.hpp"

namespace unbake::io {

/// A file in the making: written under another name in the same folder, then put in place by `commit`. Without
/// `commit`, and on a signal that ends the program, nothing is left behind. A symbolic link is followed; an existing
/// file gives its permissions to the new one. What is no regular file (a device, a pipe) is written directly.
class SafeFile {
 public:
  static std::variant<std::unique_ptr<SafeFile>, Failure> create(const std::string& path);

  SafeFile(const SafeFile&) = delete;
  SafeFile& operator=(const SafeFile&) = delete;
  ~SafeFile();

  Output& output() { return output_; }

  /// Puts the file in place, safe against power loss once this returns without a failure. At most once.
  std::optional<Failure> commit();

 private:
  SafeFile(int descriptor, std::string target, std::string temporary);

  int descriptor_;
  std::string target_;
  std::string temporary_;  ///< Empty if the target is written directly, or all is done.
  Output output_;
};

}  // namespace unbake::io

#endif  // UNBAKE_IO_SAFE_FILE_HPP_
