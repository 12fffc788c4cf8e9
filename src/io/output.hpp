// Writing everything, or saying why not.
#ifndef UNBAKE_IO_OUTPUT_HPP_
#define UNBAKE_IO_OUTPUT_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "io/failure.hpp"

namespace unbake::io {

/// A buffered writer to a file descriptor that someone else owns, or to a string. What goes wrong is kept, and told by
/// `flush`; after that nothing more is written.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  /// Appends to `memory`, which must outlive it.
  explicit Output(std::string& memory) : memory_(&memory) {}

  void write(std::string_view bytes);

  /// Writes what is waiting; the first failure since the beginning, if there was one.
  std::optional<Failure> flush();

  [[nodiscard]] bool failed() const { return error_number_ != 0; }
  /// True if nobody reads any more what is written: the reader of a pipe has ended.
  [[nodiscard]] bool reader_gone() const;

 private:
  void write_now(std::string_view bytes);

  int descriptor_ = -1;
  std::string* memory_ = nullptr;
  int error_number_ = 0;
  std::string waiting_;
};

}  // namespace unbake::io

#endif  // UNBAKE_IO_OUTPUT_HPP_
