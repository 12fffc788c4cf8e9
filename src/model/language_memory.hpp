// The language model's answers, remembered: a search asks the same again and again.
#ifndef UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_
#define UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/model.hpp"

namespace unbake::model {

class LanguageMemory {
 public:
  /// `model` must outlive it.
  explicit LanguageMemory(const Model& model) : model_(model), entries_(std::size_t{1} << kBits) {}

  /// `model::Model::log_probability`: nats of `c` after `a` and `b`.
  float log_probability(char32_t a, char32_t b, char32_t c) {
    const std::uint64_t key = static_cast<std::uint64_t>(a) << 42 | static_cast<std::uint64_t>(b) << 21 | c;
    Entry& entry = entries_[(key * 0x9E3779B97F4A7C15ULL) >> (64 - kBits)];
    if (entry.key != key) entry = {key, model_.log_probability(a, b, c)};
    return entry.value;
  }

 private:
  static constexpr int kBits = 12;
  struct Entry {
    std::uint64_t key = ~std::uint64_t{0};
    float value = 0;
  };

  const Model& model_;
  std::vector<Entry> entries_;
};

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_
