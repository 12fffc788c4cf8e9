// What stands beside quoted damage: its repair, a replacement, the numbers of its characters.
#ifndef UNBAKE_DETECT_COUNTERPART_HPP_
#define UNBAKE_DETECT_COUNTERPART_HPP_

#include <string_view>

#include "detect/quotation.hpp"

namespace unbake::detect {

/// The word that `place` is in: what stands between spaces and ASCII punctuation in `line`.
Stretch word_around(std::string_view text, Stretch line, Stretch place);

/// True if `after`, what the content of `quotation` would become, stands elsewhere in `line` by itself. What is not
/// quoted must also be set against it: by an arrow, or a phrase such as `instead of` between the two.
bool has_repair_beside(std::string_view text, Stretch line, const Quotation& quotation, std::string_view after);

/// The contents of the string literals before and behind a quotation, both within `line`, with nothing between but
/// punctuation or what sets one against the other. Where there is none, `end` is 0.
struct Neighbours {
  Stretch before{0, 0};
  Stretch behind{0, 0};
};
Neighbours literals_beside(std::string_view text, Stretch line, Stretch whole);

/// True if two texts have most of their beginnings and ends in common, or the one most of the other: a repair that lost
/// something on the way, and what it should be.
bool are_alike(std::string_view a, std::string_view b);

/// True if `line` has, outside of `whole`, the number of a character beyond ASCII of `before` or `after`, as in U+00E9,
/// \u00e9, &#xe9; or 0xE9, or its bytes in UTF-8, as in C3 A9.
bool names_code_points(std::string_view text, Stretch line, Stretch whole, std::string_view before,
                       std::string_view after);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_COUNTERPART_HPP_
