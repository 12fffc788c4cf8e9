#include "pipeline/rest_of_damage.hpp"

#include <gtest/gtest.h>

#include "pipeline/deciding.hpp"

namespace unbake::pipeline {
namespace {

Decision repair(std::size_t offset, std::size_t length, const char* path) {
  Decision d;
  d.offset = offset;
  d.length = length;
  d.path = *baking::parse_path(path);
  d.verdict = Verdict::kRepaired;
  return d;
}

// Two letters, each two symbols of four bytes, and what may be another one.
constexpr std::string_view kText = "\u00C3\u00A9 \u00C3\u00A8 \u00C3";

TEST(RestOfDamage, IsWhatNoRepairCovers) {
  const std::vector<Decision> decisions = {repair(0, 4, "utf-8>windows-1252"), repair(5, 4, "utf-8>windows-1252")};
  const auto rest = rest_of_damage(kText, decisions);
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->offsets, std::vector<std::size_t>{10});
  EXPECT_FALSE(is_all_repaired(kText, decisions));
  EXPECT_TRUE(is_all_repaired(kText.substr(0, 10), decisions));
}

TEST(RestOfDamage, IsOfOneReaderAndOneLayer) {
  EXPECT_FALSE(rest_of_damage(kText, {}));
  EXPECT_FALSE(rest_of_damage(kText, {repair(0, 4, "utf-8>windows-1252"), repair(5, 4, "utf-8>iso-8859-1")}));
  EXPECT_FALSE(rest_of_damage(kText, {repair(0, 9, "utf-8>windows-1252 | utf-8>windows-1252")}));
  EXPECT_FALSE(rest_of_damage(kText, {repair(0, 9, "windows-1251>windows-1252")}));
}

TEST(RestOfDamage, IsShownByTheReaderAndNoMoreThanWasRepaired) {
  EXPECT_FALSE(rest_of_damage("\u00C3\u00A9 \u4E2D", {repair(0, 4, "utf-8>windows-1252")}));
  EXPECT_FALSE(rest_of_damage("\u00C3\u00A9 \u0093", {repair(0, 4, "utf-8>iso-8859-1")}));
  EXPECT_FALSE(rest_of_damage("\u00C3\u00A9 \u00C3\u00A9\u00C3", {repair(0, 4, "utf-8>windows-1252")}));
}

TEST(RestOfDamage, OneSignIsRepairedWhereAllElseIs) {
  const std::string line = "The dog\u9225\u6A9A bowl is at \u4F2A = 2.0 on the map";
  EXPECT_EQ(repaired(line), "The dog\u2019s bowl is at \u03B1 = 2.0 on the map");
  EXPECT_EQ(repaired("The dog bowl is at \u4F2A = 2.0"), "The dog bowl is at \u4F2A = 2.0");
}

}  // namespace
}  // namespace unbake::pipeline
