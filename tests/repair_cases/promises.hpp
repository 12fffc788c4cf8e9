// What every answer of the library keeps to, right or wrong. The checks return what is broken, or nothing.
#ifndef UNBAKE_TESTS_REPAIR_CASES_PROMISES_HPP_
#define UNBAKE_TESTS_REPAIR_CASES_PROMISES_HPP_

#include <string>
#include <string_view>

#include "unbake/unbake.hpp"

namespace unbake::tests {

/// The edits are sorted, disjoint, in range, not empty, and change something; scores and losses are sound.
std::string broken_order(std::string_view text, const Plan& plan);

/// Each edit bakes back to the span it replaces, in what follows it (see `baking::proves`).
std::string broken_proof(std::string_view text, const Plan& plan);

/// `fixed` is `apply` of its plan; if the plan is empty it is the very bytes of `text`.
std::string broken_answer(std::string_view text, const Fixed& fixed);

/// Repairing the answer again changes nothing.
std::string broken_idempotence(std::string_view text, const Options& options = {});

/// All of the above.
std::string broken_promise(std::string_view text, const Options& options = {});

/// One edit for a message.
std::string describe(std::string_view text, const Edit& edit);
/// All edits, one a line.
std::string describe(std::string_view text, const Plan& plan);

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_REPAIR_CASES_PROMISES_HPP_
