#include "detect/mention.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace unbake::detect {
namespace {

constexpr std::string_view kDamage = "\u00C3\u00A9";  // e with an acute accent, read as windows-1252
constexpr std::string_view kRepair = "\u00E9";

// Whether each `@` of a text, damage of one character, is a mention.
std::vector<bool> mentions(std::string_view pattern) {
  std::string text;
  std::vector<Place> places;
  for (const char c : pattern) {
    if (c == '@') {
      places.push_back({text.size(), text.size() + kDamage.size(), kRepair});
      text += kDamage;
    } else if (c == '~') {
      text += kRepair;
    } else {
      text += c;
    }
  }
  return find_mentions(text, places);
}

bool is_mention(std::string_view pattern) { return mentions(pattern) == std::vector<bool>{true}; }
bool is_use(std::string_view pattern) { return mentions(pattern) == std::vector<bool>{false}; }

TEST(Mention, NothingIsAskedOfCleanText) { EXPECT_TRUE(find_mentions("text", {}).empty()); }

TEST(Mention, HasItsRepairBesideIt) {
  EXPECT_TRUE(is_mention("\"caf@\" \"caf~\""));
  EXPECT_TRUE(is_mention("| @ | ~ |"));
  EXPECT_TRUE(is_mention("replace('@', '~')"));
  EXPECT_TRUE(is_mention("s/@/~/g"));
  EXPECT_TRUE(is_mention("th@ -> th~"));
  EXPECT_TRUE(is_mention("shows @ instead of ~"));
}

TEST(Mention, TheRepairOfAnotherWordIsNotBesideIt) {
  EXPECT_TRUE(is_use("the th@ and the caf~"));
  EXPECT_TRUE(is_use("th@ by the sea, th~"));
  EXPECT_TRUE(is_use("\"th@\" \"caf~\""));
}

TEST(Mention, IsQuotedAmongWordsAboutEncodings) {
  EXPECT_TRUE(is_mention("mojibake such as \"caf@\""));
  EXPECT_TRUE(is_mention("\"@\" in ISO-8859-1"));
  EXPECT_TRUE(is_use("\"caf@\" in the street"));
  EXPECT_TRUE(is_use("the caf@ is in UTF-8"));
  EXPECT_TRUE(is_use("\"encoding\": \"utf-8\", \"name\": \"caf@\""));
}

TEST(Mention, WordsOfTheNextLineCountLess) {
  EXPECT_TRUE(is_mention("# mojibake:\n# \"@\"\n"));
  EXPECT_TRUE(is_use("# mojibake:\n\n# \"@\"\n"));
}

TEST(Mention, IsInBackticksOfASentence) {
  EXPECT_TRUE(is_mention("it was called `caf@` before"));
  EXPECT_TRUE(is_use("return `caf@`;"));
  EXPECT_TRUE(is_use("it was called `caf@ ${name}` before"));
}

TEST(Mention, IsReplaced) {
  EXPECT_TRUE(is_mention("x.replace(\"@\", \"e\")"));
  EXPECT_TRUE(is_use("x.replace(\"e\", \"@\")"));
}

TEST(Mention, IsNamedByItsNumbers) {
  EXPECT_TRUE(is_mention("\"@\" U+00E9"));
  EXPECT_TRUE(is_mention("\"@\" 0xC3 0xA9"));
  EXPECT_TRUE(is_use("x = \"@\"; y = 0x41;"));
}

TEST(Mention, IsAMentionNoMoreInADamagedDocument) {
  EXPECT_EQ(mentions("x.replace(\"@\", \"e\")\n"), (std::vector<bool>{true}));
  EXPECT_EQ(mentions("x.replace(\"@\", \"e\")\nthe caf@\n"), (std::vector<bool>{false, false}));
  EXPECT_EQ(mentions("x.replace(\"@\", \"~\")\nthe caf@\n"), (std::vector<bool>{true, false}));  // beside its repair
}

TEST(Mention, BrokenQuotesAndEndsOfTextAreNoTrouble) {
  for (const std::string_view text : {"@", "\"@", "@\"", "`@", "|@", "@|", "(@", "\\x@", "\\x41@", "'@'", "/@/", "<@>"})
    EXPECT_EQ(mentions(text).size(), 1U) << text;
}

}  // namespace
}  // namespace unbake::detect
