// Weighted counts of character trigrams.
#ifndef UNBAKE_TABLES_GEN_TRAIN_NGRAM_COUNTS_HPP_
#define UNBAKE_TABLES_GEN_TRAIN_NGRAM_COUNTS_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbake::train {

/// Three symbols of 21 bits, oldest on top.
using Trigram = std::uint64_t;

constexpr Trigram make_trigram(char32_t a, char32_t b, char32_t c) {
  return static_cast<Trigram>(a) << 42 | static_cast<Trigram>(b) << 21 | c;
}
constexpr char32_t first(Trigram t) { return static_cast<char32_t>(t >> 42); }
constexpr char32_t second(Trigram t) { return static_cast<char32_t>((t >> 21) & 0x1FFFFF); }
constexpr char32_t third(Trigram t) { return static_cast<char32_t>(t & 0x1FFFFF); }

struct Count {
  Trigram trigram;
  double weight;
};

/// An open-addressing table from trigrams to weights.
class NgramCounts {
 public:
  NgramCounts() : slots_(std::size_t{1} << 16, Count{kEmpty, 0}) {}

  void add(Trigram trigram, double weight) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Count& slot = find(trigram);
    if (slot.trigram == kEmpty) {
      slot.trigram = trigram;
      ++used_;
    }
    slot.weight += weight;
  }

  /// All counts, sorted by trigram: the same whatever the order of adding.
  [[nodiscard]] std::vector<Count> sorted() const;

 private:
  static constexpr Trigram kEmpty = ~Trigram{0};

  Count& find(Trigram trigram) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = static_cast<std::size_t>((trigram * 0x9E3779B97F4A7C15ULL) >> 20) & mask;
    while (slots_[i].trigram != trigram && slots_[i].trigram != kEmpty) i = (i + 1) & mask;
    return slots_[i];
  }
  void grow();

  std::vector<Count> slots_;
  std::size_t used_ = 0;
};

}  // namespace unbake::train

#endif  // UNBAKE_TABLES_GEN_TRAIN_NGRAM_COUNTS_HPP_
