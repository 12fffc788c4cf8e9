// Memory is the plan and a working window that does not grow with the text.
#include <gtest/gtest.h>

#include <string>

#include "pathological/heap.hpp"
#include "pathological/texts.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

// What may be on the heap at once, beside the plan and what it is made from.
constexpr std::size_t kWindow = 4 << 20;
// The plan is made once from decisions and once for the caller, in vectors that double.
constexpr std::size_t kPlans = 6;

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

class Memory : public testing::TestWithParam<Shape> {};

TEST_P(Memory, IsThePlanAndAWindow) {
  const std::string text = repeat(GetParam().piece, kMegabyte);
  const std::size_t before = heap::live();
  heap::reset_peak();
  const Plan made = plan(text);
  const std::size_t most = heap::peak() - before;
  RecordProperty("kilobytes", std::to_string(most / 1024));
  EXPECT_LE(most, kWindow + kPlans * size_of(made)) << "the plan itself: " << size_of(made);
}

std::string test_name(const testing::TestParamInfo<Shape>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Shapes, Memory, testing::ValuesIn(shapes()), test_name);

}  // namespace
}  // namespace unbake::tests
