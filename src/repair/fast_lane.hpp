// The fast lane: damage that a path known from the text before explains whole is undone without a search.
#ifndef UNBAKE_REPAIR_FAST_LANE_HPP_
#define UNBAKE_REPAIR_FAST_LANE_HPP_

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "base/symbol.hpp"
#include "model/language_memory.hpp"
#include "repair/arc_scan.hpp"
#include "repair/established_path.hpp"
#include "repair/expander.hpp"
#include "repair/hypothesis.hpp"
#include "repair/path_costs.hpp"
#include "repair/window_context.hpp"

namespace unbake::repair {

/// A part of a window.
struct Stretch {
  std::size_t first;  ///< Index of its first symbol.
  std::size_t last;   ///< Index past its last symbol.
  bool is_searched;   ///< Else each run beyond ASCII in it is clean, or explained by an established path.
};

/// Leaves runs of characters beyond ASCII alone in which nothing can be damage, and undoes those of which an
/// established path leaves nothing over: all their bytes are whole characters in each layer, the text that comes out is
/// likely, and more so than what stands there. Where a run is not like that, it and its surroundings are left to the
/// search.
class FastLane {
 public:
  /// All of these must outlive it.
  FastLane(const PathCosts& costs, Expander& expander, model::LanguageMemory& language)
      : costs_(costs),
        expander_(expander),
        language_(language),
        arcs_(costs, language),
        output_arcs_(costs, language) {}

  /// Divides a window into stretches, in order and without gaps. Linear in its length.
  const std::vector<Stretch>& divide(std::span<const base::Symbol> window, const WindowContext& context,
                                     std::span<const EstablishedPath> paths);

  /// Goes through a stretch that is not searched of the window that was divided last: appends its steps to `parse`, one
  /// a symbol, and moves `at` to its end. They are the steps that a search would make which takes these paths.
  void follow(const Stretch& stretch, Hypothesis& at, std::vector<Step>& parse);

 private:
  // A run of symbols beyond ASCII.
  struct Run {
    std::size_t first;
    std::size_t last;
    EstablishedPath path;  // that explains it; no layers if there is none
    bool is_clean = false;
    [[nodiscard]] bool is_searched() const { return path.depth == 0 && !is_clean; }
  };
  // What a symbol completes in its run.
  struct Completed {
    std::array<char32_t, kMaxOutput> output;
    std::uint8_t length;
    bool idle;  // after it no layer waits for more bytes
  };

  [[nodiscard]] Stretch surroundings_of(const Run& run, std::size_t done) const;
  void find_runs(const WindowContext& context, std::span<const EstablishedPath> paths);
  void find_path(Run& run, std::span<const EstablishedPath> paths, const SymbolsInContext& symbols);
  [[nodiscard]] bool explain(Run& run, const EstablishedPath& path);
  [[nodiscard]] bool push(std::size_t layer, const std::uint8_t* bytes, std::size_t length, Run& run,
                          Completed& completed);
  [[nodiscard]] bool is_clean(const Run& run, std::span<const EstablishedPath> paths);
  [[nodiscard]] float gain_of(const Run& run, const SymbolsInContext& symbols);
  [[nodiscard]] bool is_beyond_doubt(const Run& run);
  void take(const Run& run, std::size_t i, bool was_idle, Hypothesis& at);
  void keep(char32_t symbol, Hypothesis& at);
  void enter(const Run& run, Hypothesis& at) const;

  const PathCosts& costs_;
  Expander& expander_;
  model::LanguageMemory& language_;
  ArcScan arcs_;
  ArcScan output_arcs_;               // of what a run becomes
  std::vector<base::Symbol> output_;  // that, and what stands behind it
  std::span<const base::Symbol> window_;
  std::vector<Run> runs_;
  std::vector<Completed> completed_;  // by each symbol of the runs
  std::vector<Stretch> stretches_;
  std::array<LayerState, kMaxDepth> layers_;
  char32_t before_last_ = 0;  // the last characters of the repaired text before a run
  char32_t last_ = 0;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_FAST_LANE_HPP_
