// What the word and the line around one repaired character say, which three characters of context do not.
#ifndef UNBAKE_PIPELINE_SINGLE_LETTER_HPP_
#define UNBAKE_PIPELINE_SINGLE_LETTER_HPP_

#include <string_view>

namespace unbake::pipeline {

/// A place of a text where characters beyond ASCII may stand for one.
struct LetterPlace {
  std::string_view before;  ///< What stands before it.
  std::string_view damage;
  std::string_view behind;
  std::string_view after;  ///< What it would become.
};

/// Nats by which the setting speaks for a repair of one character, or, less than 0, for the text as it stands: two
/// signs that have a sense side by side, as capital and trade mark. 0 for repairs of more characters. Looks at 300
/// bytes on each side at most.
float gain_by_setting(const LetterPlace& place);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_SINGLE_LETTER_HPP_
