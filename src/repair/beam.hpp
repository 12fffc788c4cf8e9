// The beam: the hypotheses that are still worth following, and the steps that led to them.
#ifndef UNBAKE_REPAIR_BEAM_HPP_
#define UNBAKE_REPAIR_BEAM_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "repair/expander.hpp"
#include "repair/hypothesis.hpp"

namespace unbake::repair {

class Beam {
 public:
  /// Begins a window with one hypothesis: that nothing has happened yet. Memory is used again.
  void start(const Hypothesis& first);

  /// Goes on by one symbol.
  void advance(Expander& expander, const SymbolBytes& symbol);

  /// The index of the best hypothesis that waits for no byte; there always is one.
  [[nodiscard]] std::size_t best() const;
  [[nodiscard]] const Hypothesis& hypothesis(std::size_t index) const { return alive_[index]; }
  /// Appends the steps of a hypothesis, one a symbol, first symbol first.
  void append_steps(std::size_t index, std::vector<Step>& parse) const;

 private:
  [[nodiscard]] bool is_best_start(std::size_t index) const;
  void prune(const Expander& expander);

  std::vector<Hypothesis> alive_;
  std::vector<std::int32_t> links_;  // step of each hypothesis alive
  std::vector<Hypothesis> next_;
  std::vector<std::uint32_t> order_;  // of next_, best first
  std::vector<Step> steps_;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_BEAM_HPP_
