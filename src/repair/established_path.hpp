// Paths that a text has proven.
#ifndef UNBAKE_REPAIR_ESTABLISHED_PATH_HPP_
#define UNBAKE_REPAIR_ESTABLISHED_PATH_HPP_

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "repair/layer_state.hpp"

namespace unbake::repair {

struct Candidate;

/// Layers of UTF-8.
struct EstablishedPath {
  int depth = 0;                               ///< Layers, 1 to `kMaxDepth`.
  std::array<ReaderSet, kMaxDepth> readers{};  ///< For each layer, outermost first, those that may have made it.
};

/// The paths that were met last.
class EstablishedPaths {
 public:
  static constexpr std::size_t kMost = 4;
  /// What a repair must gain to establish its path, in nats.
  static constexpr float kLeastGain = 25.0F;

  /// Establishes the path of a candidate that gains enough and has only layers of UTF-8. What is known of the readers
  /// of a path is what all that was met of it has in common.
  void add(const Candidate& candidate);

  /// The last one first.
  [[nodiscard]] std::span<const EstablishedPath> paths() const { return paths_; }
  /// What may have read the text last, by any of them.
  [[nodiscard]] ReaderSet outermost_readers() const;

 private:
  std::vector<EstablishedPath> paths_;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_ESTABLISHED_PATH_HPP_
