// Searches written for tests: a text in, the repaired text out.
#ifndef UNBAKE_TESTS_REPAIR_SEARCHING_HPP_
#define UNBAKE_TESTS_REPAIR_SEARCHING_HPP_

#include <string>
#include <string_view>
#include <vector>

#include "detect/examples.hpp"
#include "model/model.hpp"
#include "repair/search.hpp"

namespace unbake::repair {

/// `text` with `candidates` in place.
inline std::string repaired(std::string_view text, const std::vector<base::Symbol>& window,
                            const std::vector<Candidate>& candidates) {
  std::string out;
  std::size_t done = 0;
  const auto offset = [&](std::size_t symbol) { return symbol == window.size() ? text.size() : window[symbol].offset; };
  for (const Candidate& candidate : candidates) {
    out += text.substr(done, offset(candidate.first) - done);
    out += candidate.after;
    done = offset(candidate.last);
  }
  return out += text.substr(done);
}

struct Answer {
  std::vector<Candidate> candidates;
  std::string text;
};

/// The answer of a new searcher; `text` is one window that begins a document.
inline Answer search_text(std::string_view text, const SearchOptions& options = {},
                          const std::vector<encoding::Conversion>& conversions = {},
                          const PathCosts& costs = PathCosts()) {
  Searcher searcher(costs, model::Model::builtin(), options);
  const std::vector<base::Symbol> window = tests::symbols_of(text);
  std::vector<Candidate> candidates = searcher.search(window, {}, conversions);
  std::string out = repaired(text, window, candidates);
  return {std::move(candidates), std::move(out)};
}

}  // namespace unbake::repair

#endif  // UNBAKE_TESTS_REPAIR_SEARCHING_HPP_
