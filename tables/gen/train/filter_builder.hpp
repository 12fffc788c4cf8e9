// Builds the filter in which the model stores its n-grams.
#ifndef UNBAKE_TABLES_GEN_TRAIN_FILTER_BUILDER_HPP_
#define UNBAKE_TABLES_GEN_TRAIN_FILTER_BUILDER_HPP_

#include <cstdint>
#include <vector>

#include "model/ngram_filter.hpp"

namespace unbake::train {

struct FilterEntry {
  std::uint64_t key;
  std::uint8_t value;  ///< 0 to `kValueMask`.
};

struct Filter {
  model::FilterShape shape;
  std::vector<std::uint16_t> slots;
};

/// The filter of `entries`, whose keys must be distinct. Deterministic: seeds are tried in order.
Filter build_filter(const std::vector<FilterEntry>& entries);

/// A filter that tells keys only, by a byte each.
struct KeyFilter {
  model::FilterShape shape;
  std::vector<std::uint8_t> slots;
};

/// The filter of `keys`, which must be distinct. Deterministic as well.
KeyFilter build_key_filter(const std::vector<std::uint64_t>& keys);

}  // namespace unbake::train

#endif  // UNBAKE_TABLES_GEN_TRAIN_FILTER_BUILDER_HPP_
