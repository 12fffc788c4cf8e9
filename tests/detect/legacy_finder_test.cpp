#include "detect/legacy_finder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "examples.hpp"

namespace unbake::detect {
namespace {

using tests::baked;
using tests::kAllReaders;

// "Good day, how are you?" and "Come in, please." in Russian.
const std::string kRussian = tests::utf8_of(
    U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0432\u0430\u0448\u0438 "
    U"\u0434\u0435\u043B\u0430 \u0441\u0435\u0433\u043E\u0434\u043D\u044F?");

std::vector<LegacyLine> find_lines(std::string_view text, encoding::ReaderSet readers = kAllReaders) {
  LegacyFinder finder(text, readers, model::Model::builtin());
  std::vector<LegacyLine> lines;
  for (LegacyLine line; finder.next(line);) lines.push_back(line);
  return lines;
}

bool offers(const LegacyLine& line, std::string_view source) {
  return std::any_of(line.conversions.begin(), line.conversions.end(),
                     [&](const encoding::Conversion& c) { return c.source == tests::encoding_named(source); });
}

TEST(LegacyFinder, FindsNothingInCleanText) {
  std::string all;
  for (const std::string& sentence : tests::clean_sentences()) {
    EXPECT_TRUE(find_lines(sentence).empty()) << sentence;
    all += sentence + "\n";
  }
  EXPECT_TRUE(find_lines(all).empty());
  EXPECT_TRUE(find_lines(kRussian).empty());
}

TEST(LegacyFinder, FindsNothingInNothing) {
  EXPECT_TRUE(find_lines("").empty());
  EXPECT_TRUE(find_lines("\n\n\n").empty());
  EXPECT_TRUE(find_lines("plain ASCII, many lines\nof it\n").empty());
}

TEST(LegacyFinder, FindsCyrillicReadAsLatin) {
  const std::vector<LegacyLine> lines = find_lines(baked(kRussian, "windows-1251>windows-1252"));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(offers(lines[0], "windows-1251"));
}

TEST(LegacyFinder, TellsWhereTheLineIs) {
  const std::string damaged = baked(kRussian, "koi8-r>windows-1252");
  const std::string before = "An English line\n\nand another one.\n";
  const std::string text = before + damaged + "\nthe end\n";
  const std::vector<LegacyLine> lines = find_lines(text);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].begin, before.size());
  EXPECT_GE(lines[0].end, before.size() + damaged.size());
  EXPECT_LE(lines[0].end, before.size() + damaged.size() + 1);
}

TEST(LegacyFinder, OffersFewConversionsAndEachSourceOnce) {
  for (const char* path :
       {"windows-1251>windows-1252", "koi8-r>windows-1252", "windows-1251>koi8-r", "koi8-r>windows-1251"}) {
    for (const LegacyLine& line : find_lines(baked(kRussian, path))) {
      EXPECT_LE(line.conversions.size(), LegacyFinder::kMostConversions);
      for (std::size_t i = 0; i < line.conversions.size(); ++i) {
        EXPECT_NE(line.conversions[i].readers, 0U);
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(line.conversions[i].source, line.conversions[j].source);
      }
    }
  }
}

TEST(LegacyFinder, ConsidersTheGivenReadersOnly) {
  const std::string damaged = baked(kRussian, "windows-1251>windows-1252");
  EXPECT_TRUE(find_lines(damaged, 0).empty());
  const encoding::ReaderSet only = tests::reader_named("windows-1252");
  const std::vector<LegacyLine> lines = find_lines(damaged, only);
  ASSERT_FALSE(lines.empty());
  for (const encoding::Conversion& c : lines[0].conversions) EXPECT_EQ(c.readers & ~only, 0U);
}

TEST(LegacyFinder, TakesLongLinesInPieces) {
  std::string damaged;
  const std::string piece = baked(kRussian, "windows-1251>windows-1252") + " ";
  while (damaged.size() < 20000) damaged += piece;
  const std::vector<LegacyLine> lines = find_lines(damaged);
  ASSERT_GT(lines.size(), 1U);
  std::size_t done = 0;
  for (const LegacyLine& line : lines) {
    EXPECT_EQ(line.begin, done);  // every piece of it is found
    EXPECT_LE(tests::symbols_of(std::string_view(damaged).substr(line.begin, line.end - line.begin)).size(),
              LegacyFinder::kLongestLine);
    done = line.end;
  }
  EXPECT_EQ(done, damaged.size());
}

TEST(LegacyFinder, CarriesRawBytes) {
  const std::string text = "\xFF\xFE\x80 \xC3\n" + baked(kRussian, "windows-1251>windows-1252") + "\n\xFF";
  const std::vector<LegacyLine> lines = find_lines(text);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].begin, 6U);
}

}  // namespace
}  // namespace unbake::detect
