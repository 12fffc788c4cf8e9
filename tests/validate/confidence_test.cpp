#include "validate/confidence.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace unbake::validate {
namespace {

TEST(Confidence, IsAProbability) {
  for (const double gain : {-1e9, -100.0, -1.0, 0.0, 1.0, 100.0, 1e9}) {
    EXPECT_GE(confidence(gain), 0) << gain;
    EXPECT_LE(confidence(gain), 1) << gain;
  }
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(confidence(-kInfinity), 0);
  EXPECT_EQ(confidence(kInfinity), 1);
}

TEST(Confidence, NeverFallsWhereTheGainGrows) {
  double before = 0;
  for (double gain = -100; gain <= 100; gain += 0.125) {
    EXPECT_GE(confidence(gain), before) << gain;
    before = confidence(gain);
  }
}

TEST(Confidence, NothingGainedIsNothingKnown) {
  EXPECT_LT(confidence(0), 0.5);
  EXPECT_GT(confidence(50), 0.99);
}

}  // namespace
}  // namespace unbake::validate
