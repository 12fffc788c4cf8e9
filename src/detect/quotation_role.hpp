// What a quotation is to the line it stands in: part of a sentence, the value of a key, what a program replaces.
#ifndef UNBAKE_DETECT_QUOTATION_ROLE_HPP_
#define UNBAKE_DETECT_QUOTATION_ROLE_HPP_

#include <string_view>

#include "detect/quotation.hpp"

namespace unbake::detect {

/// True if the two words before `quotation`, or the two behind it, are those of a sentence rather than of a program.
/// Other quotations in backticks and punctuation may stand between.
bool is_in_prose(std::string_view text, Stretch line, const Quotation& quotation);

/// True if `quotation` follows `key:`, `key =` or `key =>`.
bool is_value(std::string_view text, Stretch line, const Quotation& quotation);

/// True if `quotation` is a key: `:`, `=` or `=>` follows.
bool is_key(std::string_view text, Stretch line, const Quotation& quotation);

/// True if nothing else is on its line, but for a comma.
bool is_alone(std::string_view text, Stretch line, const Quotation& quotation);

/// True if `quotation` is what a call or an operator replaces: not its last argument.
bool is_replaced(std::string_view text, Stretch line, const Quotation& quotation);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_QUOTATION_ROLE_HPP_
