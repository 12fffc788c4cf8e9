#include "files/ignore_rules.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace unbake::files {
namespace {

TEST(IgnoreRules, PatternsMatchAsInGit) {
  struct Case {
    const char* pattern;
    const char* path;
    bool matches;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"*.txt", "a.txt", true},
           {"*.txt", "a.txt.gz", false},
           {"a?c", "abc", true},
           {"a?c", "ac", false},
           {"[ab].c", "b.c", true},
           {"[!ab].c", "b.c", false},
           {"[]x].c", "].c", true},
           {"[[:digit:]]", "7", true},
           {"a\\*", "a*", true},
           {"a\\*", "ab", false},
           {"*a*b*c*", "xaxbxcx", true},
           {"*a*b*c*", "xaxcxbx", false},
           {"doc/*.txt", "doc/a.txt", true},
           {"doc/*.txt", "doc/a/b.txt", false},
           {"**/a", "x/y/a", true},
           {"**/a", "a", true},
           {"a/**", "a/b/c", true},
           {"a/**", "a", false},
           {"a/**/b", "a/b", true},
           {"a/**/b", "a/x/y/b", true},
           {"[ab", "[ab", true},
           {"", "", true},
       }) {
    EXPECT_EQ(matches(c.pattern, c.path), c.matches) << c.pattern << " " << c.path;
  }
}

TEST(IgnoreRules, TheLastRuleThatMatchesDecides) {
  const IgnoreRules rules("# comment\n\n*.log\r\n!keep.log\nbuild/\n/top.txt\nsub/deep.txt\ntrailing \\ \n\\#name\n");
  EXPECT_EQ(rules.decide("x/a.log", false), Ignored::kYes);
  EXPECT_EQ(rules.decide("x/keep.log", false), Ignored::kNo);
  EXPECT_EQ(rules.decide("x/build", true), Ignored::kYes);
  EXPECT_EQ(rules.decide("x/build", false), Ignored::kUndecided);
  EXPECT_EQ(rules.decide("top.txt", false), Ignored::kYes);
  EXPECT_EQ(rules.decide("x/top.txt", false), Ignored::kUndecided);
  EXPECT_EQ(rules.decide("sub/deep.txt", false), Ignored::kYes);
  EXPECT_EQ(rules.decide("x/sub/deep.txt", false), Ignored::kUndecided);
  EXPECT_EQ(rules.decide("trailing  ", false), Ignored::kYes);
  EXPECT_EQ(rules.decide("#name", false), Ignored::kYes);
  EXPECT_EQ(rules.decide("# comment", false), Ignored::kUndecided);
}

TEST(IgnoreRules, ManyStarsTakeNoLongTime) {
  std::string pattern;
  for (int i = 0; i < 60; ++i) pattern += "*a";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(matches(pattern + "b", std::string(250, 'a')));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

}  // namespace
}  // namespace unbake::files
