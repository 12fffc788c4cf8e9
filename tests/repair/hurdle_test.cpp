#include "repair/hurdle.hpp"

#include <gtest/gtest.h>

namespace unbake::repair {
namespace {

Hypothesis scoring(float score, char32_t last) {
  Hypothesis h;
  h.score = score;
  h.last = last;
  return h;
}

TEST(Hurdle, NothingIsAboveWhatIsNotKnown) {
  Hurdle hurdle;
  EXPECT_FALSE(hurdle.is_above(-1000));
}

TEST(Hurdle, WhatIsFarBehindTheBestIsOut) {
  Hurdle hurdle;
  hurdle.raise(scoring(-10, U'a'), true);
  EXPECT_TRUE(hurdle.is_above(-10 - kBeamDepth - 1));
  EXPECT_FALSE(hurdle.is_above(-10 - kBeamDepth + 1));
}

TEST(Hurdle, TheBestThatWaitsForNoByteIsNeverOut) {
  Hurdle hurdle;
  hurdle.raise(scoring(0, U'a'), false);
  EXPECT_FALSE(hurdle.is_above(-1000));
  hurdle.raise(scoring(-500, U'b'), true);
  EXPECT_FALSE(hurdle.is_above(-400));
  EXPECT_TRUE(hurdle.is_above(-501));
}

TEST(Hurdle, AsManyEndingsAsLiveOnAreAHurdle) {
  Hurdle hurdle;
  for (char32_t i = 0; i < kBeamWidth; ++i) hurdle.raise(scoring(-static_cast<float>(i), U'a' + i), true);
  EXPECT_TRUE(hurdle.is_above(-static_cast<float>(kBeamWidth)));
  EXPECT_FALSE(hurdle.is_above(-static_cast<float>(kBeamWidth) + 2));
  hurdle.raise(scoring(1, U'z'), true);
  EXPECT_TRUE(hurdle.is_above(-static_cast<float>(kBeamWidth) + 1.5F));
}

// Of one ending all but one may be dropped, so that they are no hurdle together.
TEST(Hurdle, OneEndingCountsOnce) {
  Hurdle hurdle;
  for (std::size_t i = 0; i < 2 * kBeamWidth; ++i) hurdle.raise(scoring(0, U'a'), true);
  EXPECT_FALSE(hurdle.is_above(-5));
}

TEST(Hurdle, ASymbolBeginsWithNone) {
  Hurdle hurdle;
  hurdle.raise(scoring(0, U'a'), true);
  hurdle.reset();
  EXPECT_FALSE(hurdle.is_above(-1000));
}

}  // namespace
}  // namespace unbake::repair
