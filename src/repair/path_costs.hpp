// What it costs a hypothesis to claim damage, in nats.
#ifndef UNBAKE_REPAIR_PATH_COSTS_HPP_
#define UNBAKE_REPAIR_PATH_COSTS_HPP_

#include <array>

#include "encoding/reader_index.hpp"

namespace unbake::repair {

using encoding::ReaderSet;

/// Costs that do not depend on the text.
struct DamageCosts {
  float deeper_layer = 3.0F;    ///< For each layer after the first, besides its own entry.
  float stay = 0.5F;            ///< For each damaged character after the first of a run.
  float lost_marker = 2.0F;     ///< A byte was lost and U+FFFD or '?' stands for it.
  float lost_neighbour = 1.5F;  ///< The marker stands for the space behind the byte as well.
  float lost_silently = 4.0F;   ///< A byte was lost without a trace.
  float no_break_space = 2.5F;  ///< A byte was shown as a no-break space, which became a space.
  float legacy_marker = 8.0F;   ///< A letter of legacy text was lost and U+FFFD stands for it.
  float legacy_space = 0.5F;    ///< The same in legacy text, where that byte is a letter like others.
};

/// What entering a run of damage costs by reader: the negative logarithm of how often a clean character is followed by
/// such damage, before or after the rest of the document is known.
class PathCosts {
 public:
  /// Costs when nothing is known about the document.
  PathCosts();

  /// Readers outside `allowed` are never considered.
  void restrict_to(ReaderSet allowed);
  /// Replaces the cost of one reader, by its bit.
  void set(int bit, float cost) { costs_[static_cast<std::size_t>(bit)] = cost; }

  [[nodiscard]] float cost(int bit) const { return costs_[static_cast<std::size_t>(bit)]; }
  [[nodiscard]] ReaderSet allowed() const { return allowed_; }

  /// The cheapest of `readers`, which must not be empty; ties go to the lower bit.
  [[nodiscard]] int cheapest(ReaderSet readers) const;
  /// Its cost.
  [[nodiscard]] float cost_of(ReaderSet readers) const { return cost(cheapest(readers)); }

  /// What it costs to claim that one of `readers` misread text in `source`.
  [[nodiscard]] float cost_of(encoding::EncodingId source, ReaderSet readers) const;
  /// The same for legacy text, without what the reader costs.
  [[nodiscard]] float source_cost(encoding::EncodingId source) const {
    return source_costs_[static_cast<std::size_t>(source)];
  }
  void set_source(encoding::EncodingId source, float cost) { source_costs_[static_cast<std::size_t>(source)] = cost; }

  DamageCosts damage;

 private:
  std::array<float, 64> costs_{};
  std::array<float, encoding::kEncodingCount> source_costs_{};  // 0 for UTF-8
  ReaderSet allowed_ = 0;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_PATH_COSTS_HPP_
