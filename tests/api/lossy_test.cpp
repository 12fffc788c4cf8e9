#include <gtest/gtest.h>

#include <string>

#include "damage.hpp"

namespace unbake {
namespace {

using tests::kLossy;

Options with(Lossy lossy) {
  Options options;
  options.lossy = lossy;
  return options;
}

TEST(Lossy, GuessesAreReportedWithTheirCandidates) {
  std::size_t losses = 0;
  for (const Edit& e : plan(kLossy).edits) {
    for (const Loss& loss : e.losses) {
      ++losses;
      ASSERT_LE(loss.offset + loss.length, e.after.size());
      ASSERT_FALSE(loss.candidates.empty());
      EXPECT_EQ(loss.candidates[0].text, e.after.substr(loss.offset, loss.length));
      double sum = 0;
      for (std::size_t i = 0; i < loss.candidates.size(); ++i) {
        EXPECT_GE(loss.candidates[i].probability, 0);
        EXPECT_TRUE(i < 2 || loss.candidates[i].probability <= loss.candidates[i - 1].probability);
        sum += loss.candidates[i].probability;
      }
      EXPECT_LE(sum, 1 + 1e-6);
    }
  }
  EXPECT_GT(losses, 0U);
}

TEST(Lossy, GuessedEditsAreProven) {
  for (const Edit& e : plan(kLossy).edits) {
    EXPECT_EQ(bake(e.after + " ", e.path, e.profile).value(), kLossy.substr(e.offset, e.length) + " ") << e.after;
  }
}

TEST(Lossy, LeaveLeavesEverySpanInWhichAByteWasLost) {
  EXPECT_FALSE(fix(kLossy, with(Lossy::kLeave)).changed());
  const std::string mixed = kLossy + tests::damaged();
  EXPECT_EQ(fix(mixed, with(Lossy::kLeave)).text(), kLossy + tests::kSentence);
}

TEST(Lossy, MarkGuessesNothingThatIsNotSure) {
  Options options = with(Lossy::kMark);
  for (const Edit& e : plan(kLossy, options).edits) {
    for (const Loss& loss : e.losses) {
      const std::string chosen = e.after.substr(loss.offset, loss.length);
      EXPECT_TRUE(chosen == "\xEF\xBF\xBD" || loss.candidates.at(0).probability >= options.min_confidence) << chosen;
    }
  }
}

TEST(Lossy, ModesAgreeWhereNothingIsLost) {
  for (const Lossy mode : {Lossy::kGuess, Lossy::kMark, Lossy::kLeave}) {
    EXPECT_EQ(fix(tests::damaged(), with(mode)).text(), tests::kSentence);
  }
}

}  // namespace
}  // namespace unbake
