#include "report/baseline.hpp"

#include <gtest/gtest.h>

namespace unbake::report {
namespace {

Found found(const std::string& before, std::size_t line) {
  Found result;
  result.file = "page.txt";
  result.begin = result.end = {line, 1};
  result.before = before;
  result.after = "x";
  result.path = "utf-8>gbk";
  return result;
}

TEST(Baseline, KnowsWhatWasAddedAsOftenAsItWas) {
  Baseline written;
  written.add(found("a\n\"", 1));
  written.add(found("a\n\"", 7));
  written.add(found("b\xFF", 2));
  auto read = Baseline::read(written.text());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text(), written.text());
  EXPECT_EQ(read->left(), 3U);
  EXPECT_TRUE(read->take(found("b\xFF", 9)));
  EXPECT_FALSE(read->take(found("b\xFF", 2)));
  EXPECT_TRUE(read->take(found("a\n\"", 1)));
  EXPECT_TRUE(read->take(found("a\n\"", 1)));
  EXPECT_FALSE(read->take(found("a\n\"", 1)));
  EXPECT_FALSE(read->take(found("c", 1)));
  EXPECT_EQ(read->left(), 0U);
}

TEST(Baseline, TextDoesNotDependOnTheOrder) {
  Baseline one;
  one.add(found("a", 1));
  one.add(found("b", 1));
  Baseline other;
  other.add(found("b", 1));
  other.add(found("a", 1));
  EXPECT_EQ(one.text(), other.text());
}

TEST(Baseline, IsNotJustAnyText) {
  EXPECT_TRUE(Baseline::read(""));
  EXPECT_TRUE(Baseline::read("\r\n\n"));
  EXPECT_FALSE(Baseline::read("{}"));
  EXPECT_FALSE(Baseline::read("{\"unbake_baseline\":2}"));
}

}  // namespace
}  // namespace unbake::report
