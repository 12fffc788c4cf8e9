#include "pipeline/single_letter.hpp"

#include <gtest/gtest.h>

#include "pipeline/deciding.hpp"

namespace unbake::pipeline {
namespace {

TEST(SingleLetter, IsNoneWhereAWordInCapitalsEndsInAMark) {
  EXPECT_LT(gain_by_setting({"LOJA MA\u00C7", "\u00C3\u2026", " AQUI", "\u00C5"}), 0);
  EXPECT_EQ(gain_by_setting({"loja ma", "\u00C3\u2026", " aqui", "\u00C5"}), 0);
}

TEST(SingleLetter, IsOneWhereASignStandsInAWord) {
  EXPECT_GT(gain_by_setting({"GRAND H", "\u00C3\u201D", "TEL", "\u00D4"}), 0);
  EXPECT_EQ(gain_by_setting({"D", "\u00C3\u2019", "ORO", "\u00D2"}), 0);
}

TEST(SingleLetter, MarksASumOfMoney) {
  EXPECT_GT(gain_by_setting({"for ", "\u00C2\u00A3", "7", "\u00A3"}), 0);
  EXPECT_EQ(gain_by_setting({"\u00AB", "\u00C2\u00BB", ", ", "\u00BB"}), 0);
}

TEST(SingleLetter, IsSilentAboutMoreThanOneCharacter) {
  EXPECT_EQ(gain_by_setting({"GRAND H", "\u00C3\u201D\u00C3\u201D", "TEL", "\u00D4\u00D4"}), 0);
}

TEST(LastLayer, IsLeftWhereItIsNotSure) {
  EXPECT_EQ(repaired("fomos pra l\u00C3\u00A1\u00C2\u00B4\u00C2\u00B4"), "fomos pra l\u00E1\u00B4\u00B4");
  EXPECT_EQ(repaired("caf\u00C3\u0192\u00C2\u00A9 noir"), "caf\u00E9 noir");
}

TEST(SpacedLetter, EndsItsWordOrGoesOn) {
  EXPECT_EQ(repaired("Elle a r\u00C3\u00A9ussi \u00C3 finir jusqu'\u00C3 la page dix."),
            "Elle a r\u00E9ussi \u00E0 finir jusqu'\u00E0 la page dix.");
  EXPECT_EQ(repaired("Je vais \u00C3\u00A0 Sigean."), "Je vais \u00E0 Sigean.");
}

}  // namespace
}  // namespace unbake::pipeline
