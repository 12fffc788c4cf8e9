// What is known to fail, with its reason, in tests/cases/known-failures.jsonl. The list is strict: what is on it must
// fail.
#ifndef UNBAKE_TESTS_REPAIR_CASES_KNOWN_FAILURES_HPP_
#define UNBAKE_TESTS_REPAIR_CASES_KNOWN_FAILURES_HPP_

#include <map>
#include <string>

#include "bake/flat_json.hpp"

namespace unbake::tests {

/// What fails, and why: `ID` (a row of a subject), `ID one more layer`, `clean/en.txt:3` (a line of the corpus, from
/// 1), `clean/en.txt`, `baked/PATH/LANG.txt`, `pages/NAME`; ` idempotent` behind one of these if the second repair
/// changes the first's answer; `pathological/SHAPE`.
inline const std::map<std::string, std::string>& known_failures() {
  static const std::map<std::string, std::string> all = [] {
    std::map<std::string, std::string> failures;
    for (const FlatObject& o : read_cases("known-failures.jsonl")) failures.emplace(o.at("id"), o.at("reason"));
    return failures;
  }();
  return all;
}

/// Nothing if `passed` is what is expected of `name`, else what is wrong with that.
inline std::string unexpected(const std::string& name, bool passed, const std::string& what_failed) {
  const auto known = known_failures().find(name);
  if (known == known_failures().end()) return passed ? std::string() : name + ": " + what_failed;
  if (passed) return name + " passes now: take it off known-failures.jsonl, where it says: " + known->second;
  return {};
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_REPAIR_CASES_KNOWN_FAILURES_HPP_
