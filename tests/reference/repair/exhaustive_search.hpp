// The search without a beam: an exact dynamic programme over every state that a hypothesis can be in.
#ifndef UNBAKE_TESTS_REFERENCE_REPAIR_EXHAUSTIVE_SEARCH_HPP_
#define UNBAKE_TESTS_REFERENCE_REPAIR_EXHAUSTIVE_SEARCH_HPP_

#include <optional>
#include <span>
#include <string>

#include "encoding/conversion.hpp"
#include "model/language_memory.hpp"
#include "model/model.hpp"
#include "repair/expander.hpp"
#include "repair/path_costs.hpp"
#include "repair/search.hpp"

namespace unbake::reference {

/// What a window was, and how likely.
struct Parse {
  float score;
  std::u32string text;
};

/// Shares with the search how a hypothesis is extended, and nothing of what it leaves out. Slow: for windows of a few
/// symbols.
class ExhaustiveSearch {
 public:
  /// `costs` and `model` must outlive it.
  ExhaustiveSearch(const repair::PathCosts& costs, const model::Model& model, const repair::SearchOptions& options)
      : language_(model), expander_(language_, costs, options.max_depth, options.lossy) {}

  /// The best parse of `window`.
  Parse best(std::span<const base::Symbol> window, std::span<const encoding::Conversion> conversions);

  /// The best of the parses that give `text`, if there is one.
  std::optional<Parse> best_giving(std::u32string_view text, std::span<const base::Symbol> window,
                                   std::span<const encoding::Conversion> conversions);

 private:
  std::optional<Parse> run(const std::u32string_view* wanted, std::span<const base::Symbol> window,
                           std::span<const encoding::Conversion> conversions);

  model::LanguageMemory language_;
  repair::Expander expander_;
};

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_REPAIR_EXHAUSTIVE_SEARCH_HPP_
