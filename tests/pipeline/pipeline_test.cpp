#include "pipeline/pipeline.hpp"

#include <gtest/gtest.h>

#include <string>

#include "deciding.hpp"

namespace unbake::pipeline {
namespace {

using tests::baked;
using tests::utf8_of;

const std::string kText = utf8_of(U"It\u2019s the caf\u00E9 \u2014 \u201Cnice\u201D, isn\u2019t it?\n");

TEST(Pipeline, LeavesCleanTextAlone) {
  std::string all;
  for (const std::string& sentence : tests::clean_sentences()) {
    EXPECT_EQ(repaired(sentence), sentence);
    all += sentence + "\n";
  }
  EXPECT_EQ(repaired(all), all);
}

TEST(Pipeline, DecidesNothingAboutNothing) {
  EXPECT_TRUE(decisions_of("").empty());
  EXPECT_TRUE(decisions_of("plain ASCII\r\nof two lines\r\n").empty());
  EXPECT_TRUE(decisions_of("\xFF\xFE\x80").empty());
}

TEST(Pipeline, RepairsWhatTheCommonReadersDamage) {
  for (const char* path : {"utf-8>windows-1252", "utf-8>iso-8859-1", "utf-8>windows-1251", "utf-8>ibm437",
                           "utf-8>macintosh", "utf-8>windows-1252 | utf-8>windows-1252"}) {
    EXPECT_EQ(repaired(baked(kText, path)), kText) << path;
  }
}

TEST(Pipeline, RepairsSpansInsideOfCleanText) {
  for (const std::string& sentence : tests::clean_sentences()) {
    EXPECT_EQ(repaired(sentence + "\n" + baked(kText, "utf-8>windows-1252") + sentence),
              sentence + "\n" + kText + sentence);
  }
}

TEST(Pipeline, RepairsSpansOfDifferentPaths) {
  const std::string text =
      baked(kText, "utf-8>windows-1252") + std::string(60, '-') + "\n" + baked(kText, "utf-8>windows-1251");
  EXPECT_EQ(repaired(text), kText + std::string(60, '-') + "\n" + kText);
}

TEST(Pipeline, CarriesRawBytesAndByteOrderMark) {
  const std::string damaged = baked(kText, "utf-8>windows-1252");
  for (const std::string junk : {"\xFF\xFE", "\xEF\xBB\xBF", "\x80\r\n", "\xC3\n"})
    EXPECT_EQ(repaired(junk + damaged + junk), junk + kText + junk);
}

TEST(Pipeline, ConsidersTheGivenReadersOnly) {
  Settings settings;
  settings.readers = tests::reader_named("windows-1251");
  EXPECT_EQ(repaired(baked(kText, "utf-8>windows-1251"), settings), kText);
  const std::string other = baked(kText, "utf-8>windows-1252");
  EXPECT_EQ(repaired(other, settings), other);
  settings.readers = 0;
  EXPECT_TRUE(decisions_of(other, settings).empty());
}

// What is deeper is left as it is: half undone it would only be other damage.
TEST(Pipeline, UndoesFiveLayersAndLeavesSix) {
  std::string damaged = kText;
  for (int layers = 1; layers <= 6; ++layers) {
    damaged = baked(damaged, layers % 2 == 1 ? "utf-8>windows-1252" : "utf-8>iso-8859-1");
    EXPECT_EQ(repaired(damaged), layers <= 5 ? kText : damaged) << layers;
  }
}

TEST(Pipeline, UndoesNoMoreLayersThanItMay) {
  Settings settings;
  settings.max_layers = 1;
  for (const Decision& d : decisions_of(baked(kText, "utf-8>iso-8859-1 | utf-8>iso-8859-1"), settings))
    EXPECT_EQ(d.path.size(), 1U);
}

TEST(Pipeline, NothingIsConfidentEnoughForCertainty) {
  Settings settings;
  settings.min_confidence = 1.0;
  for (const Decision& d : decisions_of("caf\xC3\x83\xC2\xA9", settings)) {
    EXPECT_TRUE(d.confidence == 1 || d.verdict != Verdict::kRepaired);
  }
}

TEST(Pipeline, LowerConfidenceRepairsNoLess) {
  const std::string damaged =
      "na\xC3\x83\xC2\xAFve? Voil\xC3\x83  l\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2\xC3\x83\xC2\xA9t\xC3\x83\xC2\xA9";
  Settings settings;
  std::size_t before = 0;
  for (const double confidence : {1.0, 0.99, 0.95, 0.5, 0.0}) {
    settings.min_confidence = confidence;
    std::size_t count = 0;
    for (const Decision& d : decisions_of(damaged, settings)) count += d.verdict == Verdict::kRepaired ? 1 : 0;
    EXPECT_GE(count, before) << confidence;
    before = count;
  }
}

TEST(Pipeline, LossesAreLeftIfItIsTold) {
  const std::string damaged = "desperate " + utf8_of(U"\u9225") + "? and creative " + utf8_of(U"\u9225") + "? in";
  Settings settings;
  settings.lossy = Lossy::kLeave;
  EXPECT_EQ(repaired(damaged, settings), damaged);
  for (const Decision& d : decisions_of(damaged, settings)) EXPECT_TRUE(d.choices.empty());
}

TEST(Pipeline, SaysTheSameTwice) {
  const std::string damaged =
      baked(kText, "utf-8>gbk", "python-replace") + baked(kText, "utf-8>windows-1252", "python-ignore");
  EXPECT_EQ(repaired(damaged), repaired(damaged));
}

}  // namespace
}  // namespace unbake::pipeline
