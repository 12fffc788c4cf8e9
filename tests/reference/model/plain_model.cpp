#include "reference/model/plain_model.hpp"

#include <algorithm>

#include "model/character_class.hpp"
#include "model/model_format.hpp"

namespace unbake::reference {
namespace {

using model::character_class;
using model::fold_symbol;
using model::ngram_key;
using model::NgramKind;

std::size_t index(char32_t c) { return static_cast<std::size_t>(character_class(c)); }

double bounded(double log_probability) { return std::clamp(log_probability, -40.0, 0.0); }

}  // namespace

PlainModel::PlainModel(const train::Estimate& estimate) : estimate_(estimate) {
  for (const train::FilterEntry& e : estimate.entries) values_[e.key] = e.value;
}

std::optional<double> PlainModel::stored(std::uint64_t key) const {
  const auto it = values_.find(key);
  if (it == values_.end()) return std::nullopt;
  return -static_cast<double>(model::kFilterStep) * it->second;
}

std::optional<double> PlainModel::backoff(std::uint64_t key) const {
  const auto it = values_.find(key);
  if (it == values_.end()) return std::nullopt;
  return -static_cast<double>(model::kFilterStep) * (it->second - model::kBackoffShift);
}

double PlainModel::log_class(char32_t a, char32_t b, char32_t c) const {
  if (const auto p = stored(model::class_trigram_key(character_class(a), character_class(b), character_class(c))))
    return *p;
  constexpr std::size_t kClasses = model::kClassCount;
  const int bigram = estimate_.class_bigrams[index(b) * kClasses + index(c)];
  const int weight = estimate_.class_trigram_backoff[index(a) * kClasses + index(b)] - 32;
  return -static_cast<double>(model::kTableStep) * (bigram + weight);
}

double PlainModel::log_in_class(char32_t c) const {
  c = fold_symbol(c);
  if (const auto p = stored(ngram_key(NgramKind::kCharacterInClass, 0, 0, c))) return *p;
  return -static_cast<double>(model::kTableStep) * estimate_.class_unseen[index(c)];
}

double PlainModel::log_probability(char32_t a, char32_t b, char32_t c) const {
  a = fold_symbol(a);
  b = fold_symbol(b);
  c = fold_symbol(c);
  if (b == U'\n') a = U'\n';
  if (const auto trigram = stored(ngram_key(NgramKind::kTrigram, a, b, c))) return *trigram;
  const double of_two = backoff(ngram_key(NgramKind::kTrigramBackoff, 0, a, b)).value_or(0);
  if (const auto bigram = stored(ngram_key(NgramKind::kBigram, 0, b, c))) return bounded(of_two + *bigram);
  const double of_one = backoff(ngram_key(NgramKind::kBigramBackoff, 0, 0, b)).value_or(0);
  return bounded(of_two + of_one + log_class(a, b, c) + log_in_class(c));
}

}  // namespace unbake::reference
