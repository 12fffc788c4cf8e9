// What a text reads as, and writing it again.
#ifndef UNBAKE_TESTS_NOTATION_READING_HPP_
#define UNBAKE_TESTS_NOTATION_READING_HPP_

#include <optional>
#include <string>
#include <string_view>

#include "notation/view.hpp"

namespace unbake::notation {

inline View view_of_all(std::string_view text, NotationSet notations = kAllNotations) {
  return View::of(text, notations, View::Lines::kAll);
}

/// What all of `text` reads as.
inline std::string read(std::string_view text, NotationSet notations = kAllNotations) {
  return std::string(view_of_all(text, notations).text());
}

/// `characters` in the place of `before`, which `text` reads as somewhere, as they are written there.
inline std::optional<std::string> spelled_like(std::string_view text, std::string_view before,
                                               std::string_view characters) {
  const View view = view_of_all(text);
  const std::size_t begin = view.text().find(before);
  if (begin == std::string_view::npos) return std::nullopt;
  return view.spelled(view.whole_atoms({begin, begin + before.size()}), characters);
}

}  // namespace unbake::notation

#endif  // UNBAKE_TESTS_NOTATION_READING_HPP_
