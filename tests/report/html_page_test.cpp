#include "report/html_page.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace unbake::report {
namespace {

Found found(const std::string& file, const std::string& path, double confidence) {
  Found result;
  result.file = file;
  result.before = "<old>";
  result.after = "n&w";
  result.left = "\x1B ";
  result.right = " '\xFF\"";
  result.path = path;
  result.confidence = confidence;
  return result;
}

bool has(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

TEST(HtmlPage, EscapesWhatItShows) {
  const std::string page = html_page(std::vector<Found>{found("<a>", "utf-8>gbk", 0.95)}, 3);
  EXPECT_TRUE(has(page, "<bdi>\\x1b <mark>&lt;old&gt;</mark> &#39;\\xff&quot;</bdi>"));
  EXPECT_TRUE(has(page, "<mark>n&amp;w</mark>"));
  EXPECT_TRUE(has(page, "data-file=\"&lt;a&gt;\""));
  EXPECT_TRUE(has(page, "data-kind=\"utf-8&gt;gbk\""));
}

TEST(HtmlPage, CountsAndDoesNotCallCertainWhatIsNot) {
  std::vector<Found> all = {found("a", "x>y", 1.0), found("a", "x>y", 0.5), found("b", "y>z", 0.95)};
  all[1].near = true;
  all[1].between = " and ";
  const std::string page = html_page(all, 4);
  EXPECT_TRUE(has(page, "<b>3</b><span>repairs</span>"));
  EXPECT_TRUE(has(page, "<b>2</b><span>damaged files</span>"));
  EXPECT_TRUE(has(page, "<b>4</b><span>files looked at</span>"));
  EXPECT_TRUE(has(page, "<mark>n&amp;w</mark> and <mark>n&amp;w</mark>"));
  EXPECT_TRUE(has(page, "confidence 50.0 %"));
  EXPECT_FALSE(has(page, "100.0 %"));
}

TEST(HtmlPage, IsShortIfNothingIsDamaged) {
  const std::string page = html_page({}, 1);
  EXPECT_TRUE(has(page, "Nothing is damaged."));
  EXPECT_FALSE(has(page, "<script>"));
}

TEST(HtmlPage, ShowsOnlySoMany) {
  const std::string page = html_page(std::vector<Found>(kMostShown + 1, found("a", "x>y", 1)), 1);
  EXPECT_TRUE(has(page, "<b>5001</b>"));
  EXPECT_TRUE(has(page, "The first 5000 repairs are shown"));
}

}  // namespace
}  // namespace unbake::report
