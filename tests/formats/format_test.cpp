#include "formats/format.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "formats/legacy.hpp"

namespace unbake::formats {
namespace {

TEST(Formats, AreToldByTheEndingOfANameInAnyCase) {
  EXPECT_EQ(format_of_file("a/b.json").name, "json");
  EXPECT_EQ(format_of_file("PAGE.HTM").name, "html");
  EXPECT_EQ(format_of_file("x.tar.csv").name, "csv");
  for (const char* name : {"-", "json", "a.json/b", "a.txt", ".", "", "a.", "a.jsonx"}) {
    EXPECT_EQ(format_of_file(name).name, "plain") << name;
  }
}

TEST(Formats, HaveNamesAndEndingsOfTheirOwn) {
  std::set<std::string> endings;
  for (const Format& format : formats()) {
    EXPECT_EQ(find_format(format.name), &format);
    std::string ending;
    for (const char c : std::string(format.endings) + " ") {
      if (c != ' ') {
        ending += c;
      } else if (!ending.empty()) {
        EXPECT_TRUE(endings.insert(ending).second) << ending;
        EXPECT_EQ(&format_of_file("x." + ending), &format);
        ending.clear();
      }
    }
  }
}

TEST(Formats, RefuseWhatTheyDoNotSelect) {
  EXPECT_TRUE(refuses(*find_format("csv"), {.fields = {"t"}, .columns = {}, .attributes = {}}));
  EXPECT_TRUE(refuses(*find_format("plain"), {.fields = {}, .columns = {"1"}, .attributes = {}}));
  EXPECT_FALSE(refuses(*find_format("xml"), {.fields = {}, .columns = {}, .attributes = {"title"}}));
  EXPECT_FALSE(refuses(*find_format("srt"), {}));
}

TEST(Legacy, IsTextThatIsHardlyEverUtf8) {
  EXPECT_TRUE(is_legacy("caf\xE9"));
  EXPECT_TRUE(is_legacy("\xEA\xF2\xEE caf\xE9"));
  EXPECT_FALSE(is_legacy("cafe"));
  EXPECT_FALSE(is_legacy("caf\xC3\xA9 \xE9"));
  EXPECT_FALSE(is_legacy(std::string_view("caf\xE9\0", 5)));
  EXPECT_TRUE(is_utf16("\xFF\xFE"));
}

}  // namespace
}  // namespace unbake::formats
