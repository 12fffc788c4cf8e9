// One hypothesis of the search: how the text so far came about, and what it says.
#ifndef UNBAKE_REPAIR_HYPOTHESIS_HPP_
#define UNBAKE_REPAIR_HYPOTHESIS_HPP_

#include <array>
#include <cstdint>

#include "repair/layer_state.hpp"
#include "repair/lost_characters.hpp"
#include "repair/quote_balance.hpp"

namespace unbake::repair {

/// Characters that one symbol of the input may complete.
inline constexpr std::size_t kMaxOutput = 6;

/// A step of a hypothesis: one symbol of the input and the characters it completed. Steps link back to their
/// predecessors, so that hypotheses share their past.
struct Step {
  std::int32_t previous = -1;
  bool damaged = false;    ///< The symbol was taken as bytes of a path, not kept.
  bool idle = true;        ///< After the step no layer waits for more bytes.
  std::uint8_t depth = 0;  ///< Layers of the path.
  std::uint8_t output_length = 0;
  std::uint8_t chosen = 0;             ///< Bit i: `output[i]` was chosen where a byte is lost.
  std::uint8_t habits = 0;             ///< How bytes were lost: bits of `LossHabit`.
  DecoderSet decoders = kAllDecoders;  ///< Those that lose bytes so.
  std::array<char32_t, kMaxOutput> output{};
  std::array<std::uint8_t, 4> lossy{};  ///< What is left of the last character that was chosen.
  std::array<ReaderSet, kMaxDepth> readers{};
  float language = 0;  ///< Of the output of this step, in nats, and of what pairs up or does not.
  std::array<encoding::EncodingId, kMaxDepth> sources{};
  float structure = 0;  ///< Costs of this step, at most 0.
  float entry = 0;      ///< The part of them that was paid for being on the path at all, at least 0.
};

/// Ways in which bytes are lost: bits of `Step::habits`.
enum LossHabit : std::uint8_t {
  kLostToReplacement = 1,  ///< U+FFFD stands for them.
  kLostToQuestion = 2,     ///< '?' does.
  kLostToNothing = 4,
};

struct Hypothesis {
  float score = 0;
  char32_t before_last = U'\n';  ///< The last two characters of the repaired text.
  char32_t last = U'\n';
  std::array<char32_t, 2> earlier{U'\n', U'\n'};  ///< The two before those.
  std::uint8_t chosen_lately = 0;                 ///< Bit i: the last character but i was chosen where bytes are lost.
  QuoteBalance quotes;
  std::array<LayerState, kMaxDepth> layers{};
  bool established = false;            ///< The path has explained a whole character, nothing lost.
  bool question_run = false;           ///< What was emitted last stands for two question marks or more.
  bool choosing = false;               ///< The next character of the text is one of which bytes are lost.
  std::uint8_t habits = 0;             ///< How bytes were lost on the path so far.
  DecoderSet decoders = kAllDecoders;  ///< Those that lose bytes as they were lost on the path.
  Script script = kNoScript;           ///< Of the last letter beyond ASCII.
  LossyCharacter lossy;                ///< What is left of the last character that was chosen.
  Step step;                           ///< The step being made.

  [[nodiscard]] int depth() const { return step.depth; }
  /// No layer waits for more bytes.
  [[nodiscard]] bool is_idle() const {
    for (std::size_t k = 0; k < step.depth; ++k) {
      if (layers[k].pending_length != 0) return false;
    }
    return true;
  }
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_HYPOTHESIS_HPP_
