#include "train/ngram_counts.hpp"

#include <algorithm>

namespace unbake::train {

std::vector<Count> NgramCounts::sorted() const {
  std::vector<Count> counts;
  counts.reserve(used_);
  for (const Count& slot : slots_) {
    if (slot.trigram != kEmpty) counts.push_back(slot);
  }
  std::sort(counts.begin(), counts.end(), [](const Count& x, const Count& y) { return x.trigram < y.trigram; });
  return counts;
}

void NgramCounts::grow() {
  std::vector<Count> old(slots_.size() * 2, Count{kEmpty, 0});
  old.swap(slots_);
  for (const Count& slot : old) {
    if (slot.trigram != kEmpty) find(slot.trigram) = slot;
  }
}

}  // namespace unbake::train
