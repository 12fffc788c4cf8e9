#include "repair/search.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "repair/beam.hpp"
#include "repair/expander.hpp"
#include "repair/hypothesis.hpp"
#include "repair/weighing.hpp"

namespace unbake::repair {

namespace {

// Where a text has kept its no-break spaces, none of its spaces was one. And a decoder that has no character for a
// letter now and then has one for all the others: text full of markers was UTF-8.
LegacyLoss legacy_loss(std::span<const base::Symbol> window) {
  constexpr std::ptrdiff_t kLettersToAMarker = 8;
  const auto count = [&](auto test) { return std::count_if(window.begin(), window.end(), test); };
  const auto markers = count([](const base::Symbol& s) { return s.value == base::kReplacementCharacter; });
  const auto high = count([](const base::Symbol& s) { return s.value >= 0x80; });
  return {count([](const base::Symbol& s) { return s.value == 0xA0; }) == 0, markers * kLettersToAMarker <= high};
}

}  // namespace

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
  expander.offer(conversions, legacy_loss(window));
  beam.start(first);
  for (const base::Symbol& symbol : window) beam.advance(expander, expander.bytes_of(0, symbol.value));

  const std::size_t best = beam.best();
  const std::vector<Step> parse = beam.steps_of(best);
  SearchResult result{find_candidates(parse), beam.hypothesis(best).quotes};
  weigh(result.candidates, parse, SymbolsInContext(window, context), model_);
  return result;
}

}  // namespace unbake::repair
