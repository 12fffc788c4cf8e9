#include "repair/search.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "model/language_memory.hpp"
#include "repair/beam.hpp"
#include "repair/expander.hpp"
#include "repair/fast_lane.hpp"
#include "repair/hypothesis.hpp"
#include "repair/weighing.hpp"

namespace unbake::repair {

namespace {

// Where a text has kept its no-break spaces, none of its spaces was one. And a decoder that has no character for a
// letter now and then has one for all the others: text full of markers was UTF-8, and a row of them is no word.
LegacyLoss legacy_loss(std::span<const base::Symbol> window) {
  constexpr std::ptrdiff_t kLettersToAMarker = 8;
  const auto is_marker = [](const base::Symbol& s) { return s.value == base::kReplacementCharacter; };
  const auto is_no_break_space = [](const base::Symbol& s) { return s.value == 0xA0; };
  const auto is_high = [](const base::Symbol& s) { return s.value >= 0x80; };
  const auto markers = std::count_if(window.begin(), window.end(), is_marker);
  const auto row = std::adjacent_find(window.begin(), window.end(), [&](const base::Symbol& x, const base::Symbol& y) {
    return is_marker(x) && is_marker(y);
  });
  const auto high = std::count_if(window.begin(), window.end(), is_high);
  return {std::none_of(window.begin(), window.end(), is_no_break_space),
          markers * kLettersToAMarker <= high && row == window.end()};
}

}  // namespace

struct Searcher::Memory {
  const PathCosts& costs;
  model::LanguageMemory language;
  Expander expander;
  FastLane lane;
  Beam beam;
  std::vector<Stretch> whole;
  std::vector<Step> parse;

  Memory(const PathCosts& path_costs, const model::Model& model, const SearchOptions& options)
      : costs(path_costs),
        language(model),
        expander(language, costs, options.max_depth, options.lossy),
        lane(costs, expander, language) {}

  // Legacy text is to be weighed against everything else, as a whole; and where whole characters are lost without a
  // letter left, there is no run to go by.
  const std::vector<Stretch>& divide(std::span<const base::Symbol> window, const WindowContext& context,
                                     std::span<const encoding::Conversion> conversions,
                                     std::span<const EstablishedPath> established) {
    if (conversions.empty() && costs.losses.readers == 0) return lane.divide(window, context, established);
    whole.assign(1, {0, window.size(), true});
    return whole;
  }
};

Searcher::Searcher(const PathCosts& costs, const model::Model& model, const SearchOptions& options)
    : costs_(costs), model_(model), options_(options) {}

Searcher::~Searcher() = default;

std::vector<Candidate> Searcher::search(std::span<const base::Symbol> window, const WindowContext& context,
                                        std::span<const encoding::Conversion> conversions,
                                        std::span<const EstablishedPath> established, std::size_t cut) {
  Hypothesis at;
  at.before_last = context.before_last;
  at.last = context.last;
  at.quotes = context.quotes;
  // Most texts have nothing to search.
  if (!memory_) memory_ = std::make_unique<Memory>(costs_, model_, options_);
  Memory& memory = *memory_;
  memory.expander.offer(conversions, legacy_loss(window));
  memory.expander.look_at(window, context.behind);
  const std::vector<Stretch>& stretches = memory.divide(window, context, conversions, established);
  // Nearly all windows of clean text are clean throughout.
  if (established.empty() && stretches.size() == 1 && !stretches.front().is_searched) return {};
  std::vector<Step>& parse = memory.parse;
  parse.clear();
  for (const Stretch& stretch : stretches) {
    if (!stretch.is_searched) {
      memory.lane.follow(stretch, at, parse);
      continue;
    }
    memory.beam.start(at);
    for (std::size_t i = stretch.first; i < stretch.last; ++i) {
      memory.expander.go_to(i);
      memory.beam.advance(memory.expander, memory.expander.bytes_of(0, window[i].value));
    }
    const std::size_t best = memory.beam.best();
    memory.beam.append_steps(best, parse);
    at = memory.beam.hypothesis(best);
  }
  std::vector<Candidate> candidates = find_candidates(parse, cut);
  weigh(candidates, parse, SymbolsInContext(window, context), memory.language);
  return candidates;
}

}  // namespace unbake::repair
