// Findings that are known and do not count: one line of JSON each, without line numbers, so that they are known again
// when the lines around them have moved.
#ifndef UNBAKE_REPORT_BASELINE_HPP_
#define UNBAKE_REPORT_BASELINE_HPP_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "report/found.hpp"

namespace unbake::report {

class Baseline {
 public:
  /// Reads what `text` writes; nothing if it is no baseline.
  static std::optional<Baseline> read(std::string_view text);

  void add(const Found& found);

  /// True if the finding is known, as often as it was added: each time takes one of them away.
  bool take(const Found& found);

  /// How many are left that were not taken.
  [[nodiscard]] std::size_t left() const;

  /// Sorted lines: the same findings give the same text.
  [[nodiscard]] std::string text() const;

 private:
  std::map<std::string, std::size_t> lines_;  ///< How often each was added.
};

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_BASELINE_HPP_
