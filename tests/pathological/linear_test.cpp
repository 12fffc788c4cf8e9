// Whatever the text: time is linear in its length, memory is the plan and a window that does not grow, promises are
// kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "pathological/heap.hpp"
#include "pathological/texts.hpp"
#include "repair_cases/known_failures.hpp"
#include "repair_cases/promises.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

// A text and one eight times as long. Linear time makes that eight times as much, sixteen where only the longer text
// has evidence enough for a second look; quadratic time makes it sixty-four times.
constexpr std::size_t kShort = 32 << 10;
constexpr std::size_t kTimes = 8;
constexpr double kMostForLong = 24;
// Below this many seconds a clock says little.
constexpr double kTooShort = 0.002;

// What may be on the heap at once beside the plan.
constexpr std::size_t kWindow = 8 << 20;
// The plan is made once from decisions and once for the caller, in vectors that double.
constexpr std::size_t kPlans = 6;
// The repaired text, the windows, and repairs that are refused in the end: for each byte of the text.
constexpr std::size_t kOfText = 6;

std::size_t size_of(const Plan& plan) {
  std::size_t bytes = plan.edits.capacity() * sizeof(Edit);
  for (const Edit& edit : plan.edits) {
    bytes += edit.after.capacity() + edit.path.capacity() + edit.profile.capacity();
    for (const Loss& loss : edit.losses) {
      bytes += sizeof(Loss) + loss.candidates.capacity() * (sizeof(LossCandidate) + 16);
    }
  }
  return bytes;
}

struct Cost {
  double seconds;       // of processor time
  std::size_t heap;     // the most bytes at once
  std::size_t of_plan;  // the bytes of the answer
};

Cost cost_of(const std::string& text) {
  const std::size_t before = heap::live();
  heap::reset_peak();
  const std::clock_t begin = std::clock();
  const Plan made = plan(text);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return {seconds, heap::peak() - before, size_of(made)};
}

class Pathological : public testing::TestWithParam<Shape> {};

TEST_P(Pathological, IsLinearInTimeAndBoundedInMemory) {
  const std::string text = repeat(GetParam().piece, kShort);
  const std::string long_text = repeat(GetParam().piece, kShort * kTimes);
  double shorter = cost_of(text).seconds;
  const Cost cost = cost_of(long_text);
  double longer = cost.seconds;
  // More tries for a machine that is busy with something else: the least of each counts.
  for (int more = 0; more < 4 && longer > kMostForLong * std::max(shorter, kTooShort); ++more) {
    shorter = std::min(shorter, cost_of(text).seconds);
    longer = std::min(longer, cost_of(long_text).seconds);
  }
  EXPECT_LE(longer, kMostForLong * std::max(shorter, kTooShort)) << shorter << " s and " << longer << " s";
  EXPECT_LE(cost.heap, kWindow + kPlans * cost.of_plan + kOfText * long_text.size())
      << "the plan itself: " << cost.of_plan;
}

TEST_P(Pathological, KeepsThePromises) {
  const std::string text = repeat(GetParam().piece, kMegabyte / 16);
  const std::string broken = broken_promise(text);
  const std::string wrong = unexpected("pathological/" + GetParam().name, broken.empty(), broken);
  EXPECT_TRUE(wrong.empty()) << wrong;
}

std::string test_name(const testing::TestParamInfo<Shape>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Shapes, Pathological, testing::ValuesIn(shapes()), test_name);

TEST(PathologicalLine, OfFourMegabytesThatIsClean) {
  const std::string text = repeat("the quick ferry left at eight; nobody minded. ", 4 * kMegabyte);
  const Fixed fixed = fix(text);
  EXPECT_FALSE(fixed.changed());
  EXPECT_EQ(fixed.text().data(), text.data());
}

TEST(PathologicalLine, OneDamagedWordAtTheEndOfFourMegabytes) {
  std::string text = repeat("the quick ferry left at eight; nobody minded. ", 4 * kMegabyte);
  const std::size_t clean = text.size();
  text += " The baker isn\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2t here, he\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s at sea.";
  const Fixed fixed = fix(text);
  EXPECT_EQ(fixed.text().substr(clean), " The baker isn\xE2\x80\x99t here, he\xE2\x80\x99s at sea.");
}

}  // namespace
}  // namespace unbake::tests
