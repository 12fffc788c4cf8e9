#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>

#include "unbake/unbake.hpp"

namespace unbake {
namespace {

TEST(Lists, EncodingsAreSortedAndNamedOnce) {
  const std::vector<EncodingInfo> all = encodings();
  EXPECT_GT(all.size(), 60U);
  std::set<std::string_view> names;
  std::string_view before;
  for (const EncodingInfo& e : all) {
    EXPECT_LT(before, e.name);
    before = e.name;
    EXPECT_TRUE(names.insert(e.name).second) << e.name;
    for (const std::string_view alias : e.aliases) EXPECT_TRUE(names.insert(alias).second || alias == e.name) << alias;
  }
}

TEST(Lists, EveryPathIsALayerThatBakes) {
  const std::vector<std::string> all = paths();
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
  for (const std::string& path : all) {
    EXPECT_TRUE(bake("It\xE2\x80\x99s", path).has_value()) << path;
    Options options;
    options.allow = {path};
    EXPECT_TRUE(check_options(options).has_value()) << path;
  }
  EXPECT_EQ(all.front(), "utf-8>windows-1252");  // the likeliest
}

TEST(Lists, EveryEncodingThatMisreadsHasItsPath) {
  const std::vector<std::string> all = paths();
  for (const EncodingInfo& e : encodings()) {
    const bool has_path = std::find(all.begin(), all.end(), "utf-8>" + std::string(e.name)) != all.end();
    EXPECT_EQ(has_path, e.misreads) << e.name;
  }
}

TEST(Lists, EveryProfileBakesAloneAndWithEveryLossRule) {
  EXPECT_EQ(profiles().front().name, "whatwg");
  for (const ProfileInfo& profile : profiles()) {
    EXPECT_FALSE(profile.description.empty());
    EXPECT_TRUE(bake("It\xE2\x80\x99s", "utf-8>gbk", profile.name).has_value()) << profile.name;
    for (const ProfileInfo& rule : loss_rules()) {
      EXPECT_FALSE(rule.description.empty());
      const std::string both = std::string(profile.name) + "+" + std::string(rule.name);
      EXPECT_TRUE(bake("It\xE2\x80\x99s", "utf-8>gbk", both).has_value()) << both;
    }
  }
}

TEST(Lists, NotationsAreDescribed) {
  ASSERT_FALSE(notations().empty());
  for (const ProfileInfo& notation : notations()) {
    EXPECT_FALSE(notation.name.empty());
    EXPECT_FALSE(notation.description.empty()) << notation.name;
  }
}

TEST(Lists, LanguagesAreSorted) {
  const std::vector<std::string_view> all = languages();
  EXPECT_FALSE(all.empty());
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
  EXPECT_NE(std::find(all.begin(), all.end(), "en"), all.end());
}

TEST(Lists, TheVersionHasThreeNumbers) {
  const std::string_view v = version();
  EXPECT_EQ(std::count(v.begin(), v.end(), '.'), 2);
  EXPECT_TRUE(std::all_of(v.begin(), v.end(), [](unsigned char c) { return c == '.' || std::isdigit(c) != 0; })) << v;
}

TEST(Bake, TellsWhatIsWrong) {
  EXPECT_EQ(bake("a", "gbk").error().code, Error::Code::kBadPath);
  EXPECT_EQ(bake("a", "utf-8>nothing").error().code, Error::Code::kUnknownEncoding);
  EXPECT_EQ(bake("a", "utf-8>gbk", "nobody").error().code, Error::Code::kUnknownProfile);
  EXPECT_EQ(bake("\xE4\xB8\xAD", "windows-1252>gbk").error().code, Error::Code::kUnencodable);
  EXPECT_EQ(bake("\xFF", "utf-8>gbk").error().code, Error::Code::kUnencodable);
}

}  // namespace
}  // namespace unbake
