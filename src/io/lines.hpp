// Reading an input line by line, with no more memory than the longest line takes.
#ifndef UNBAKE_IO_LINES_HPP_
#define UNBAKE_IO_LINES_HPP_

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>

#include "io/failure.hpp"
#include "io/input.hpp"

namespace unbake::io {

class LineReader {
 public:
  /// `input` must outlive the reader. `before_reading` is called whenever the reader may have to wait for input.
  explicit LineReader(
      Input& input, std::function<void()> before_reading = [] {})
      : input_(&input), before_reading_(std::move(before_reading)) {}

  /// The next line with its line feed, which only the last line may lack; empty at the end of the input.
  /// It lives until the next call.
  std::variant<std::string_view, Failure> next();

 private:
  struct Free {
    void operator()(char* memory) const { std::free(memory); }
  };

  /// Makes room for more bytes behind those that are waiting.
  void make_room();

  Input* input_;
  std::function<void()> before_reading_;
  std::unique_ptr<char, Free> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;  ///< The bytes from here to `end_` are waiting.
  std::size_t end_ = 0;
  bool at_end_ = false;
};

}  // namespace unbake::io

#endif  // UNBAKE_IO_LINES_HPP_
