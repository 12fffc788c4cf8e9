// What an edit of spelled characters was proven with: what the spelled characters read as.
#ifndef UNBAKE_TESTS_REPAIR_CASES_SPELLED_SPAN_HPP_
#define UNBAKE_TESTS_REPAIR_CASES_SPELLED_SPAN_HPP_

#include <string>
#include <string_view>

#include "notation/view.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {

struct SpelledSpan {
  std::string damaged;
  std::string repaired;
  std::string following;  ///< What comes behind the span.
};

/// Reads the span of `edit` as it stands in `text`, and as it would be repaired.
inline SpelledSpan read_spelled_span(std::string_view text, const Edit& edit) {
  using notation::View;
  const auto read = [](std::string_view whole, std::size_t begin, std::size_t end, std::string* following) {
    const View view = View::of(whole, notation::kAllNotations, View::Lines::kAll);
    const notation::Stretch stretch = view.view_of(notation::Stretch{begin, end});
    if (following != nullptr) *following = view.text().substr(stretch.end);
    return std::string(view.text().substr(stretch.begin, stretch.end - stretch.begin));
  };
  const std::size_t end = edit.offset + edit.length;
  const std::string repaired = std::string(text.substr(0, edit.offset)) + edit.after + std::string(text.substr(end));
  SpelledSpan span;
  span.damaged = read(text, edit.offset, end, &span.following);
  span.repaired = read(repaired, edit.offset, edit.offset + edit.after.size(), nullptr);
  return span;
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_REPAIR_CASES_SPELLED_SPAN_HPP_
