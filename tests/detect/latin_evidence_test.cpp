#include "detect/latin_evidence.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

namespace unbake::detect {
namespace {

using Words = std::initializer_list<std::u32string_view>;

// What a reading of one word gains among words that stand in both.
float gain(Words common, std::u32string_view as_it_stands, std::u32string_view reading) {
  LatinEvidence evidence(model::LatinLanguages::builtin());
  evidence.start();
  for (const std::u32string_view word : common) evidence.add_common(word);
  evidence.add_pair(as_it_stands, reading);
  return evidence.gain();
}

constexpr std::u32string_view kGrave = U"pi\u00E8e";  // as read
constexpr std::u32string_view kCaron = U"pi\u010De";  // as written, if it was Croatian
const Words kCroatian = {U"nova", U"kuhinja", U"ima", U"veliki", U"prozor"};
const Words kItalian = {U"nella", U"piazza", U"della", U"chiesa", U"vecchia"};

TEST(LatinEvidence, TheWordsAroundTellTheLanguage) {
  EXPECT_GT(gain(kCroatian, kGrave, kCaron), gain({}, kGrave, kCaron));
  EXPECT_LT(gain(kItalian, kGrave, kCaron), gain({}, kGrave, kCaron));
  EXPECT_GT(gain(kCroatian, kGrave, kCaron), 5);
}

TEST(LatinEvidence, ThereAndBackIsNothing) {
  EXPECT_EQ(gain(kCroatian, kGrave, kGrave), 0);
  EXPECT_NEAR(gain(kCroatian, kGrave, kCaron), -gain(kCroatian, kCaron, kGrave), 1e-3);
}

TEST(LatinEvidence, MoreWordsSayMore) {
  LatinEvidence evidence(model::LatinLanguages::builtin());
  evidence.start();
  evidence.add_pair(U"zve\u00E8er", U"zve\u010Der");
  const float one = evidence.gain();
  evidence.add_pair(U"no\u00E6as", U"no\u0107as");
  EXPECT_GT(evidence.gain(), one);
}

TEST(LatinEvidence, ACapitalInsideAWordIsUnlikely) {
  EXPECT_GT(gain({}, U"caract\u00CBre", U"caract\u00E8re"), gain({}, U"caract\u00EBre", U"caract\u00E8re") + 3);
  EXPECT_LT(gain({}, U"\u00C9t\u00E9", U"\u00E9t\u00E9"), 1);  // at its beginning it is not
}

TEST(LatinEvidence, AForeignWordCostsNoMoreThanItsShare) {
  // However French the rest is, one German word stays possible.
  const Words french = {U"elle", U"regarde", U"toujours", U"les", U"bateaux", U"dans", U"cette", U"grande"};
  EXPECT_LT(gain(french, U"stra\u00DFe", U"stra\u00E1e"), 0);
}

TEST(LatinEvidence, StartForgets) {
  LatinEvidence evidence(model::LatinLanguages::builtin());
  for (const std::u32string_view word : kItalian) evidence.add_common(word);
  evidence.start();
  evidence.add_pair(kGrave, kCaron);
  EXPECT_EQ(evidence.gain(), gain({}, kGrave, kCaron));
}

TEST(LatinEvidence, TextOfAKnownLanguageIsNotStrange) {
  const auto strangeness = [](Words words) {
    LatinEvidence evidence(model::LatinLanguages::builtin());
    evidence.start();
    for (const std::u32string_view word : words) evidence.add_common(word);
    return evidence.strangeness();
  };
  EXPECT_LT(strangeness(kItalian), 2.65);
  EXPECT_LT(strangeness(kCroatian), 2.65);
  EXPECT_GT(strangeness({U"xqzw", U"kvvjx", U"wwgq"}), 3.5);
}

}  // namespace
}  // namespace unbake::detect
