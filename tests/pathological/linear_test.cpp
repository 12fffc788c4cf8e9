// Time is linear in the length of the text, whatever the text; the answers keep the promises.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "pathological/texts.hpp"
#include "repair_cases/known_failures.hpp"
#include "repair_cases/promises.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

// Twice the text may take this many times as long: two, and what caches and a busy machine add.
constexpr double kMostForTwice = 3;
// Below this many seconds a clock says little.
constexpr double kTooShort = 0.002;

// Seconds of processor time.
double seconds_of(const std::string& text) {
  const std::clock_t begin = std::clock();
  const Plan made = plan(text);
  EXPECT_LE(made.edits.size(), text.size());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

class Pathological : public testing::TestWithParam<Shape> {};

TEST_P(Pathological, TakesLinearTime) {
  const std::string once = repeat(GetParam().piece, kMegabyte / 2);
  const std::string twice = repeat(GetParam().piece, kMegabyte);
  // More tries for a machine that is busy with something else: the least of each counts.
  double shorter = seconds_of(once);
  double longer = seconds_of(twice);
  for (int more = 0; more < 4 && longer > kMostForTwice * std::max(shorter, kTooShort); ++more) {
    shorter = std::min(shorter, seconds_of(once));
    longer = std::min(longer, seconds_of(twice));
  }
  RecordProperty("megabytes_a_second", std::to_string(static_cast<double>(kMegabyte) / 1e6 / std::max(longer, 1e-6)));
  EXPECT_LE(longer, kMostForTwice * std::max(shorter, kTooShort)) << "half: " << shorter << " s, whole: " << longer << " s";
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
