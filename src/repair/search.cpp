#include "repair/search.hpp"

#include <algorithm>

#include "repair/expander.hpp"
#include "repair/hypothesis.hpp"

namespace unbake::repair {
namespace {

// Hypotheses that live on after each symbol, and how far behind the best they may be.
constexpr std::size_t kBeamWidth = 12;
constexpr float kBeamDepth = 25.0F;

// Kept symbols after a run that still depend on it: the model looks back two characters.
constexpr std::size_t kInfluence = 2;

class Beam {
 public:
  /// Begins a window; memory is used again.
  void start(const WindowContext& context) {
    Hypothesis start;
    start.before_last = context.before_last;
    start.last = context.last;
    start.quotes = context.quotes;
    steps_.clear();
    alive_.assign(1, start);
    links_.assign(1, -1);
  }

  void advance(Expander& expander, const SymbolBytes& symbol) {
    next_.clear();
    for (std::size_t i = 0; i < alive_.size(); ++i) {
      Hypothesis& from = alive_[i];
      const std::uint8_t depth = from.step.depth;
      from.step = Step{};
      from.step.depth = depth;
      from.step.previous = links_[i];
      expander.expand(from, symbol, is_best_start(i), next_);
    }
    prune(expander);
    for (Hypothesis& hypothesis : alive_) {
      Step& step = hypothesis.step;
      step.idle = hypothesis.is_idle();
      for (std::size_t k = 0; k < step.depth; ++k) {
        step.readers[k] = hypothesis.layers[k].readers;
        step.sources[k] = hypothesis.layers[k].source;
      }
      links_.push_back(static_cast<std::int32_t>(steps_.size()));
      steps_.push_back(step);
    }
  }

  /// The index of the best hypothesis that waits for no byte; there always is one, the plain reading.
  [[nodiscard]] std::size_t best() const {
    std::size_t best = alive_.size();
    for (std::size_t i = 0; i < alive_.size(); ++i) {
      if (alive_[i].is_idle() && (best == alive_.size() || alive_[i].score > alive_[best].score)) best = i;
    }
    return best;
  }

  [[nodiscard]] const Hypothesis& hypothesis(std::size_t index) const { return alive_[index]; }

  /// The steps of a hypothesis, first symbol first.
  [[nodiscard]] std::vector<Step> steps_of(std::size_t index) const {
    std::vector<Step> path;
    for (std::int32_t link = links_[index]; link >= 0; link = steps_[static_cast<std::size_t>(link)].previous) {
      path.push_back(steps_[static_cast<std::size_t>(link)]);
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

 private:
  // Entering a path forgets the one before: of hypotheses with the same text only the best need do it. They are sorted.
  [[nodiscard]] bool is_best_start(std::size_t index) const {
    const Hypothesis& h = alive_[index];
    return std::none_of(alive_.begin(), alive_.begin() + static_cast<std::ptrdiff_t>(index), [&](const Hypothesis& better) {
      return better.last == h.last && better.before_last == h.before_last && better.quotes == h.quotes && better.is_idle();
    });
  }

  void prune(const Expander& expander) {
    order_.clear();
    for (std::uint32_t i = 0; i < next_.size(); ++i) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t x, std::uint32_t y) {
      return next_[x].score != next_[y].score ? next_[x].score > next_[y].score : x < y;
    });
    alive_.clear();
    links_.clear();
    const float least = next_[order_.front()].score - kBeamDepth;
    bool has_idle = false;
    for (const std::uint32_t i : order_) {
      const Hypothesis& candidate = next_[i];
      const bool is_idle = candidate.is_idle();
      // One that waits for no byte always survives: the others may all come to nothing.
      if (!(is_idle && !has_idle) && (candidate.score < least || alive_.size() >= kBeamWidth)) continue;
      const float way_back = is_idle ? expander.cost_of_entering(candidate) : 0;
      if (std::any_of(alive_.begin(), alive_.end(), [&](const Hypothesis& h) { return dominates(h, candidate, way_back); })) continue;
      has_idle = has_idle || is_idle;
      alive_.push_back(candidate);
    }
  }

  // Whether nothing that `h` may become can be better than what `better`, whose score is no less, may become.
  static bool dominates(const Hypothesis& better, const Hypothesis& h, float way_back) {
    if (better.last != h.last || better.before_last != h.before_last || better.quotes != h.quotes) return false;
    // When neither waits for a byte, `better` can still enter the path of `h`.
    if (better.is_idle() && h.is_idle()) return better.score >= h.score + way_back;
    if (better.depth() != h.depth()) return false;
    for (std::size_t k = 0; k < h.step.depth; ++k) {
      const LayerState& x = better.layers[k];
      const LayerState& y = h.layers[k];
      if (x.source != y.source || (y.readers & ~x.readers) != 0 || x.pending_length != y.pending_length || x.pending != y.pending) return false;
    }
    return true;
  }

  std::vector<Hypothesis> alive_;
  std::vector<std::int32_t> links_;  // step of each hypothesis alive
  std::vector<Hypothesis> next_;
  std::vector<std::uint32_t> order_;  // of next_, best first
  std::vector<Step> steps_;
};

// The symbols of a window with those before it.
class SymbolsInContext {
 public:
  SymbolsInContext(std::span<const base::Symbol> window, const WindowContext& context) : window_(window), context_(context) {}

  [[nodiscard]] char32_t at(std::ptrdiff_t i) const {
    if (i >= 0) return window_[static_cast<std::size_t>(i)].value;
    return i == -1 ? context_.last : context_.before_last;
  }

  // Log-likelihood of the symbols [first, last) as they stand.
  [[nodiscard]] float language(const model::Model& model, std::size_t first, std::size_t last) const {
    float sum = 0;
    for (auto i = static_cast<std::ptrdiff_t>(first); i < static_cast<std::ptrdiff_t>(last); ++i) {
      sum += model.log_probability(at(i - 2), at(i - 1), at(i));
    }
    return sum;
  }

 private:
  std::span<const base::Symbol> window_;
  const WindowContext& context_;
};

// A run of damaged steps [first, last) in which no layer waits for bytes at either end.
struct Run {
  std::size_t first;
  std::size_t last;
};

// Whether the run that ends with `before` can be one candidate with the one that ends with `after`.
bool same_path(const Step& before, const Step& after) {
  if (before.depth != after.depth) return false;
  for (std::size_t k = 0; k < before.depth; ++k) {
    if (after.sources[k] != before.sources[k] || (after.readers[k] & ~before.readers[k]) != 0) return false;
  }
  return true;
}

// Runs of damage, each as long as one path explains it.
std::vector<Run> find_runs(const std::vector<Step>& path) {
  std::vector<Run> runs;
  std::size_t start = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!path[i].damaged) {
      start = i + 1;
      continue;
    }
    if (!path[i].idle) continue;
    if (!runs.empty() && runs.back().last == start && start > 0 && path[start - 1].damaged && same_path(path[start - 1], path[i])) {
      runs.back().last = i + 1;
    } else {
      runs.push_back({start, i + 1});
    }
    start = i + 1;
  }
  return runs;
}

Candidate make_candidate(const std::vector<Step>& path, const Run& run) {
  Candidate candidate;
  candidate.first = run.first;
  candidate.last = run.last;
  candidate.depth = path[run.last - 1].depth;
  candidate.readers = path[run.last - 1].readers;
  candidate.sources = path[run.last - 1].sources;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const Step& step = path[i];
    for (std::size_t j = 0; j < step.output_length; ++j) {
      if ((step.chosen >> j & 1) != 0) candidate.chosen.push_back({candidate.after.size(), step.output[j]});
      base::append_utf8(candidate.after, step.output[j]);
    }
  }
  return candidate;
}

// Candidates that are each other's context, or stand on the same path with nothing clean between but ASCII.
struct Cluster {
  std::size_t first_candidate;
  std::size_t last_candidate;
  float language = 0;
  float damage = 0;       // structure without what was paid for being on the path
  float entry = 0;
  bool continues = false; // the path of the cluster before goes on
  [[nodiscard]] float own() const { return language + damage; }
};

Cluster weigh(std::span<const Candidate> candidates, std::size_t first, std::size_t last, const std::vector<Step>& path,
              const SymbolsInContext& symbols, const model::Model& model) {
  Cluster cluster{first, last};
  const std::size_t begin = candidates[first].first;
  const std::size_t end = std::min(candidates[last - 1].last + kInfluence, path.size());
  cluster.language = -symbols.language(model, begin, end);
  for (std::size_t i = begin; i < end; ++i) {
    cluster.language += path[i].language;
    cluster.damage += path[i].structure + path[i].entry;
    cluster.entry += path[i].entry;
  }
  cluster.continues = cluster.entry == 0;
  return cluster;
}

// Being on a path is paid for once. Each cluster on it is charged the whole price, less what the others say for the path.
void share_entry(std::span<Cluster> clusters, std::span<Candidate> candidates) {
  constexpr float kShareOfOthers = 0.5F;
  constexpr float kLeastEntry = 1.5F;
  float entry = 0;
  float all = 0;
  for (const Cluster& c : clusters) {
    entry += c.entry;
    all += std::max(0.0F, c.own());
  }
  for (const Cluster& c : clusters) {
    const float others = all - std::max(0.0F, c.own());
    const float charged = std::max(std::min(entry, kLeastEntry), entry - kShareOfOthers * others);
    for (Candidate& candidate : candidates.subspan(c.first_candidate, c.last_candidate - c.first_candidate)) {
      candidate.language = c.language;
      candidate.structure = c.damage - charged;
    }
  }
}

void weigh_all(std::span<Candidate> candidates, const std::vector<Step>& path, const SymbolsInContext& symbols, const model::Model& model) {
  std::vector<Cluster> clusters;
  for (std::size_t i = 0; i < candidates.size();) {
    std::size_t j = i + 1;
    while (j < candidates.size() && candidates[j].first <= candidates[j - 1].last + kInfluence) ++j;
    clusters.push_back(weigh(candidates, i, j, path, symbols, model));
    i = j;
  }
  for (std::size_t i = 0; i < clusters.size();) {
    std::size_t j = i + 1;
    while (j < clusters.size() && clusters[j].continues) ++j;
    share_entry(std::span(clusters).subspan(i, j - i), candidates);
    i = j;
  }
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
  Beam& beam = memory_->beam;
  memory_->expander.offer(conversions);
  beam.start(context);
  for (const base::Symbol& symbol : window) {
    beam.advance(memory_->expander, memory_->expander.bytes_of(0, symbol.value));
  }
  const std::size_t best = beam.best();
  const std::vector<Step> path = beam.steps_of(best);

  SearchResult result;
  result.quotes = beam.hypothesis(best).quotes;
  std::vector<Candidate>& candidates = result.candidates;
  for (const Run& run : find_runs(path)) candidates.push_back(make_candidate(path, run));
  const SymbolsInContext symbols(window, context);
  weigh_all(candidates, path, symbols, model_);
  return result;
}

}  // namespace unbake::repair
