#include "repair/beam.hpp"

#include <algorithm>
#include <bit>

namespace unbake::repair {
namespace {

// Whether nothing that `h` may become can be better than what `better`, whose score is no less, may become.
bool dominates(const Hypothesis& better, const Hypothesis& h, float way_back) {
  if (better.last != h.last || better.before_last != h.before_last || better.quotes != h.quotes) return false;
  // When neither waits for a byte, `better` can still enter the path of `h`.
  if (better.is_idle() && h.is_idle()) return better.score >= h.score + way_back;
  if (better.depth() != h.depth() || (h.decoders & ~better.decoders) != 0) return false;
  for (std::size_t k = 0; k < h.step.depth; ++k) {
    const LayerState& x = better.layers[k];
    const LayerState& y = h.layers[k];
    if (x.source != y.source || (y.readers & ~x.readers) != 0 || x.pending_length != y.pending_length ||
        std::bit_cast<std::uint32_t>(x.pending) != std::bit_cast<std::uint32_t>(y.pending) ||
        x.lost_before != y.lost_before)
      return false;
  }
  return true;
}

}  // namespace

void Beam::start(const Hypothesis& first) {
  steps_.clear();
  alive_.assign(1, first);
  links_.assign(1, -1);
}

void Beam::advance(Expander& expander, const SymbolBytes& symbol) {
  next_.clear();
  const std::size_t best_idle = best();
  for (std::size_t i = 0; i < alive_.size(); ++i) {
    Hypothesis& from = alive_[i];
    const std::uint8_t depth = from.step.depth;
    from.step = Step{};
    from.step.depth = depth;
    from.step.previous = links_[i];
  }
  expander.begin_symbol(alive_[best_idle], symbol.symbol);
  for (std::size_t i = 0; i < alive_.size(); ++i) {
    const Hypothesis& from = alive_[i];
    expander.expand(from, symbol, is_best_start(i), alive_.front().score - from.score, next_);
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

std::size_t Beam::best() const {
  std::size_t best = alive_.size();
  for (std::size_t i = 0; i < alive_.size(); ++i) {
    if (alive_[i].is_idle() && (best == alive_.size() || alive_[i].score > alive_[best].score)) best = i;
  }
  return best;
}

void Beam::append_steps(std::size_t index, std::vector<Step>& parse) const {
  const auto first = static_cast<std::ptrdiff_t>(parse.size());
  for (std::int32_t link = links_[index]; link >= 0; link = steps_[static_cast<std::size_t>(link)].previous) {
    parse.push_back(steps_[static_cast<std::size_t>(link)]);
  }
  std::reverse(parse.begin() + first, parse.end());
}

// Entering a path forgets the one before: of hypotheses with the same text only the best need do it. They are sorted.
bool Beam::is_best_start(std::size_t index) const {
  const Hypothesis& h = alive_[index];
  return std::none_of(alive_.begin(), alive_.begin() + static_cast<std::ptrdiff_t>(index),
                      [&](const Hypothesis& better) {
                        return better.last == h.last && better.before_last == h.before_last &&
                               better.quotes == h.quotes && better.is_idle();
                      });
}

void Beam::prune(const Expander& expander) {
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
    if (std::any_of(alive_.begin(), alive_.end(),
                    [&](const Hypothesis& h) { return dominates(h, candidate, way_back); }))
      continue;
    has_idle = has_idle || is_idle;
    alive_.push_back(candidate);
  }
}

}  // namespace unbake::repair
