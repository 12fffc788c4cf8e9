#include "train/estimate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <unordered_map>

#include "model/character_class.hpp"
#include "model/model_format.hpp"
#include "model/ngram_key.hpp"

namespace unbake::train {
namespace {

using model::character_class;
using model::CharacterClass;
using model::kClassCount;
using model::NgramKind;

constexpr auto kClasses = static_cast<std::size_t>(kClassCount);

// Mass of a context: what followed it, how often, and how many different symbols.
struct Context {
  double weight = 0;
  double kinds = 0;

  void add(double w) {
    weight += w;
    kinds += 1;
  }
  // The share of the highest order (Witten and Bell), the lower order never below `robustness`.
  [[nodiscard]] double trust(double robustness) const {
    return weight == 0 ? 0 : std::min(1 - robustness, weight / (weight + kinds));
  }
};

struct Ngram {
  char32_t a, b, c;  // a is 0 in bigrams
  double weight;
};

bool is_ascii(char32_t c) { return c < 0x80; }

std::uint8_t quantise(double log_probability, float step, int shift, int limit) {
  return static_cast<std::uint8_t>(
      std::clamp(static_cast<int>(std::lround(-log_probability / step)) + shift, 0, limit));
}

std::uint64_t pair(char32_t a, char32_t b) { return static_cast<std::uint64_t>(a) << 21 | b; }

class Estimator {
 public:
  Estimator(const NgramCounts& counts, double robustness) : robustness_(robustness) {
    for (const Count& c : counts.sorted())
      trigrams_.push_back({first(c.trigram), second(c.trigram), third(c.trigram), c.weight});
    std::unordered_map<std::uint64_t, double> bigram_weights;
    for (const Ngram& t : trigrams_) bigram_weights[pair(t.b, t.c)] += t.weight;
    for (const auto& [key, weight] : bigram_weights) {
      bigrams_.push_back({0, static_cast<char32_t>(key >> 21), static_cast<char32_t>(key & 0x1FFFFF), weight});
    }
    std::sort(bigrams_.begin(), bigrams_.end(),
              [](const Ngram& x, const Ngram& y) { return pair(x.b, x.c) < pair(y.b, y.c); });
    count_contexts();
    estimate_classes();
    for (const Ngram& g : bigrams_) bigram_probability_[pair(g.b, g.c)] = interpolated_bigram(g);
  }

  Estimate run(std::size_t max_ngrams) {
    Estimate result;
    select(max_ngrams);
    store_ngrams(result);
    store_backoffs(result);
    store_classes(result);
    return result;
  }

 private:
  void count_contexts() {
    for (const Ngram& t : trigrams_) trigram_contexts_[pair(t.a, t.b)].add(t.weight);
    for (const Ngram& g : bigrams_) {
      bigram_contexts_[g.b].add(g.weight);
      unigrams_[g.c] += g.weight;
    }
  }

  // --- classes ---------------------------------------------------------------------------------------------------

  void estimate_classes() {
    class_unigram_.assign(kClasses, 0);
    class_sizes_.assign(kClasses, 0);
    class_kinds_.assign(kClasses, 0);
    for (char32_t c = 0; c <= 0x10FFFF; ++c) class_sizes_[index(c)] += 1;
    class_sizes_[static_cast<std::size_t>(CharacterClass::kRawByte)] = 128;
    for (const auto& [c, weight] : unigrams_) {
      class_unigram_[index(c)] += weight;
      class_kinds_[index(c)] += 1;
      total_ += weight;
    }
    class_bigram_.assign(kClasses * kClasses, 0);
    class_trigram_.assign(kClasses * kClasses * kClasses, 0);
    for (const Ngram& t : trigrams_) {
      class_trigram_[(index(t.a) * kClasses + index(t.b)) * kClasses + index(t.c)] += t.weight;
      class_bigram_[index(t.b) * kClasses + index(t.c)] += t.weight;
    }
  }

  static std::size_t index(char32_t c) { return static_cast<std::size_t>(character_class(c)); }

  [[nodiscard]] double class_unigram(std::size_t c) const {
    constexpr double kAddend = 50;  // no class is impossible
    return (class_unigram_[c] + kAddend) / (total_ + kAddend * static_cast<double>(kClasses));
  }

  [[nodiscard]] double class_bigram(std::size_t b, std::size_t c) const {
    const double trust = row_trust(&class_bigram_[b * kClasses]);
    const double row = row_weight(&class_bigram_[b * kClasses]);
    return (row == 0 ? 0 : trust * class_bigram_[b * kClasses + c] / row) + (1 - trust) * class_unigram(c);
  }

  static double row_weight(const double* row) {
    double sum = 0;
    for (std::size_t i = 0; i < kClasses; ++i) sum += row[i];
    return sum;
  }
  [[nodiscard]] double row_trust(const double* row) const {
    double kinds = 0;
    for (std::size_t i = 0; i < kClasses; ++i) kinds += row[i] > 0 ? 1 : 0;
    // A class that did not follow in a corpus of millions may follow in the next text: five times the kinds.
    const double weight = row_weight(row);
    return weight == 0 ? 0 : std::min(1 - robustness_, weight / (weight + 5 * kinds));
  }

  [[nodiscard]] double in_class(char32_t c) const {
    const auto it = unigrams_.find(c);
    return it == unigrams_.end() ? unseen_in_class(index(c)) : seen_in_class(index(c), it->second);
  }
  [[nodiscard]] double seen_in_class(std::size_t k, double weight) const {
    return weight / (class_unigram_[k] + class_kinds_[k]);
  }
  [[nodiscard]] double unseen_in_class(std::size_t k) const {
    const double unseen = std::max(1.0, class_sizes_[k] - class_kinds_[k]);
    const double left =
        class_unigram_[k] == 0 ? 1 : std::max(1.0, class_kinds_[k]) / (class_unigram_[k] + class_kinds_[k]);
    return std::min(1.0, left) / unseen;
  }

  // --- characters ------------------------------------------------------------------------------------------------

  [[nodiscard]] double class_backed(char32_t b, char32_t c) const {
    return class_bigram(index(b), index(c)) * in_class(c);
  }

  [[nodiscard]] double interpolated_bigram(const Ngram& g) const {
    const Context& context = bigram_contexts_.at(g.b);
    const double trust = context.trust(robustness_);
    return trust * g.weight / context.weight + (1 - trust) * class_backed(g.b, g.c);
  }
  [[nodiscard]] double interpolated_trigram(const Ngram& t) const {
    const Context& context = trigram_contexts_.at(pair(t.a, t.b));
    const double trust = context.trust(robustness_);
    return trust * t.weight / context.weight + (1 - trust) * bigram_probability_.at(pair(t.b, t.c));
  }

  // Which n-grams to keep, by what it would cost to back off instead.
  void select(std::size_t max_ngrams) {
    struct Candidate {
      double cost;
      std::uint32_t ngram;
      bool is_trigram;
    };
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < bigrams_.size(); ++i) {
      const Ngram& g = bigrams_[i];
      if (is_ascii(g.b) && is_ascii(g.c)) continue;
      const double backed = (1 - bigram_contexts_.at(g.b).trust(robustness_)) * class_backed(g.b, g.c);
      candidates.push_back({g.weight * std::log(bigram_probability_.at(pair(g.b, g.c)) / backed), i, false});
    }
    for (std::uint32_t i = 0; i < trigrams_.size(); ++i) {
      const Ngram& t = trigrams_[i];
      if (is_ascii(t.a) && is_ascii(t.b) && is_ascii(t.c)) continue;
      const double lower = bigram_probability_.at(pair(t.b, t.c));
      candidates.push_back({t.weight * std::abs(std::log(interpolated_trigram(t) / lower)), i, true});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      if (x.cost != y.cost) return x.cost > y.cost;
      return x.is_trigram != y.is_trigram ? y.is_trigram : x.ngram < y.ngram;
    });
    candidates.resize(std::min(candidates.size(), max_ngrams));
    keep_bigram_.assign(bigrams_.size(), false);
    keep_trigram_.assign(trigrams_.size(), false);
    for (const Candidate& c : candidates) (c.is_trigram ? keep_trigram_ : keep_bigram_)[c.ngram] = true;
  }

  void store_ngrams(Estimate& result) const {
    std::size_t bigrams = 0;
    std::size_t trigrams = 0;
    for (std::size_t i = 0; i < bigrams_.size(); ++i) {
      if (!keep_bigram_[i]) continue;
      const Ngram& g = bigrams_[i];
      store(result, model::ngram_key(NgramKind::kBigram, 0, g.b, g.c), std::log(bigram_probability_.at(pair(g.b, g.c))),
            0);
      ++bigrams;
    }
    for (std::size_t i = 0; i < trigrams_.size(); ++i) {
      if (!keep_trigram_[i]) continue;
      const Ngram& t = trigrams_[i];
      store(result, model::ngram_key(NgramKind::kTrigram, t.a, t.b, t.c), std::log(interpolated_trigram(t)), 0);
      ++trigrams;
    }
    std::cerr << trigrams << " trigrams of " << trigrams_.size() << ", " << bigrams << " bigrams of " << bigrams_.size()
              << '\n';
  }

  // What is left for symbols that are not stored, over what the lower order gives them. ASCII after ASCII counts as
  // stored: it has its own constant.
  struct Leftover {
    double higher = 0;  // mass of the stored symbols in this order
    double lower = 0;   // and in the one below
    [[nodiscard]] double weight(double robustness) const {
      return std::max(robustness / 4, 1 - higher) / std::max(1e-9, 1 - std::min(lower, 1 - 1e-6));
    }
  };

  void store_backoffs(Estimate& result) const {
    std::unordered_map<char32_t, Leftover> bigram_left;
    for (std::size_t i = 0; i < bigrams_.size(); ++i) {
      const Ngram& g = bigrams_[i];
      if (!keep_bigram_[i] && !(is_ascii(g.b) && is_ascii(g.c))) continue;
      Leftover& left = bigram_left[g.b];
      left.higher += bigram_probability_.at(pair(g.b, g.c));
      left.lower += class_backed(g.b, g.c);
    }
    for (const auto& [b, left] : bigram_left) {
      store(result, model::ngram_key(NgramKind::kBigramBackoff, 0, 0, b), std::log(left.weight(robustness_)),
            model::kBackoffShift);
    }
    std::unordered_map<std::uint64_t, Leftover> trigram_left;
    for (std::size_t i = 0; i < trigrams_.size(); ++i) {
      const Ngram& t = trigrams_[i];
      if (!keep_trigram_[i]) continue;
      Leftover& left = trigram_left[pair(t.a, t.b)];
      left.higher += interpolated_trigram(t);
      left.lower += bigram_probability_.at(pair(t.b, t.c));
    }
    for (const Ngram& t : trigrams_) {
      if (!is_ascii(t.a) || !is_ascii(t.b) || !is_ascii(t.c)) continue;
      const auto it = trigram_left.find(pair(t.a, t.b));
      if (it == trigram_left.end()) continue;
      it->second.higher += interpolated_trigram(t);
      it->second.lower += bigram_probability_.at(pair(t.b, t.c));
    }
    for (const auto& [ab, left] : trigram_left) {
      store(result,
            model::ngram_key(NgramKind::kTrigramBackoff, 0, static_cast<char32_t>(ab >> 21),
                             static_cast<char32_t>(ab & 0x1FFFFF)),
            std::log(left.weight(robustness_)), model::kBackoffShift);
    }
  }

  void store_classes(Estimate& result) const {
    for (const auto& [c, weight] : unigrams_) {
      store(result, model::ngram_key(NgramKind::kCharacterInClass, 0, 0, c), std::log(seen_in_class(index(c), weight)),
            0);
    }
    for (std::size_t k = 0; k < kClasses; ++k) {
      result.class_unseen.push_back(quantise(std::log(unseen_in_class(k)), model::kTableStep, 0, 255));
    }
    for (std::size_t a = 0; a < kClasses; ++a) {
      for (std::size_t b = 0; b < kClasses; ++b) {
        result.class_bigrams.push_back(quantise(std::log(class_bigram(a, b)), model::kTableStep, 0, 255));
        result.class_trigram_backoff.push_back(store_class_row(result, a, b));
      }
    }
  }

  std::uint8_t store_class_row(Estimate& result, std::size_t a, std::size_t b) const {
    const double* row = &class_trigram_[(a * kClasses + b) * kClasses];
    const double trust = row_trust(row);
    const double weight = row_weight(row);
    Leftover left;
    for (std::size_t c = 0; c < kClasses; ++c) {
      if (row[c] < 2) continue;
      const double lower = class_bigram(b, c);
      const double p = trust * row[c] / weight + (1 - trust) * lower;
      left.higher += p;
      left.lower += lower;
      store(result,
            model::class_trigram_key(static_cast<CharacterClass>(a), static_cast<CharacterClass>(b),
                                     static_cast<CharacterClass>(c)),
            std::log(p), 0);
    }
    return quantise(std::log(left.weight(robustness_)), model::kTableStep, 32, 255);
  }

  static void store(Estimate& result, std::uint64_t key, double log_value, int shift) {
    result.entries.push_back({key, quantise(log_value, model::kFilterStep, shift, model::kValueMask)});
  }

  double robustness_;
  std::vector<Ngram> trigrams_;
  std::vector<Ngram> bigrams_;
  std::vector<bool> keep_bigram_;
  std::vector<bool> keep_trigram_;
  std::unordered_map<std::uint64_t, Context> trigram_contexts_;
  std::unordered_map<char32_t, Context> bigram_contexts_;
  std::unordered_map<char32_t, double> unigrams_;
  std::unordered_map<std::uint64_t, double> bigram_probability_;
  std::vector<double> class_unigram_, class_sizes_, class_kinds_, class_bigram_, class_trigram_;
  double total_ = 0;
};

}  // namespace

Estimate estimate(const NgramCounts& counts, std::size_t max_ngrams, double robustness) {
  Estimate result = Estimator(counts, robustness).run(max_ngrams);
  std::sort(result.entries.begin(), result.entries.end(),
            [](const FilterEntry& x, const FilterEntry& y) { return x.key < y.key; });
  return result;
}

}  // namespace unbake::train
