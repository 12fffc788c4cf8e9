// What a hypothesis must score to live on: tells early which need not be made.
#ifndef UNBAKE_REPAIR_HURDLE_HPP_
#define UNBAKE_REPAIR_HURDLE_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "repair/hypothesis.hpp"

namespace unbake::repair {

/// Hypotheses that live on after each symbol at most, and how far behind the best they may be, in nats.
inline constexpr std::size_t kBeamWidth = 12;
inline constexpr float kBeamDepth = 25.0F;

/// A lower bound of what the hypotheses that a symbol leads to must score, by those that were made so far. Hypotheses
/// with different last characters or open quotes never drop each other: of each such *ending* the best lives on, if
/// fewer than `kBeamWidth` others are better.
class Hurdle {
 public:
  /// Begins a symbol.
  void reset() { *this = Hurdle(); }

  /// Takes note of a hypothesis that the symbol leads to.
  void raise(const Hypothesis& made, bool is_idle) {
    const float score = made.score;
    if (score > best_) best_ = score;
    if (is_idle && score > best_idle_) best_idle_ = score;
    if (count_ == kBeamWidth && score <= scores_[least_]) return;
    raise_ending(ending_of(made), score);
  }

  /// Whether a hypothesis that scores no more than `most` is certain not to live on.
  [[nodiscard]] bool is_above(float most) const {
    // What is added up in another order may be a little more.
    constexpr float kRounding = 0.05F;
    const float score = most + kRounding;
    // The best that waits for no byte lives on whatever it scores.
    if (score >= best_idle_) return false;
    return score < best_ - kBeamDepth || (count_ == kBeamWidth && score < scores_[least_]);
  }

 private:
  static std::uint64_t ending_of(const Hypothesis& h) {
    return static_cast<std::uint64_t>(h.before_last) << 32 | static_cast<std::uint64_t>(h.last) << 2 | h.quotes.key();
  }

  void raise_ending(std::uint64_t ending, float score) {
    std::size_t at = 0;
    while (at < count_ && endings_[at] != ending) ++at;
    if (at < count_) {
      if (score <= scores_[at]) return;
    } else if (count_ < kBeamWidth) {
      ++count_;
    } else {
      at = least_;
    }
    endings_[at] = ending;
    scores_[at] = score;
    for (std::size_t i = 0; i < count_; ++i) least_ = scores_[i] < scores_[least_] ? i : least_;
  }

  float best_ = -std::numeric_limits<float>::infinity();
  float best_idle_ = -std::numeric_limits<float>::infinity();
  std::size_t count_ = 0;
  std::size_t least_ = 0;                            // the ending of the lowest score
  std::array<std::uint64_t, kBeamWidth> endings_{};  // of the best so far
  std::array<float, kBeamWidth> scores_{};
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_HURDLE_HPP_
