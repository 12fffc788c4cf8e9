// Walking through text by characters, and saying where a byte stands.
#ifndef UNBAKE_CLI_CODE_POINTS_HPP_
#define UNBAKE_CLI_CODE_POINTS_HPP_

#include <cstddef>
#include <string_view>

namespace unbake::cli {

/// Bytes of the character at the head of `text`, which is not empty; 1 for a byte that is not UTF-8.
std::size_t code_point_length(std::string_view text);

/// Line and column as people count them: from 1, the column in characters.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Finds positions of ascending offsets in one pass over the text.
class PositionFinder {
 public:
  /// `text` must outlive the finder; `begin` is the position of its first byte.
  explicit PositionFinder(std::string_view text, Position begin = {}) : text_(text), position_(begin) {}

  /// The position of the byte at `offset`, which is not below that of the call before.
  Position find(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Position position_;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_CODE_POINTS_HPP_
