// Marks by which a text asks to be left alone: `unbake: ignore` in a line, `unbake: off` and `unbake: on` around lines.
#ifndef UNBAKE_FORMATS_IGNORED_LINES_HPP_
#define UNBAKE_FORMATS_IGNORED_LINES_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

#include "formats/field.hpp"

namespace unbake::formats {

/// Goes through a content line by line.
class IgnoredLines {
 public:
  /// True if the next line is to be left alone. The lines with the marks are, too; what is off is off until the end.
  bool next(std::string_view line);

  /// Whether all lines without a mark are left alone here.
  [[nodiscard]] bool is_off() const { return off_; }

 private:
  bool off_ = false;
};

/// Bytes from `begin` up to `end`.
struct Range {
  std::size_t begin;
  std::size_t end;
};

/// The lines of a content that are to be left alone; sorted and disjoint. Linear, and quick if there is no mark.
std::vector<Range> ignored_ranges(std::string_view content);

/// The same of the next lines of a longer content, which `lines` goes through.
std::vector<Range> ignored_ranges(std::string_view content, IgnoredLines& lines);

/// Takes what lies in `ranges` out of the fields. A field that is escaped goes as a whole.
void leave_alone(const std::vector<Range>& ranges, Fields& fields);

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_IGNORED_LINES_HPP_
