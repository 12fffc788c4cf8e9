// The language model's answers, remembered: a search asks the same again and again, and so does the next text.
#ifndef UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_
#define UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "model/model.hpp"

namespace unbake::model {

/// Answers of one model by their question. Any number of threads may ask and remember at once: an entry is one word,
/// which holds the answer and all of the question that its place does not tell. Half a megabyte.
class AnswerTable {
 public:
  /// Nats of `c` after `a` and `b`, if it is known: then it is at most 0. Else more than 0.
  [[nodiscard]] float find(char32_t a, char32_t b, char32_t c) const {
    const Question question(a, b, c);
    const std::uint64_t entry = entries_[question.place].load(std::memory_order_relaxed);
    return entry >> kAnswerBits == question.rest ? answer_of(entry) : 1.0F;
  }

  /// Remembers an answer of a `Model`, in place of another one.
  void remember(char32_t a, char32_t b, char32_t c, float answer) {
    const Question question(a, b, c);
    // Answers are multiples of a sixteenth between -40 and 0; 0 is left for places where nothing is.
    const auto steps = static_cast<std::uint64_t>(-answer / kStep) + 1;
    entries_[question.place].store(question.rest << kAnswerBits | steps, std::memory_order_relaxed);
  }

 private:
  static constexpr int kAnswerBits = 10;
  static constexpr int kPlaceBits = 16;
  static constexpr float kStep = 0.0625F;

  // Characters that differ in their last bits are asked for together, as where one byte of UTF-8 is lost: they lie side
  // by side, in rows. What picks the row is a bijection of all other bits, of which the rest is kept.
  struct Question {
    static constexpr int kInRowBits = 6;
    static constexpr int kRowBits = kPlaceBits - kInRowBits;
    Question(char32_t a, char32_t b, char32_t c) {
      const std::uint64_t others = static_cast<std::uint64_t>(a) << 36 | static_cast<std::uint64_t>(b) << 15 | c >> 6;
      const std::uint64_t mixed = others * 0x9E3779B97F4A7C15ULL;
      place = static_cast<std::size_t>(mixed >> (64 - kRowBits) << kInRowBits | (c & 0x3F));
      rest = mixed & ((std::uint64_t{1} << (64 - kRowBits)) - 1);
    }
    std::size_t place;
    std::uint64_t rest;
  };
  static_assert(64 - Question::kRowBits + kAnswerBits == 64);

  static float answer_of(std::uint64_t entry) {
    const auto steps = static_cast<int>(entry & ((1U << kAnswerBits) - 1));
    return kStep * static_cast<float>(1 - steps);
  }

  std::array<std::atomic<std::uint64_t>, std::size_t{1} << kPlaceBits> entries_{};
};

/// A model that remembers what it was asked; the built-in one for all texts of the process.
class LanguageMemory {
 public:
  /// `model` must outlive it.
  explicit LanguageMemory(const Model& model);

  /// `model::Model::log_probability`: nats of `c` after `a` and `b`.
  [[nodiscard]] float log_probability(char32_t a, char32_t b, char32_t c) const {
    if ((a | b | c) < 0x80) return Model::kAsciiCost;
    const float known = answers_->find(a, b, c);
    if (known <= 0) return known;
    const float answer = model_.log_probability(a, b, c);
    answers_->remember(a, b, c, answer);
    return answer;
  }

 private:
  const Model& model_;
  std::unique_ptr<AnswerTable> own_;  // of a model that is not the built-in one
  AnswerTable* answers_;
};

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_LANGUAGE_MEMORY_HPP_
