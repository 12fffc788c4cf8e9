#include "repair/search.hpp"

#include "repair/beam.hpp"
#include "repair/expander.hpp"
#include "repair/hypothesis.hpp"
#include "repair/weighing.hpp"

namespace unbake::repair {

struct Searcher::Memory {
  Expander expander;
  Beam beam;
};

Searcher::Searcher(const PathCosts& costs, const model::Model& model, const SearchOptions& options)
    : model_(model), memory_(new Memory{Expander(model, costs, options.max_depth, options.lossy), {}}) {}

Searcher::~Searcher() = default;

SearchResult Searcher::search(std::span<const base::Symbol> window, const WindowContext& context,
                              std::span<const encoding::Conversion> conversions) {
  Hypothesis first;
  first.before_last = context.before_last;
  first.last = context.last;
  first.quotes = context.quotes;
  Expander& expander = memory_->expander;
  Beam& beam = memory_->beam;
  expander.offer(conversions);
  beam.start(first);
  for (const base::Symbol& symbol : window) beam.advance(expander, expander.bytes_of(0, symbol.value));

  const std::size_t best = beam.best();
  const std::vector<Step> parse = beam.steps_of(best);
  SearchResult result{find_candidates(parse), beam.hypothesis(best).quotes};
  weigh(result.candidates, parse, SymbolsInContext(window, context), model_);
  return result;
}

}  // namespace unbake::repair
