// JSON Lines: strings inside a line are replaced; around them not one byte changes.
#ifndef UNBAKE_IO_JSON_LINES_HPP_
#define UNBAKE_IO_JSON_LINES_HPP_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/failure.hpp"

namespace unbake::io {

/// Puts `after` in the place of `length` bytes at `offset`.
struct Replacement {
  std::size_t offset;
  std::size_t length;
  std::string after;
};

/// The deepest nesting of arrays and objects that is read.
inline constexpr std::size_t kMaxJsonDepth = 1000;

class JsonLineRewriter {
 public:
  /// `fields` are the keys on the way to the strings, joined by dots: `text`, `message.body`. Arrays on the way, and
  /// at its end, are entered. A backslash takes a dot or a backslash of a key literally.
  explicit JsonLineRewriter(const std::vector<std::string>& fields);
  JsonLineRewriter(const JsonLineRewriter&) = delete;
  JsonLineRewriter& operator=(const JsonLineRewriter&) = delete;
  ~JsonLineRewriter();

  /// Given a field and the text of one of its strings: what to replace in the text, sorted and disjoint. A
  /// replacement that begins or ends inside an escape is not made. The text is that of `JsonText`.
  using Repair = std::function<std::vector<Replacement>(const std::string& field, std::string_view text)>;

  struct Rewritten {
    std::string_view line;  ///< The given line if nothing changed; lives until the next call.
    bool changed;
    std::optional<Failure> failure;  ///< The line is not JSON: it comes back as it is. Blank lines are no failure.
  };

  /// One line, with or without its end. A value that is missing or no string is left alone. Bytes that are not UTF-8
  /// are carried through, and so is a byte order mark before the line.
  Rewritten rewrite(std::string_view line, const Repair& repair);

 private:
  class Walk;
  struct Parser;

  std::vector<std::string> fields_;
  std::vector<std::vector<std::string>> keys_;  ///< Of each field.
  std::unique_ptr<Parser> parser_;
  std::string padded_;
  std::string rewritten_;
};

}  // namespace unbake::io

#endif  // UNBAKE_IO_JSON_LINES_HPP_
