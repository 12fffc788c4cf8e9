#include "repair/quote_balance.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace unbake::repair {
namespace {

// The score of all symbols of a text.
float score(std::u32string_view text) {
  QuoteBalance balance;
  float sum = 0;
  char32_t before = U'\n';
  for (const char32_t symbol : text) {
    sum += balance.advance(before, symbol);
    before = symbol;
  }
  return sum;
}

TEST(QuoteBalance, TextWithoutQuotesScoresNothing) {
  EXPECT_EQ(score(U"No quotes \u2014 at all\u2026\nnot \"here\" either\n"), 0);
}

TEST(QuoteBalance, ApostrophesScoreNothing) { EXPECT_EQ(score(U"It\u2019s the dogs\u2019 day\n"), 0); }

TEST(QuoteBalance, PairsScoreBetterThanTheirMixtures) {
  EXPECT_GT(score(U"a \u201Cb\u201D c\n"), score(U"a \u201Cb\u201C c \u201Dd\n"));
  EXPECT_GT(score(U"a \u201Cb\u201D c\n"), score(U"a \u201Db\u201C c\n"));
  EXPECT_GT(score(U"a \u2018b\u2019 c\n"), score(U"a \u2019b\u2018 c\n"));
  EXPECT_GT(score(U"a \u2018b\u2019 c\n"), score(U"a \u2018b \u2018c\n"));
}

TEST(QuoteBalance, GermanQuotesArePairs) {
  EXPECT_GE(score(U"a \u201Eb\u201C c\n"), 0);
  EXPECT_GE(score(U"a \u201Ab\u2018 c\n"), 0);
  EXPECT_GE(score(U"a \u201Eb\u201D c\n"), 0);  // Polish
}

TEST(QuoteBalance, WhatDoesNotPairUpCosts) {
  EXPECT_LT(score(U"\u201D"), 0);
  EXPECT_LT(score(U"\u201Ca\n"), 0);
  EXPECT_LT(score(U"\u201Ea \u201Eb"), 0);
  EXPECT_LT(score(U"a \u2019"), 0);
}

TEST(QuoteBalance, SingleQuotesMayStandInDoubleOnes) {
  EXPECT_GE(score(U"\u201CHe said: \u2018yes\u2019, it\u2019s mine.\u201D\n"), 0);
}

TEST(QuoteBalance, AParagraphBeginsAnew) {
  QuoteBalance balance;
  balance.advance(U' ', 0x201C);
  balance.advance(U' ', 0x2018);
  EXPECT_NE(balance, QuoteBalance{});
  EXPECT_NE(balance.key(), QuoteBalance{}.key());
  balance.advance(U'a', U'\n');
  EXPECT_EQ(balance, QuoteBalance{});
}

}  // namespace
}  // namespace unbake::repair
