// What the search remembers of lost bytes: it asks the same again and again.
#ifndef UNBAKE_REPAIR_LOSS_MEMORY_HPP_
#define UNBAKE_REPAIR_LOSS_MEMORY_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "repair/lost_characters.hpp"

namespace unbake::repair {

/// A character that may have been where bytes are lost.
struct Choice {
  Fitting fitting;
  float language;  ///< What the model says of it there, in nats.
  float rank;      ///< The same, and what it says of what is behind it.
};

/// Remembers what fits lost bytes, and what is likeliest in the same place.
class LossMemory {
 public:
  static constexpr std::size_t kMostChoices = 10;
  struct Question {
    LossyCharacter lossy;
    LossySurroundings surroundings{};
    friend bool operator==(const Question&, const Question&) = default;
  };
  struct Answer {
    Question question;
    char32_t before_last = 0;
    char32_t last = 0;
    std::size_t count = 0;
    std::array<Choice, kMostChoices> choices;
  };

  /// What fits; valid until the next call.
  std::span<const Fitting> fitting(const Question& question);
  /// The entry for a question behind two characters; it holds another one, or the answer.
  Answer& answer(const Question& question, char32_t before_last, char32_t last);

 private:
  struct FittingEntry {
    Question question;
    std::vector<Fitting> fitting;
  };
  static std::uint64_t mix(std::uint64_t key, std::uint64_t part);
  static std::uint64_t hash(const Question& question);

  std::vector<FittingEntry> fitting_;
  std::vector<Answer> answers_;
  std::size_t asked_ = 0;  // how often for answers
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LOSS_MEMORY_HPP_
