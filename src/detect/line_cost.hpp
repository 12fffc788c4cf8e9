// How unlikely a line is as it stands: what tells cheaply that it need not be looked at.
#ifndef UNBAKE_DETECT_LINE_COST_HPP_
#define UNBAKE_DETECT_LINE_COST_HPP_

#include <cstddef>
#include <string_view>

#include "model/language_memory.hpp"

namespace unbake::detect {

/// What the characters of a line beyond ASCII cost, and those directly behind them, in nats. Both are 0 for ASCII.
struct LineCost {
  float average;  ///< Of each of them.
  float longest;  ///< The most that neighbours cost together.
};

/// Where the first line with a character beyond ASCII begins, of those at or after `from`, where a line begins; the
/// size of `text` if there is none. Lines of more than `longest` symbols are taken in pieces of that.
std::size_t find_line_beyond_ascii(std::string_view text, std::size_t from, std::size_t longest);

/// Weighs the line that begins at `position`, or a piece of it of `longest` symbols, and moves `position` behind it and
/// its line end. Every line is weighed as if it were the first. Linear in its length.
LineCost weigh_line(std::string_view text, std::size_t& position, std::size_t longest,
                    const model::LanguageMemory& language);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LINE_COST_HPP_
