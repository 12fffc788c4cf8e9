// From counts to the values that the model stores.
#ifndef UNBAKE_TABLES_GEN_TRAIN_ESTIMATE_HPP_
#define UNBAKE_TABLES_GEN_TRAIN_ESTIMATE_HPP_

#include <cstdint>
#include <vector>

#include "train/filter_builder.hpp"
#include "train/ngram_counts.hpp"

namespace unbake::train {

/// The tables of a model file, quantised.
struct Estimate {
  std::vector<FilterEntry> entries;
  std::vector<std::uint8_t> class_bigrams;
  std::vector<std::uint8_t> class_trigram_backoff;
  std::vector<std::uint8_t> class_unseen;
};

/// Witten-Bell smoothing, each order interpolated with the one below; then the `max_ngrams` n-grams whose loss would
/// cost most (Stolcke, "Entropy-based Pruning of Backoff Language Models", 1998, weighed by frequency), and the backoff
/// weights that make up for the rest. `robustness` is the least share that the lower order always has: it bounds how
/// sure the model may be that something it has not seen does not occur.
Estimate estimate(const NgramCounts& counts, std::size_t max_ngrams, double robustness);

}  // namespace unbake::train

#endif  // UNBAKE_TABLES_GEN_TRAIN_ESTIMATE_HPP_
