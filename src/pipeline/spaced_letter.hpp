// Letters whose last byte was shown as a no-break space, which is a space now: whether one was behind them besides.
#ifndef UNBAKE_PIPELINE_SPACED_LETTER_HPP_
#define UNBAKE_PIPELINE_SPACED_LETTER_HPP_

#include <string_view>

#include "detect/window_finder.hpp"
#include "repair/candidate.hpp"

namespace unbake::pipeline {

/// A word may go on behind such a letter, or the next one begin: `candidate`, in `window` of `text`, is changed to what
/// the words of its line say. The model of characters takes all letters of ASCII for one. Looks at 300 bytes on each
/// side.
void settle_space(std::string_view text, const detect::Window& window, repair::Candidate& candidate);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_SPACED_LETTER_HPP_
