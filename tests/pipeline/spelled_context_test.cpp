#include "pipeline/spelled_context.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbake::pipeline {
namespace {

// The place is between two `|`, which are taken out.
struct Marked {
  std::string text;
  notation::Stretch place;
};

Marked marked(std::string text) {
  const std::size_t begin = text.find('|');
  text.erase(begin, 1);
  const std::size_t end = text.find('|', begin);
  text.erase(end, 1);
  return {text, {begin, end}};
}

Setting setting_in(const std::string& text) {
  const Marked m = marked(text);
  return setting_of(m.text, m.place);
}

Setting legacy_setting_in(const std::string& text) {
  const Marked m = marked(text);
  return legacy_setting_of(m.text, m.place);
}

bool header_in(const std::string& text) {
  const Marked m = marked(text);
  return is_in_header(m.text, m.place);
}

TEST(SpelledContext, WordsAreText) {
  EXPECT_EQ(setting_in("caf|\xC3\xA9|"), Setting::kText);
  EXPECT_EQ(setting_in("\"m|\xC3\xA1|s\""), Setting::kText);
  EXPECT_EQ(setting_in("don|\xE2\x80\x99|t"), Setting::kText);
  EXPECT_EQ(setting_in("|\xE2\x80\x9C|Hello"), Setting::kText);
  EXPECT_EQ(setting_in("|\xD0\xBC\xD0\xB8\xD1\x80|"), Setting::kText);  // three Cyrillic letters
  EXPECT_EQ(setting_in("|\xE4\xBD\xA0\xE5\xA5\xBD|"), Setting::kText);  // two ideographs
}

TEST(SpelledContext, LettersAreNoWords) {
  EXPECT_EQ(setting_in("\"|\xC3\xA9|\""), Setting::kAlone);
  EXPECT_EQ(setting_in("|\xC3\xA9\xC3\xA8\xC3\xAA|"), Setting::kAlone);  // accented letters without others
  EXPECT_EQ(setting_in("|\xE4\xBD\xA0|"), Setting::kAlone);
  EXPECT_EQ(setting_in("[a-z|\xC3\xA9|]"), Setting::kAlone);
  EXPECT_EQ(setting_in("[abc|\xC3\xA9|-z]"), Setting::kAlone);
  EXPECT_EQ(setting_in("[abc|\xC3\xA9|]"), Setting::kText);  // only brackets
}

TEST(SpelledContext, SignsAreTextAmongWordsThatAreEnclosed) {
  EXPECT_EQ(setting_in("\"one |\xE2\x80\x94| two\""), Setting::kText);
  EXPECT_EQ(setting_in("<p>one |\xE2\x80\x94| two</p>"), Setting::kText);
  EXPECT_EQ(setting_in("'don't one |\xE2\x80\x94| two'"), Setting::kText);
  EXPECT_EQ(setting_in("key.of-it = one |\xE2\x80\x94| two"), Setting::kText);
  EXPECT_EQ(setting_in("# one |\xE2\x80\x94| two"), Setting::kAlone);
  EXPECT_EQ(setting_in("\"one\", |\xE2\x80\x94|, \"two\""), Setting::kAlone);
  EXPECT_EQ(setting_in("\"one |\xE2\x80\x94|\""), Setting::kBesideText);
}

TEST(SpelledContext, WhatATextMayBeAboutIsBesideIt) {
  EXPECT_EQ(setting_in("\"the letter |\xC3\xA9| here\""), Setting::kBesideText);
  EXPECT_EQ(setting_in("\"the mark |\xE2\x80\x99| here\""), Setting::kBesideText);
  EXPECT_EQ(setting_in("\"g|\xC3\xA5| hem nu\""), Setting::kText);  // a short word among words
  EXPECT_EQ(setting_in("g|\xC3\xA5|"), Setting::kBesideText);
}

TEST(SpelledContext, LegacyTextHasSeveralWords) {
  EXPECT_EQ(legacy_setting_in("\"wo|\xC5\x82|anie matki\""), Setting::kText);
  EXPECT_EQ(legacy_setting_in("\"wo|\xC5\x82|anie\", \"matki\""), Setting::kBesideText);
  EXPECT_EQ(legacy_setting_in("\"wo|\xC5\x82|\" anie matki"), Setting::kAlone);
  EXPECT_EQ(legacy_setting_in("hello|\xC4\x91\xC3\xB2|1234hello"), Setting::kBesideText);  // digits join
  // Five ideographs, and two.
  EXPECT_EQ(legacy_setting_in("|\xE6\x96\x87\xE4\xBB\xB6\xE4\xB8\x8D\xE5\xAD\x98\xE5\x9C\xA8|"), Setting::kText);
  EXPECT_EQ(legacy_setting_in("|\xE6\x96\x87\xE4\xBB\xB6|"), Setting::kBesideText);
  EXPECT_EQ(legacy_setting_in("[a-z|\xC5\x82| abcd efgh]"), Setting::kText);  // a space: no set
}

TEST(SpelledContext, HeadersBeginWithAName) {
  EXPECT_TRUE(header_in("Subject: |x|"));
  EXPECT_TRUE(header_in("To: a@example.org\nX-Note: caf |x|"));
  EXPECT_TRUE(header_in("Subject: a\n  |x|"));  // goes on
  EXPECT_TRUE(header_in("|x|"));
  EXPECT_FALSE(header_in("\t{QEncoding, \"|x|"));
  EXPECT_FALSE(header_in("assert decode(\"|x|"));
}

}  // namespace
}  // namespace unbake::pipeline
