// Reading files and standard input.
#ifndef UNBAKE_IO_INPUT_HPP_
#define UNBAKE_IO_INPUT_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "io/failure.hpp"

namespace unbake::io {

/// A file that is open for reading, or standard input.
class Input {
 public:
  /// Opens the file at `path`; `-` is standard input. A directory is a failure.
  static std::variant<Input, Failure> open(const std::string& path);

  /// The same of a regular file; anything else is a failure, and does not make anybody wait.
  static std::variant<Input, Failure> open_regular(const std::string& path);

  /// Passes over the first `offset` bytes of a regular file, of which nothing was read yet.
  std::optional<Failure> begin_at(std::size_t offset);

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

  /// Reads up to `size` bytes into `buffer`; 0 only at the end.
  std::variant<std::size_t, Failure> read(char* buffer, std::size_t size);

  /// The next bytes, `size` of them or up to the end, which will be read again.
  std::variant<std::string_view, Failure> peek(std::size_t size);

  /// True if `read` would not wait: there are bytes, or it is the end.
  [[nodiscard]] bool is_ready() const;

  /// The bytes that are likely still to come; 0 if nobody knows, as of a pipe.
  [[nodiscard]] std::size_t size_hint() const;

  /// True if `path` is the very file that is read here, by this name or another.
  [[nodiscard]] bool is_file(const std::string& path) const;

 private:
  Input(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  std::variant<std::size_t, Failure> read_now(char* buffer, std::size_t size);

  int descriptor_;
  bool owned_;
  bool ended_ = false;      ///< Of a file that was opened here: nothing is left.
  std::size_t length_ = 0;  ///< Bytes that a regular file had when it was opened.
  std::size_t taken_ = 0;   ///< Bytes that were read.
  std::string peeked_;      ///< Read, and not yet given away.
};

/// Everything up to the end of `input`; more than `most` bytes are a failure.
std::variant<std::string, Failure> read_all(Input& input, std::size_t most = static_cast<std::size_t>(-1));

}  // namespace unbake::io

#endif  // UNBAKE_IO_INPUT_HPP_
