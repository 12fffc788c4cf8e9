// Going through a content line by line.
#ifndef UNBAKE_FORMATS_LINE_CURSOR_HPP_
#define UNBAKE_FORMATS_LINE_CURSOR_HPP_

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace unbake::formats {

/// A line of a content.
struct Line {
  std::size_t offset;     ///< Bytes from the start of the content.
  std::string_view text;  ///< Without the end of the line.
};

class LineCursor {
 public:
  LineCursor(std::string_view content, std::size_t start) : content_(content), at_(start) {}

  [[nodiscard]] bool at_end() const { return at_ >= content_.size(); }

  /// The next line. Lines end with LF, CR LF or the content.
  Line next() {
    const std::size_t start = at_;
    const std::size_t feed = std::min(content_.find('\n', start), content_.size());
    at_ = std::min(feed + 1, content_.size());
    std::string_view text = content_.substr(start, feed - start);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return {start, text};
  }

 private:
  std::string_view content_;
  std::size_t at_;
};

inline bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_LINE_CURSOR_HPP_
