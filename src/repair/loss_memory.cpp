#include "repair/loss_memory.hpp"

#include <bit>

namespace unbake::repair {

std::uint64_t LossMemory::mix(std::uint64_t key, std::uint64_t part) {
  key = (key ^ part) * 0x9E3779B97F4A7C15ULL;
  return key ^ key >> 29;
}

std::uint64_t LossMemory::hash(const Question& question) {
  const LossySurroundings& around = question.surroundings;
  std::uint64_t key = mix(std::bit_cast<std::uint32_t>(question.lossy.bytes), around.readers);
  return mix(key, std::uint64_t{around.next} << 16 | std::uint64_t{around.lost_before} << 8 | around.script |
                      std::uint64_t{around.decoders} << 24 | std::uint64_t{around.is_next_eaten} << 40);
}

std::span<const Fitting> LossMemory::fitting(const Question& question) {
  constexpr std::size_t kEntries = 512;
  if (fitting_.empty()) fitting_.resize(kEntries);
  FittingEntry& entry = fitting_[hash(question) % kEntries];
  if (!(entry.question == question)) {
    entry.question = question;
    entry.fitting.clear();
    find_fitting(question.lossy, question.surroundings, entry.fitting);
  }
  return entry.fitting;
}

LossMemory::Answer& LossMemory::answer(const Question& question, char32_t before_last, char32_t last) {
  constexpr std::size_t kFewEntries = 128;
  constexpr std::size_t kEntries = 8192;
  if (answers_.empty()) answers_.resize(kFewEntries);
  // Most texts ask little, and what they do not ask should cost nothing.
  if (++asked_ > 4 * answers_.size() && answers_.size() < kEntries) answers_.assign(kEntries, Answer{});
  return answers_[mix(hash(question), std::uint64_t{before_last} << 21 | last) % answers_.size()];
}

}  // namespace unbake::repair
