// The search for what was written: the likeliest parse of a window of text into clean and damaged runs.
#ifndef UNBAKE_REPAIR_SEARCH_HPP_
#define UNBAKE_REPAIR_SEARCH_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/symbol.hpp"
#include "encoding/conversion.hpp"
#include "model/model.hpp"
#include "repair/candidate.hpp"
#include "repair/established_path.hpp"
#include "repair/layer_state.hpp"
#include "repair/path_costs.hpp"
#include "repair/window_context.hpp"

namespace unbake::repair {

struct SearchOptions {
  int max_depth = kMaxDepth;
  bool lossy = true;  ///< Consider lost bytes.
};

/// Searches windows of one text. Not for several threads at once: its memory is used again from window to window.
class Searcher {
 public:
  static constexpr std::size_t kNoCut = ~std::size_t{0};

  /// `costs` and `model` must outlive it.
  Searcher(const PathCosts& costs, const model::Model& model, const SearchOptions& options);
  ~Searcher();

  /// The damaged runs of the best parse of `window`, in order. Runs that stand close together, where the text of one is
  /// the context of the next, are weighed together: each gets the sum of their gains. Time and memory are linear in the
  /// length of the window, with a bound on hypotheses per symbol. `conversions` are the legacy encodings that the
  /// detector found likely in the window, `established` the paths that the text has proven elsewhere, likeliest first:
  /// what one of them explains whole is not searched. The symbols from `cut` on are context, where the window ends and
  /// the text does not: a run that reaches the end is two candidates, which meet at or just behind `cut`.
  std::vector<Candidate> search(std::span<const base::Symbol> window, const WindowContext& context,
                                std::span<const encoding::Conversion> conversions,
                                std::span<const EstablishedPath> established = {}, std::size_t cut = kNoCut);

 private:
  struct Memory;
  const PathCosts& costs_;
  const model::Model& model_;
  SearchOptions options_;
  std::unique_ptr<Memory> memory_;  // none before the first search
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_SEARCH_HPP_
