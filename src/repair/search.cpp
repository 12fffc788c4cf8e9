#include "repair/search.hpp"

#include "repair/beam.hpp"
#include "repair/expander.hpp"
#include "repair/fast_lane.hpp"
#include "repair/hypothesis.hpp"
#include "repair/language_memory.hpp"
#include "repair/weighing.hpp"

namespace unbake::repair {

struct Searcher::Memory {
  LanguageMemory language;
  Expander expander;
  FastLane lane;
  Beam beam;

  Memory(const PathCosts& costs, const model::Model& model, const SearchOptions& options)
      : language(model), expander(language, costs, options.max_depth, options.lossy), lane(costs, expander, language) {}
};

Searcher::Searcher(const PathCosts& costs, const model::Model& model, const SearchOptions& options)
    : memory_(new Memory(costs, model, options)) {}

Searcher::~Searcher() = default;

SearchResult Searcher::search(std::span<const base::Symbol> window, const WindowContext& context,
                              std::span<const encoding::Conversion> conversions,
                              std::span<const EstablishedPath> established) {
  Hypothesis at;
  at.before_last = context.before_last;
  at.last = context.last;
  at.quotes = context.quotes;
  Memory& memory = *memory_;
  memory.expander.offer(conversions);
  std::vector<Step> parse;
  parse.reserve(window.size());
  // Legacy text is to be weighed against it as a whole.
  if (!conversions.empty()) established = {};
  for (const Stretch& stretch : memory.lane.divide(window, context, established)) {
    if (stretch.is_explained) {
      memory.lane.follow(stretch, at, parse);
      continue;
    }
    memory.beam.start(at);
    for (std::size_t i = stretch.first; i < stretch.last; ++i)
      memory.beam.advance(memory.expander, memory.expander.bytes_of(0, window[i].value));
    const std::size_t best = memory.beam.best();
    memory.beam.append_steps(best, parse);
    at = memory.beam.hypothesis(best);
  }
  SearchResult result{find_candidates(parse), at.quotes};
  weigh(result.candidates, parse, SymbolsInContext(window, context), memory.language);
  return result;
}

}  // namespace unbake::repair
