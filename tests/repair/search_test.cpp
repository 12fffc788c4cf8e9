#include "repair/search.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searching.hpp"

namespace unbake::repair {
namespace {

using tests::baked;
using tests::utf8_of;

const std::string kEnglish = utf8_of(U"It\u2019s the caf\u00E9 \u2014 \u201Cnice\u201D, isn\u2019t it?\n");
const std::string kRussian = utf8_of(
    U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?\n");

void expect_sound(std::string_view text, const std::vector<Candidate>& candidates) {
  const std::size_t symbols = tests::symbols_of(text).size();
  std::size_t done = 0;
  for (const Candidate& c : candidates) {
    EXPECT_GE(c.first, done);
    EXPECT_LT(c.first, c.last);
    EXPECT_LE(c.last, symbols);
    EXPECT_GE(c.depth, 1);
    EXPECT_LE(c.depth, kMaxDepth);
    for (int k = 0; k < c.depth; ++k) EXPECT_NE(c.readers[static_cast<std::size_t>(k)], 0U);
    EXPECT_LE(c.structure, 0);
    for (const ChosenCharacter& chosen : c.chosen)
      EXPECT_EQ(base::decode_utf8(c.after, chosen.offset).value, chosen.value);
    done = c.last;
  }
}

TEST(Search, LeavesCleanTextAlone) {
  for (const std::string& sentence : tests::clean_sentences()) {
    const Answer answer = search_text(sentence);
    EXPECT_TRUE(answer.candidates.empty()) << sentence << " became " << answer.text;
  }
}

TEST(Search, OfNothingIsNothing) { EXPECT_TRUE(search_text("").candidates.empty()); }

TEST(Search, UndoesTheCommonReaders) {
  for (const char* path : {"utf-8>windows-1252", "utf-8>iso-8859-1", "utf-8>windows-1251", "utf-8>gbk", "utf-8>ibm437",
                           "utf-8>macintosh", "utf-8>koi8-r"}) {
    for (const std::string& text : {kEnglish, kRussian}) {
      if (text == kEnglish && std::string_view(path) == "utf-8>gbk") continue;  // loses bytes
      if (text == kRussian && std::string_view(path) == "utf-8>gbk") continue;
      const std::string damaged = baked(text, path);
      const Answer answer = search_text(damaged);
      EXPECT_EQ(answer.text, text) << path;
      expect_sound(damaged, answer.candidates);
    }
  }
}

TEST(Search, TellsTheReaderAmongThoseThatExplainTheDamage) {
  const Answer answer = search_text(baked(kEnglish, "utf-8>windows-1252"));
  ASSERT_FALSE(answer.candidates.empty());
  for (const Candidate& c : answer.candidates) {
    EXPECT_EQ(c.depth, 1);
    EXPECT_EQ(c.sources[0], encoding::EncodingId::kUtf8);
    EXPECT_NE(c.readers[0] & tests::reader_named("windows-1252"), 0U);
  }
}

TEST(Search, UndoesLayers) {
  for (const char* path :
       {"utf-8>windows-1252 | utf-8>windows-1252", "utf-8>iso-8859-1 | utf-8>iso-8859-1 | utf-8>iso-8859-1"}) {
    const std::string damaged = baked(kEnglish, path);
    const Answer answer = search_text(damaged);
    EXPECT_EQ(answer.text, kEnglish) << path;
    expect_sound(damaged, answer.candidates);
  }
}

TEST(Search, UndoesNoMoreLayersThanItMay) {
  const std::string twice = baked(kEnglish, "utf-8>iso-8859-1 | utf-8>iso-8859-1");
  const Answer answer = search_text(twice, {.max_depth = 1});
  for (const Candidate& c : answer.candidates) EXPECT_EQ(c.depth, 1);
  EXPECT_EQ(answer.text, baked(kEnglish, "utf-8>iso-8859-1"));
}

TEST(Search, ChoosesCharactersWhoseBytesAreLost) {
  // The apostrophe's last byte became a marker.
  const std::string damaged = "It\xC3\xA2\xE2\x82\xAC\xEF\xBF\xBDs";
  const Answer answer = search_text(damaged);
  expect_sound(damaged, answer.candidates);
  ASSERT_EQ(answer.candidates.size(), 1U);
  ASSERT_EQ(answer.candidates[0].chosen.size(), 1U);
  const std::u32string_view kThatWindowsLoses = U"\u2001\u200D\u200F\u2010\u201D";
  EXPECT_NE(kThatWindowsLoses.find(answer.candidates[0].chosen[0].value), std::u32string_view::npos);
}

TEST(Search, LeavesLossesIfItIsTold) {
  const std::string damaged = "desperate " + utf8_of(U"\u9225") + "? and creative";
  EXPECT_FALSE(search_text(damaged).candidates.empty());
  for (const Candidate& c : search_text(damaged, {.lossy = false}).candidates) EXPECT_TRUE(c.chosen.empty());
  EXPECT_EQ(search_text(damaged, {.lossy = false}).text, damaged);
}

TEST(Search, QuotesThatAreLostPairUp) {
  // In GBK the last bytes of both quotes went with the characters behind them.
  const std::string text = utf8_of(U"the \u2018Batman of Amherst,\u2019 always");
  const std::string damaged = baked(text, "utf-8>gbk", "python-replace");
  EXPECT_EQ(search_text(damaged).text, text) << damaged;
}

TEST(Search, UndoesLegacyTextWhereItIsOffered) {
  const std::string damaged = baked(kRussian, "windows-1251>windows-1252");
  const std::vector<encoding::Conversion> offered = {
      {tests::encoding_named("windows-1251"), tests::reader_named("windows-1252")}};
  EXPECT_EQ(search_text(damaged, {}, offered).text, kRussian);
  EXPECT_NE(search_text(damaged).text, kRussian);
  for (const Candidate& c : search_text(damaged, {}, offered).candidates) EXPECT_EQ(c.sources[0], offered[0].source);
}

TEST(Search, ConsidersAllowedReadersOnly) {
  PathCosts costs;
  costs.restrict_to(tests::reader_named("gbk"));
  EXPECT_TRUE(search_text(baked(kEnglish, "utf-8>windows-1252"), {}, {}, costs).candidates.empty());
}

TEST(Search, CarriesRawBytes) {
  const std::string text = "\xFF\xFE " + baked(kEnglish, "utf-8>windows-1252") + "\x80";
  EXPECT_EQ(search_text(text).text, "\xFF\xFE " + kEnglish + "\x80");
}

TEST(Search, MemoryOfOneWindowIsNotInTheNext) {
  const PathCosts costs;
  Searcher searcher(costs, model::Model::builtin(), {});
  const std::string damaged = baked(kEnglish, "utf-8>windows-1252");
  const std::vector<base::Symbol> window = tests::symbols_of(damaged);
  const std::string once = repaired(damaged, window, searcher.search(window, {}, {}));
  const std::vector<base::Symbol> other = tests::symbols_of("caf\xC3\x83\xC2\xA9");
  (void)searcher.search(other, {}, {});
  EXPECT_EQ(repaired(damaged, window, searcher.search(window, {}, {})), once);
}

}  // namespace
}  // namespace unbake::repair
