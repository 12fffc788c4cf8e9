#include "validate/confidence.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

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

TEST(ChoiceProbability, NeverFallsAndNeverClaimsWhatWasNotMeasured) {
  double before = 0;
  for (const double share : {0.0, 1e-12, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 1.0}) {
    const double probability = choice_probability(share);
    EXPECT_GE(probability, before) << share;
    EXPECT_GT(probability, 0) << share;
    EXPECT_LT(probability, 0.99) << share;
    before = probability;
  }
  // Characters that the one beside them makes all but certain are wrong in one of five cases.
  EXPECT_LT(choice_probability(0.99), 0.8);
  EXPECT_GT(choice_probability(0.01), 0.2);
}

TEST(Fidelity, IsTheConfidenceWhereNothingWasChosen) {
  EXPECT_EQ(fidelity(0.97, {}), 0.97);
  EXPECT_EQ(fidelity(0.97, std::array{1.0}), 0.97);
}

TEST(Fidelity, FallsWithEachChoice) {
  std::vector<double> choices;
  double before = 0.99;
  for (int i = 0; i < 20; ++i) {
    choices.push_back(0.8);
    const double now = fidelity(0.99, choices);
    EXPECT_LT(now, before) << i;
    EXPECT_LE(now, 0.8 * 0.99);
    EXPECT_GT(now, 0);
    before = now;
  }
  EXPECT_LE(fidelity(0.5, choices), 0.5);
  EXPECT_GE(fidelity(0.9, std::array{0.0}), 0);
}

}  // namespace
}  // namespace unbake::validate
