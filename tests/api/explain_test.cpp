#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "damage.hpp"

namespace unbake {
namespace {

using tests::damaged;

void expect_sound(std::string_view text, const Options& options = {}) {
  const std::vector<Finding> findings = explain(text, options);
  std::vector<Edit> repaired;
  std::size_t done = 0;
  for (const Finding& f : findings) {
    EXPECT_GE(f.edit.offset, done);
    done = f.edit.offset + f.edit.length;
    EXPECT_LE(done, text.size());
    EXPECT_FALSE(f.edit.path.empty());
    ASSERT_FALSE(f.reason.empty());
    EXPECT_EQ(f.reason.back(), '.') << "one sentence: " << f.reason;
    if (f.verdict == Verdict::kRepaired) repaired.push_back(f.edit);
    EXPECT_TRUE(f.verdict != Verdict::kUnsure || f.edit.confidence < options.min_confidence);
  }
  const Plan made = plan(text, options);
  ASSERT_EQ(repaired.size(), made.edits.size());
  for (std::size_t i = 0; i < repaired.size(); ++i) {
    EXPECT_EQ(repaired[i].offset, made.edits[i].offset);
    EXPECT_EQ(repaired[i].after, made.edits[i].after);
  }
}

TEST(Explain, TellsOfEveryRepair) {
  for (const std::string& path : paths()) expect_sound(damaged(path));
  expect_sound(tests::kLossy);
  expect_sound("");
}

TEST(Explain, TellsOfRepairsThatAreUnsure) {
  Options options;
  options.min_confidence = 1.0;
  const std::string text = "caf\xC3\x83\xC2\xA9";
  expect_sound(text, options);
  const std::vector<Finding> findings = explain(text, options);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].verdict, Verdict::kUnsure);
  EXPECT_EQ(findings[0].edit.after, "\xC3\xA9");
}

TEST(Explain, TellsOfReplacementCharactersThatWereReadAgain) {
  const std::string text = "a \xC3\xAF\xC2\xBF\xC2\xBD b \xC3\xAF\xC2\xBF\xC2\xBD c";
  expect_sound(text);
  EXPECT_FALSE(fix(text).changed());
  for (const Finding& f : explain(text)) EXPECT_NE(f.verdict, Verdict::kRepaired);
}

TEST(Explain, SaysNothingOfCleanText) { EXPECT_TRUE(explain("A plain sentence \xE2\x80\x94 with a dash.\n").empty()); }

}  // namespace
}  // namespace unbake
