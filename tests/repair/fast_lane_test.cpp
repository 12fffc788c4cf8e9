#include "repair/fast_lane.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searching.hpp"

namespace unbake::repair {
namespace {

using tests::baked;
using tests::utf8_of;

const std::string kRussian = utf8_of(
    U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?\n");
const std::string kGreek =
    utf8_of(U"\u039A\u03B1\u03BB\u03B7\u03BC\u03AD\u03C1\u03B1, \u03C4\u03B9 \u03BA\u03AC\u03BD\u03B5\u03C4\u03B5;\n");

EstablishedPath established_by(const std::string& damaged) {
  EstablishedPaths paths;
  for (const Candidate& c : search_text(damaged).candidates) paths.add(c);
  EXPECT_EQ(paths.paths().size(), 1U);
  return paths.paths().front();
}

class FastLaneTest : public testing::Test {
 protected:
  std::vector<Stretch> divide(std::string_view text, const std::vector<EstablishedPath>& paths) {
    window_ = tests::symbols_of(text);
    return lane_.divide(window_, {}, paths);
  }

  PathCosts costs_;
  model::LanguageMemory language_{model::Model::builtin()};
  Expander expander_{language_, costs_, kMaxDepth, true};
  FastLane lane_{costs_, expander_, language_};
  std::vector<base::Symbol> window_;
};

TEST_F(FastLaneTest, NothingIsExplainedWithoutAPath) {
  const std::vector<Stretch> stretches = divide(baked(kRussian, "utf-8>windows-1251"), {});
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_TRUE(stretches[0].is_searched);
  EXPECT_EQ(stretches[0].last, window_.size());
}

TEST_F(FastLaneTest, WhatThePathExplainsIsNotSearched) {
  const std::string damaged = baked(kRussian, "utf-8>windows-1251");
  const std::vector<Stretch> stretches = divide(damaged + damaged, {established_by(damaged)});
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_FALSE(stretches[0].is_searched);
}

TEST_F(FastLaneTest, ALineWithALostByteIsSearchedAloneAndStretchesCoverTheWindow) {
  const std::string damaged = baked(kRussian, "utf-8>windows-1251");
  std::string lossy = damaged;
  lossy.erase(damaged.size() / 2 & ~std::size_t{1}, 2);
  const std::string text = damaged + lossy + damaged;
  const std::vector<Stretch> stretches = divide(text, {established_by(damaged)});
  ASSERT_EQ(stretches.size(), 3U);
  EXPECT_FALSE(stretches[0].is_searched);
  EXPECT_TRUE(stretches[1].is_searched);
  EXPECT_FALSE(stretches[2].is_searched);
  std::size_t done = 0;
  for (const Stretch& s : stretches) {
    EXPECT_EQ(s.first, done);
    done = s.last;
  }
  EXPECT_EQ(done, window_.size());
  EXPECT_GE(window_[stretches[1].first].offset + 16, damaged.size());
  EXPECT_LE(window_[stretches[2].first].offset, damaged.size() + lossy.size() + 32);
}

TEST_F(FastLaneTest, CleanTextIsNotSearched) {
  const std::vector<Stretch> stretches =
      divide(utf8_of(U"\u041C\u044B \u0435\u0434\u0435\u043C \u0434\u043E\u043C\u043E\u0439.\n"), {});
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_FALSE(stretches[0].is_searched);
}

TEST_F(FastLaneTest, WhereAPathIsKnownWhatMayBeginACharacterInItIsSearched) {
  const std::vector<Stretch> stretches = divide(kRussian, {established_by(baked(kRussian, "utf-8>windows-1251"))});
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_TRUE(stretches[0].is_searched);
}

// Rare syllables cost more than most text, but they can be no damage.
TEST_F(FastLaneTest, UnlikelyTextThatIsNoDamageIsNotSearched) {
  const std::string common =
      utf8_of(U"\uC548\uB155\uD558\uC138\uC694 \uC624\uB298\uC740 \uB0A0\uC528\uAC00 \uC88B\uC2B5\uB2C8\uB2E4.\n");
  const std::string rare = utf8_of(U"\uBF57\uBBC1\uC1A3\uD035\uBF57\n");
  const std::string damaged = baked(common, "utf-8>windows-1252");
  const std::vector<Stretch> stretches =
      divide(damaged + baked(rare, "utf-8>windows-1252") + damaged, {established_by(damaged)});
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_FALSE(stretches[0].is_searched);
}

TEST_F(FastLaneTest, DeeperDamageIsNotTakenForTheOneLayerThatIsKnown) {
  const std::string once = baked(kGreek, "utf-8>windows-1252");
  const std::vector<Stretch> stretches = divide(baked(once, "utf-8>windows-1252"), {established_by(once)});
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_TRUE(stretches[0].is_searched);
}

// An accented letter read as windows-1252 is a combining mark read as Mac Roman.
TEST(FastLane, ARunIsReadByThePathThatMakesItLikeliest) {
  const std::string truth = utf8_of(
      U"O\u00F9 as-tu trouv\u00E9 cette cl\u00E9, apr\u00E8s l\u2019\u00E9t\u00E9 dernier, \u00E0 la biblioth\u00E8que "
      U"ferm\u00E9e en d\u00E9cembre, o\u00F9 l\u2019on pr\u00E9f\u00E8re la fen\u00EAtre ?\n");
  const EstablishedPath windows = established_by(baked(truth, "utf-8>windows-1252"));
  const EstablishedPath mac = established_by(baked(truth, "utf-8>macintosh"));
  const PathCosts costs;
  for (const char* path : {"utf-8>windows-1252", "utf-8>macintosh"}) {
    const std::string damaged = baked(truth, path);
    const std::vector<base::Symbol> window = tests::symbols_of(damaged);
    for (const std::vector<EstablishedPath>& known : {std::vector{windows, mac}, std::vector{mac, windows}}) {
      Searcher searcher(costs, model::Model::builtin(), {});
      EXPECT_EQ(repaired(damaged, window, searcher.search(window, {}, {}, known)), truth) << path;
    }
  }
}

// The lane says what the search says.
TEST(FastLane, AgreesWithTheSearch) {
  std::string truth;
  for (const std::string& sentence : tests::clean_sentences()) truth += sentence + "\n";
  for (const char* path : {"utf-8>windows-1252", "utf-8>iso-8859-1", "utf-8>windows-1251", "utf-8>ibm437",
                           "utf-8>koi8-r", "utf-8>windows-1252 | utf-8>windows-1252"}) {
    const std::string damaged = baked(truth, path);
    const Answer searched = search_text(damaged);
    EXPECT_EQ(searched.text, truth) << path;
    EstablishedPaths paths;
    for (const Candidate& c : searched.candidates) paths.add(c);
    const PathCosts costs;
    Searcher searcher(costs, model::Model::builtin(), {});
    const std::vector<base::Symbol> window = tests::symbols_of(damaged);
    const std::vector<Candidate> found = searcher.search(window, {}, {}, paths.paths());
    ASSERT_EQ(found.size(), searched.candidates.size()) << path;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Candidate& x = found[i];
      const Candidate& y = searched.candidates[i];
      EXPECT_EQ(x.first, y.first);
      EXPECT_EQ(x.last, y.last);
      EXPECT_EQ(x.after, y.after);
      EXPECT_EQ(x.depth, y.depth);
      // The search pays again where it left the path.
      EXPECT_GE(x.gain(), 0.9F * y.gain()) << path << " " << x.after;
      EXPECT_LE(x.gain(), y.gain() + 20) << path << " " << x.after;
    }
  }
}

}  // namespace
}  // namespace unbake::repair
