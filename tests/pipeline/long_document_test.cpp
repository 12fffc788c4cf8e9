// Long documents: cut windows change nothing, and time is linear.
#include <gtest/gtest.h>

#include <string>

#include "deciding.hpp"

namespace unbake::pipeline {
namespace {

using tests::baked;
using tests::utf8_of;

constexpr std::size_t kLength = 100000;

// `piece` again and again, and what it should become.
struct Document {
  std::string damaged;
  std::string truth;
};

Document repeated(const std::string& truth, std::string_view path, std::string_view separator) {
  const std::string damaged = baked(truth, path);
  Document document;
  while (document.damaged.size() < kLength) {
    document.damaged.append(damaged).append(separator);
    document.truth.append(truth).append(separator);
  }
  return document;
}

void expect_repaired(const Document& document) {
  const std::string result = repaired(document.damaged);
  std::size_t same = 0;
  while (same < result.size() && same < document.truth.size() && result[same] == document.truth[same]) ++same;
  EXPECT_TRUE(result == document.truth) << "differs from byte " << same
                                        << " on: " << result.substr(same < 40 ? 0 : same - 40, 120);
}

const std::string kEnglish = utf8_of(U"It\u2019s the caf\u00E9 \u2014 \u201Cnice\u201D, isn\u2019t it?");
const std::string kRussian = utf8_of(
    U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?");

TEST(LongDocument, IsRepairedAsItsLinesAre) {
  expect_repaired(repeated(kEnglish, "utf-8>windows-1252", "\n"));
  expect_repaired(repeated(kRussian, "utf-8>windows-1251", "\n"));
  expect_repaired(repeated(kRussian, "utf-8>windows-1252 | utf-8>windows-1252", "\n"));
}

TEST(LongDocument, OfOneLineIsRepairedAsItsPiecesAre) {
  expect_repaired(repeated(kEnglish, "utf-8>windows-1252", " "));
  expect_repaired(repeated(kRussian, "utf-8>iso-8859-1", " "));
  expect_repaired(repeated(kRussian, "utf-8>ibm866", " "));
}

TEST(LongDocument, WithoutAnyCleanSymbolIsRepaired) {
  expect_repaired(repeated(utf8_of(U"\u043F\u0440\u0438\u0432\u0435\u0442"), "utf-8>windows-1252", ""));
}

// Windows are cut anywhere in a character: of three bytes or four, after nothing or a letter.
TEST(LongDocument, IsCutBetweenCharacters) {
  const std::string chinese =
      utf8_of(U"\u4ECA\u5929\u5929\u6C14\u5F88\u597D\u6211\u4EEC\u53BB\u516C\u56ED\u6563\u6B65\u5427");
  const std::string emoji = utf8_of(U"\U0001F600\U0001F601\U0001F602");
  for (const std::string& piece : {chinese, emoji}) {
    Document document = repeated(piece, "utf-8>windows-1252", "");
    expect_repaired(document);
    expect_repaired({"a" + document.damaged, "a" + document.truth});
  }
}

TEST(LongDocument, OfLegacyTextIsRepairedAsItsLinesAre) {
  const std::string line = utf8_of(
      U"\u0412\u0447\u0435\u0440\u0430 \u0432\u0435\u0447\u0435\u0440\u043E\u043C \u043C\u044B "
      U"\u0434\u043E\u043B\u0433\u043E "
      U"\u0433\u0443\u043B\u044F\u043B\u0438 \u043F\u043E \u0431\u0435\u0440\u0435\u0433\u0443 "
      U"\u0440\u0435\u043A\u0438.");
  expect_repaired(repeated(line, "windows-1251>windows-1252", "\n"));
}

// A run that ends with its window belongs to one window only.
TEST(LongDocument, RunsThatFillWindowsDoNotOverlap) {
  std::string text;
  while (text.size() < 14000) text += "\xC3\x83";
  (void)decisions_of(text);
}

// Quadratic work would run into the time limit of the test.
TEST(LongDocument, OfAnythingTakesLinearTime) {
  for (const std::string piece :
       {"\xC3\x83", "\xC3\xA2\xE2\x82\xAC", "\xE9\x88\xA5", "\xEF\xBF\xBD", "\xE9\x88\xA5\xEF\xBF\xBD ",
        "\xD0\xB2\xD0\x82", "\xF0\x9F\x98\x80", "\xC2\xA0", "\xE2\x80\x98", "\xFF", "\xC3\x83\xC6\x92"}) {
    std::string text;
    while (text.size() < kLength) text += piece;
    (void)decisions_of(text);
  }
}

}  // namespace
}  // namespace unbake::pipeline
