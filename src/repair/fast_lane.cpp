#include "repair/fast_lane.hpp"

#include <algorithm>
#include <utility>

namespace unbake::repair {
namespace {

// A run must gain this much, in nats, over the text as it stands; the search would take less, but has more to choose
// from.
constexpr float kLeastGain = 4.0F;

// Text that costs more than this, for each character and besides, may be damaged itself.
constexpr float kMostPerCharacter = 6.5F;
constexpr float kMostBesides = 6.0F;

// Symbols around what is not explained that are searched with it; they end where a run ends.
constexpr std::size_t kSurroundings = 24;

// Explained stretches shorter than this are searched with what is around them.
constexpr std::size_t kShortest = 16;

// The only bytes that one of `readers` shows as the symbol; nothing if there are several, or none.
const encoding::ReaderBytes* only_group(const SymbolBytes& symbol, ReaderSet readers) {
  const encoding::ReaderBytes* only = nullptr;
  for (std::size_t i = 0; i < symbol.count; ++i) {
    if ((symbol.groups[i].readers & readers) == 0) continue;
    if (only != nullptr) return nullptr;
    only = &symbol.groups[i];
  }
  return only;
}

}  // namespace

const std::vector<Stretch>& FastLane::divide(std::span<const base::Symbol> window, const WindowContext& context,
                                             std::span<const EstablishedPath> paths) {
  window_ = window;
  stretches_.clear();
  arcs_.start(window, context);
  find_runs(context, paths);
  std::size_t done = 0;   // what is before it is in a stretch
  std::size_t known = 0;  // symbols beyond ASCII behind it, up to the run, that need no search
  for (const Run& run : runs_) {
    if (!run.is_searched()) {
      if (run.first >= done) known += run.last - run.first;
      continue;
    }
    const Stretch searched = surroundings_of(run, done);
    // A path goes on over ASCII: what has nothing else in between is searched together.
    if (known < kShortest || searched.first < done + kShortest) {
      if (stretches_.empty() || !stretches_.back().is_searched)
        stretches_.push_back({done, searched.last, true});
      else
        stretches_.back().last = searched.last;
    } else {
      stretches_.push_back({done, searched.first, false});
      stretches_.push_back(searched);
    }
    done = searched.last;
    known = 0;
  }
  if (done < window.size()) {
    if (known == 0 && !stretches_.empty())
      stretches_.back().last = window.size();
    else
      stretches_.push_back({done, window.size(), false});
  }
  return stretches_;
}

// What is searched for the sake of a run: it ends outside of runs and at the ends of the line.
Stretch FastLane::surroundings_of(const Run& run, std::size_t done) const {
  std::size_t first = std::max(run.first, done);
  for (std::size_t k = 0; first > done && window_[first - 1].value != U'\n'; ++k, --first) {
    if (k >= kSurroundings && window_[first].value < 0x80) break;
  }
  std::size_t last = std::max(run.last, done);
  for (std::size_t k = 0; last < window_.size() && window_[last - 1].value != U'\n'; ++k, ++last) {
    if (k >= kSurroundings && window_[last].value < 0x80) break;
  }
  return {first, last, true};
}

void FastLane::find_runs(const WindowContext& context, std::span<const EstablishedPath> paths) {
  const SymbolsInContext symbols(window_, context);
  runs_.clear();
  completed_.resize(window_.size());
  before_last_ = context.before_last;
  last_ = context.last;
  for (std::size_t i = 0; i < window_.size();) {
    if (window_[i].value < 0x80) {
      before_last_ = last_;
      last_ = window_[i++].value;
      continue;
    }
    Run run{i, i + 1, {}, false};
    while (run.last < window_.size() && window_[run.last].value >= 0x80) ++run.last;
    find_path(run, paths, symbols);
    run.is_clean = run.path.depth == 0 && is_clean(run, paths);
    runs_.push_back(run);
    i = run.last;
    if (run.path.depth == 0) {
      before_last_ = symbols.at(static_cast<std::ptrdiff_t>(i) - 2);
      last_ = symbols.at(static_cast<std::ptrdiff_t>(i) - 1);
      continue;
    }
    for (std::size_t k = run.first; k < run.last; ++k) {
      for (std::size_t j = 0; j < completed_[k].length; ++j)
        before_last_ = std::exchange(last_, completed_[k].output[j]);
    }
  }
}

// The path that gains most, of those that explain the run: what one reader shows may be whole characters in another.
void FastLane::find_path(Run& run, std::span<const EstablishedPath> paths, const SymbolsInContext& symbols) {
  const EstablishedPath* best = nullptr;
  const EstablishedPath* last = nullptr;  // that was tried
  float most = 0;
  for (const EstablishedPath& path : paths) {
    last = &path;
    if (!explain(run, path)) continue;
    const float gain = gain_of(run, symbols);
    if (gain <= most) continue;
    best = &path;
    most = gain;
  }
  if (best == nullptr)
    run.path.depth = 0;
  else if (best != last)
    (void)explain(run, *best);
}

// Whether nothing in the run may be damage. With a byte lost there may be too little left to see; so where a path is
// known, nothing that may begin a character in it is clean.
bool FastLane::is_clean(const Run& run, std::span<const EstablishedPath> paths) {
  for (std::size_t i = run.first; i < run.last; ++i) {
    const ReaderSet leading = encoding::lead_readers(window_[i].value);
    const auto leads = [&](const EstablishedPath& path) { return (path.readers[0] & leading) != 0; };
    if (std::any_of(paths.begin(), paths.end(), leads)) return false;
  }
  return !arcs_.may_be_damage(run.first, run.last);
}

bool FastLane::explain(Run& run, const EstablishedPath& path) {
  run.path = path;
  layers_ = {};
  for (std::size_t i = run.first; i < run.last; ++i) {
    Completed& completed = completed_[i];
    completed.length = 0;
    const encoding::ReaderBytes* group = only_group(expander_.bytes_of(0, window_[i].value), run.path.readers[0]);
    if (group == nullptr) return false;
    run.path.readers[0] &= group->readers;
    if (!push(0, group->bytes, group->length, run, completed)) return false;
    completed.idle = std::all_of(layers_.begin(), layers_.begin() + path.depth,
                                 [](const LayerState& layer) { return layer.pending_length == 0; });
  }
  return completed_[run.last - 1].idle;
}

bool FastLane::push(std::size_t layer, const std::uint8_t* bytes, std::size_t length, Run& run, Completed& completed) {
  const std::size_t deeper = layer + 1;
  const bool is_last = deeper == static_cast<std::size_t>(run.path.depth);
  for (std::size_t i = 0; i < length; ++i) {
    const base::Utf8Prefix prefix = layers_[layer].push(bytes[i]);
    if (prefix == base::Utf8Prefix::kInvalid) return false;
    if (prefix == base::Utf8Prefix::kPartial) continue;
    const char32_t character = layers_[layer].take();
    if (is_last || (character < 0x80 && layers_[deeper].pending_length == 0)) {
      if (completed.length == kMaxOutput) return false;
      completed.output[completed.length++] = character;
      continue;
    }
    const encoding::ReaderBytes* group =
        only_group(expander_.bytes_of(static_cast<int>(deeper), character), run.path.readers[deeper]);
    if (group == nullptr) return false;
    run.path.readers[deeper] &= group->readers;
    if (!push(deeper, group->bytes, group->length, run, completed)) return false;
  }
  return true;
}

// How much likelier the text is that the run becomes; 0 where that does not say that it is right.
float FastLane::gain_of(const Run& run, const SymbolsInContext& symbols) {
  float before = 0;
  float after = 0;
  int characters = 0;
  char32_t a = before_last_;
  char32_t b = last_;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    before += language_.log_probability(symbols.at(at - 2), symbols.at(at - 1), symbols.at(at));
    for (std::size_t k = 0; k < completed_[i].length; ++k, ++characters) {
      const char32_t c = completed_[i].output[k];
      after += language_.log_probability(a, b, c);
      a = b;
      b = c;
    }
  }
  const auto count = static_cast<float>(characters);
  const float gain = after - before - costs_.damage.stay * count;
  if (gain < kLeastGain) return 0;
  const bool is_unlikely = -after > kMostPerCharacter * count + kMostBesides;
  return is_unlikely && !is_beyond_doubt(run) ? 0 : gain;
}

// Whether unlikely text that a run becomes is right: by chance few bytes are characters of three or more, and it cannot
// be damaged itself.
bool FastLane::is_beyond_doubt(const Run& run) {
  constexpr char32_t kOfThreeBytes = 0x800;
  output_.clear();
  for (std::size_t i = run.first; i < run.last; ++i) {
    for (std::size_t k = 0; k < completed_[i].length; ++k) {
      if (completed_[i].output[k] < kOfThreeBytes) return false;
      output_.push_back({completed_[i].output[k], 0});
    }
  }
  const std::size_t length = output_.size();
  if (run.last < window_.size()) output_.push_back(window_[run.last]);
  output_arcs_.start(output_, {before_last_, last_, {}});
  return !output_arcs_.may_be_damage(0, length);
}

void FastLane::follow(const Stretch& stretch, Hypothesis& at, std::vector<Step>& parse) {
  auto run = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& r) { return r.last <= stretch.first; });
  for (std::size_t i = stretch.first; i < stretch.last; ++i) {
    const std::uint8_t depth = at.step.depth;
    const bool was_idle = i == stretch.first || at.step.idle;
    at.step = {};
    at.step.depth = depth;
    const bool is_damaged = run != runs_.end() && i >= run->first && run->path.depth > 0;
    if (is_damaged)
      take(*run, i, was_idle, at);
    else
      keep(window_[i].value, at);
    if (run != runs_.end() && i + 1 == run->last) ++run;
    for (std::size_t k = 0; k < at.step.depth; ++k) {
      at.step.readers[k] = at.layers[k].readers;
      at.step.sources[k] = at.layers[k].source;
    }
    parse.push_back(at.step);
  }
}

// Takes the symbol `i` of a run that its path explains.
void FastLane::take(const Run& run, std::size_t i, bool was_idle, Hypothesis& at) {
  at.step.damaged = true;
  at.step.idle = completed_[i].idle;
  if (i == run.first)
    enter(run, at);
  else if (was_idle)
    Expander::charge(at, costs_.damage.stay);
  for (std::size_t k = 0; k < completed_[i].length; ++k) expander_.emit(at, completed_[i].output[k]);
}

// Leaves a symbol as it is; one beyond ASCII ends the path.
void FastLane::keep(char32_t symbol, Hypothesis& at) {
  expander_.emit(at, symbol);
  if (symbol < 0x80) return;
  at.layers = {};
  at.step.depth = 0;
}

// Goes on with the path of `at` if that is the one of the run, or begins it.
void FastLane::enter(const Run& run, Hypothesis& at) const {
  const auto depth = static_cast<std::size_t>(run.path.depth);
  bool is_on_path = at.step.depth == depth;
  for (std::size_t k = 0; k < depth && is_on_path; ++k)
    is_on_path = at.layers[k].is_utf8() && (at.layers[k].readers & run.path.readers[k]) != 0;
  const float before = is_on_path ? expander_.cost_of_entering(at) : -costs_.damage.stay;
  for (std::size_t k = 0; k < kMaxDepth; ++k) {
    const ReaderSet known = is_on_path && k < depth ? at.layers[k].readers : ~ReaderSet{0};
    at.layers[k] = {};
    if (k < depth) at.layers[k].readers = known & run.path.readers[k];
  }
  at.established = true;
  at.step.depth = static_cast<std::uint8_t>(depth);
  const float cost = expander_.cost_of_entering(at) - before;
  at.step.entry = cost;
  Expander::charge(at, cost + (is_on_path ? costs_.damage.stay : 0));
}

}  // namespace unbake::repair
