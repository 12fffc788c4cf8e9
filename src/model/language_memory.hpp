// The language model's answers, remembered: a search asks the same again and again.
#ifndef UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_
#define UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/model.hpp"

namespace unbake::model {

/// Small at first, since most texts ask little; larger where many answers had to be looked up.
class LanguageMemory {
 public:
  /// `model` must outlive it.
  explicit LanguageMemory(const Model& model) : model_(model), entries_(std::size_t{1} << bits_) {}

  /// `model::Model::log_probability`: nats of `c` after `a` and `b`.
  float log_probability(char32_t a, char32_t b, char32_t c) {
    const std::uint64_t key = static_cast<std::uint64_t>(a) << 42 | static_cast<std::uint64_t>(b) << 21 | c;
    Entry& entry = place_of(key);
    if (entry.key == key) return entry.value;
    const float value = model_.log_probability(a, b, c);
    remember({key, value});
    return value;
  }

 private:
  static constexpr int kFewestBits = 12;
  static constexpr int kMostBits = 15;
  struct Entry {
    std::uint64_t key = ~std::uint64_t{0};
    float value = 0;
  };

  // Characters that differ in their last bits are asked for together, as where one byte of UTF-8 is lost: they lie side
  // by side.
  static constexpr int kRowBits = 6;
  Entry& place_of(std::uint64_t key) {
    constexpr std::uint64_t kInRow = (1U << kRowBits) - 1;
    const std::uint64_t row = ((key >> kRowBits) * 0x9E3779B97F4A7C15ULL) >> (64 + kRowBits - bits_);
    return entries_[row << kRowBits | (key & kInRow)];
  }

  void remember(const Entry& entry) {
    if (++looked_up_ > 4 * entries_.size() && bits_ < kMostBits) {
      looked_up_ = 0;
      entries_.assign(std::size_t{1} << ++bits_, Entry{});
    }
    place_of(entry.key) = entry;
  }

  const Model& model_;
  int bits_ = kFewestBits;
  std::size_t looked_up_ = 0;  // since it has its size
  std::vector<Entry> entries_;
};

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_
