#include "notation/view.hpp"

#include <gtest/gtest.h>

#include "notation/reading.hpp"

namespace unbake::notation {
namespace {

TEST(View, HasTheLinesInWhichACharacterBeyondAsciiIsSpelled) {
  const std::string text = "plain\ncaf\\u00e9\na\\nb &amp; c\n\xC3\xA9\n%C3%A9 and more\nlast";
  const View view = View::of(text, kAllNotations, View::Lines::kWithSpelled);
  EXPECT_EQ(view.text(), "caf\xC3\xA9\n\xC3\xA9 and more\n");
  const std::size_t second = view.text().rfind('\xC3');
  const Stretch source = view.source({second, second + 2});
  EXPECT_EQ(text.substr(source.begin, source.end - source.begin), "%C3%A9");
  EXPECT_EQ(View::of("plain &amp; clean\n", kAllNotations, View::Lines::kWithSpelled).text(), "");
  EXPECT_EQ(View::of("", kAllNotations, View::Lines::kAll).text(), "");
}

TEST(View, ABlockWithAStarterMayBeSpelled) {
  const std::string text =
      "50 % of it, a = b & c; \\path\\to " + std::string(40, 'x') + "caf&eacute; " + std::string(9, 'y');
  const std::size_t spelled = text.find("&eacute;");
  for (std::size_t end = 0; end <= text.size(); ++end) {
    EXPECT_EQ(may_be_spelled(text, 0, end, kAllNotations), end > spelled) << end;
    EXPECT_FALSE(may_be_spelled(text, std::min(end, spelled + 1), spelled, kAllNotations)) << end;
  }
  EXPECT_FALSE(may_be_spelled(text, 0, text.size(), 0));
}

TEST(View, StretchesComeFromTheText) {
  const std::string text = "a\\u00c3\\u00a9b\n&eacute;";
  const View view = view_of_all(text);
  ASSERT_EQ(view.text(),
            "a\xC3\x83\xC2\xA9"
            "b\n\xC3\xA9");
  const auto source = [&](std::size_t begin, std::size_t end) {
    const Stretch s = view.source({begin, end});
    return text.substr(s.begin, s.end - s.begin);
  };
  EXPECT_EQ(source(0, 1), "a");
  EXPECT_EQ(source(1, 3), "\\u00c3");
  EXPECT_EQ(source(1, 5), "\\u00c3\\u00a9");
  EXPECT_EQ(source(0, 6), "a\\u00c3\\u00a9b");
  EXPECT_EQ(source(6, 9), "\n&eacute;");
}

TEST(View, PartsOfAtomsBecomeWhole) {
  const View view = view_of_all("x=?utf-8?B?Y2Fmw6k=?=y\\u00e9");
  ASSERT_EQ(view.text(), "x caf\xC3\xA9 y\xC3\xA9");
  const Stretch inside = view.whole_atoms({4, 5});
  EXPECT_EQ(inside.begin, 2U);
  EXPECT_EQ(inside.end, 7U);
  const Stretch plain = view.whole_atoms({8, 9});
  EXPECT_EQ(plain.begin, 8U);
  EXPECT_EQ(plain.end, 9U);
  const Stretch half = view.whole_atoms({8, 10});
  EXPECT_EQ(half.end, 11U);
}

TEST(View, TellsTheNotation) {
  const View view = view_of_all("a&amp;\\u00e9\xC3\xA9%C3%A9");
  ASSERT_EQ(view.text(), "a&\xC3\xA9\xC3\xA9\xC3\xA9");
  EXPECT_EQ(view.notation_in({0, 2}), std::nullopt);  // only ASCII is spelled
  EXPECT_EQ(view.notation_in({0, 3}), Notation::kUnicodeEscapes);
  EXPECT_EQ(view.notation_in({4, 6}), std::nullopt);
  EXPECT_EQ(view.notation_in({4, 8}), Notation::kPercent);
}

TEST(View, AsciiKeepsItsBytes) {
  const std::string text = "\\u00c3\\u0020\\u00a9 &amp;";
  const View view = view_of_all(text);
  EXPECT_EQ(view.spelled({0, 5}, "\xC3\xA9 \xC3\xA8"), "\\u00e9\\u0020\\u00e8");
  EXPECT_EQ(view.spelled({0, 5}, "\xC3\xA9"), std::nullopt);         // the space is gone
  EXPECT_EQ(view.spelled({0, 5}, " \""), std::nullopt);              // a quotation mark would end the string
  EXPECT_EQ(view.spelled({0, 5}, "\xC3\xA9s "), "\\u00e9s\\u0020");  // a letter that was swallowed
}

TEST(View, WhatIsPartlyPlainIsWrittenPlain) {
  EXPECT_EQ(spelled_like("\xC3\x83&copy;", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\xC3\xA9");
  EXPECT_EQ(spelled_like("&Atilde;\xC2\xA9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\xC3\xA9");
}

TEST(View, BytesThatAreNotUtf8AreCarriedThrough) {
  const View view = view_of_all("\xFF\\u00e9\xC3");
  EXPECT_EQ(view.text(), "\xFF\xC3\xA9\xC3");
}

}  // namespace
}  // namespace unbake::notation
