// The language model over a plain map of what is stored, without filter and file.
#ifndef UNBAKE_TESTS_REFERENCE_MODEL_PLAIN_MODEL_HPP_
#define UNBAKE_TESTS_REFERENCE_MODEL_PLAIN_MODEL_HPP_

#include <cstdint>
#include <map>
#include <optional>

#include "model/ngram_key.hpp"
#include "train/estimate.hpp"

namespace unbake::reference {

/// Says what `model::Model` says when its filter finds no key that was not stored.
class PlainModel {
 public:
  explicit PlainModel(const train::Estimate& estimate);

  /// log P(c | a b) in nats.
  [[nodiscard]] double log_probability(char32_t a, char32_t b, char32_t c) const;
  /// log P(c | class of c) in nats.
  [[nodiscard]] double log_in_class(char32_t c) const;

 private:
  [[nodiscard]] std::optional<double> stored(std::uint64_t key) const;
  [[nodiscard]] std::optional<double> backoff(std::uint64_t key) const;
  [[nodiscard]] double log_class(char32_t a, char32_t b, char32_t c) const;

  std::map<std::uint64_t, std::uint8_t> values_;
  const train::Estimate& estimate_;
};

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_MODEL_PLAIN_MODEL_HPP_
