// Damage whose letters became lower case after it was made.
#ifndef UNBAKE_REPAIR_FOLDED_CASE_HPP_
#define UNBAKE_REPAIR_FOLDED_CASE_HPP_

#include <span>

#include "base/symbol.hpp"

namespace unbake::repair {

/// The capital that became `small`, of those that single bytes show; 0 if there is none.
char32_t capital_of(char32_t small);

/// Whether all letters of a window may have become lower case: it has some, and none of them is a capital. Linear.
bool may_be_folded(std::span<const base::Symbol> window);

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_FOLDED_CASE_HPP_
