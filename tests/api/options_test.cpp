#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "damage.hpp"

namespace unbake {
namespace {

using tests::damaged;
using tests::kSentence;

TEST(Options, DefaultsAreGood) { EXPECT_TRUE(check_options({}).has_value()); }

TEST(Options, OutOfRangeAreTold) {
  for (const double confidence :
       {-0.01, 1.01, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    Options options;
    options.min_confidence = confidence;
    ASSERT_FALSE(check_options(options).has_value()) << confidence;
    EXPECT_EQ(check_options(options).error().code, Error::Code::kBadOption);
    EXPECT_THAT(check_options(options).error().message, testing::HasSubstr("min_confidence"));
  }
  for (const int layers : {0, -1, 6}) {
    Options options;
    options.max_layers = layers;
    ASSERT_FALSE(check_options(options).has_value()) << layers;
    EXPECT_THAT(check_options(options).error().message, testing::HasSubstr("max_layers"));
  }
  for (const int layers : {1, 5}) {
    Options options;
    options.max_layers = layers;
    EXPECT_TRUE(check_options(options).has_value()) << layers;
  }
}

TEST(Options, NamesThatAreNoLayerAreTold) {
  for (const bool is_allow : {true, false}) {
    Options options;
    (is_allow ? options.allow : options.deny) = {"utf-8>gbk", "utf-8>nothing"};
    ASSERT_FALSE(check_options(options).has_value());
    EXPECT_EQ(check_options(options).error().code, Error::Code::kUnknownEncoding);
    (is_allow ? options.allow : options.deny) = {"gbk"};
    ASSERT_FALSE(check_options(options).has_value());
    EXPECT_EQ(check_options(options).error().code, Error::Code::kBadPath);
  }
}

TEST(Options, OutOfRangeAreClamped) {
  Options options;
  options.min_confidence = -3;
  options.max_layers = 100;
  EXPECT_EQ(fix(damaged(), options).text(), kSentence);
  options.min_confidence = 7;
  options.max_layers = -100;
  Options clamped;
  clamped.min_confidence = 1;
  clamped.max_layers = 1;
  EXPECT_EQ(fix(damaged(), options).text(), fix(damaged(), clamped).text());
}

TEST(Options, OnlyAllowedLayersAreUndone) {
  Options options;
  options.allow = {"utf-8>windows-1251"};
  EXPECT_FALSE(fix(damaged("utf-8>macintosh"), options).changed());
  EXPECT_EQ(fix(damaged("utf-8>windows-1251"), options).text(), kSentence);
  for (const Finding& f : explain(damaged("utf-8>windows-1252"), options)) EXPECT_EQ(f.edit.path, "utf-8>windows-1251");
}

TEST(Options, NamesMayBeAliases) {
  Options options;
  options.allow = {" UTF8 > CP1251 "};
  EXPECT_TRUE(check_options(options).has_value());
  EXPECT_EQ(fix(damaged("utf-8>windows-1251"), options).text(), kSentence);
}

TEST(Options, DeniedLayersAreNotUndone) {
  Options options;
  options.deny = {"utf-8>macintosh"};
  for (const Edit& e : plan(damaged("utf-8>macintosh"), options).edits) EXPECT_NE(e.path, "utf-8>macintosh");
  EXPECT_EQ(fix(damaged("utf-8>windows-1251"), options).text(), kSentence);
}

TEST(Options, LayersOfOtherEncodingsAreAllowedAndDeniedLikeThoseOfUtf8) {
  const std::string russian =
      "\u0412\u0447\u0435\u0440\u0430 \u043C\u044B \u0447\u0438\u0442\u0430\u043B\u0438 \u043A\u043D\u0438\u0433\u0443 "
      "\u0443 \u0440\u0435\u043A\u0438.\n";
  const std::string misread = bake(russian, "windows-1251>windows-1252", "whatwg").value();
  ASSERT_EQ(fix(misread).text(), russian);
  Options options;
  options.deny = {"windows-1251>windows-1252"};
  for (const Edit& e : plan(misread, options).edits) EXPECT_NE(e.path, "windows-1251>windows-1252");
  EXPECT_EQ(fix(damaged(), options).text(), kSentence);
  options.deny = {};
  options.allow = {"utf-8>windows-1252"};
  EXPECT_FALSE(fix(misread, options).changed());
  options.allow = {"windows-1251>windows-1252"};
  EXPECT_EQ(fix(misread, options).text(), russian);
  EXPECT_FALSE(fix(damaged(), options).changed());
  options.allow = {"windows-1251>windows-1252", "utf-8>windows-1252"};
  EXPECT_EQ(fix(misread, options).text(), russian);
  EXPECT_EQ(fix(damaged(), options).text(), kSentence);
}

TEST(Options, DenyIsStrongerThanAllow) {
  Options options;
  options.allow = options.deny = {"utf-8>windows-1252"};
  EXPECT_FALSE(fix(damaged(), options).changed());
}

TEST(Options, NamesThatMatchNothingAllowNothing) {
  Options options;
  options.allow = {"nonsense"};
  EXPECT_FALSE(fix(damaged(), options).changed());
}

TEST(Options, FewerLayersUndoLess) {
  const std::string twice = damaged("utf-8>iso-8859-1 | utf-8>iso-8859-1");
  EXPECT_EQ(fix(twice).text(), kSentence);
  Options options;
  options.max_layers = 1;
  for (const Edit& e : plan(twice, options).edits) EXPECT_EQ(e.path.find('|'), std::string::npos);
}

TEST(Options, UnknownNotationsAreTold) {
  Options options;
  options.notations = {"entitys"};
  ASSERT_FALSE(check_options(options).has_value());
  EXPECT_EQ(check_options(options).error().code, Error::Code::kBadOption);
  EXPECT_THAT(check_options(options).error().message, testing::HasSubstr("did you mean entities?"));
  for (const ProfileInfo& notation : notations()) {
    options.notations = {std::string(notation.name), "none", "all"};
    EXPECT_TRUE(check_options(options).has_value()) << notation.name;
  }
}

TEST(Options, OnlyTheNotationsThatAreNamedAreRead) {
  const std::string text = R"(caf\u00c3\u00a9 caf&Atilde;&copy;)";
  Options options;
  EXPECT_EQ(fix(text, options).text(), R"(caf\u00e9 caf&eacute;)");
  options.notations = {"entities"};
  ASSERT_EQ(plan(text, options).edits.size(), 1U);
  EXPECT_EQ(plan(text, options).edits[0].notation, "entities");
  for (const std::vector<std::string>& none : {std::vector<std::string>{}, {"none"}, {"no-such-notation"}}) {
    options.notations = none;
    EXPECT_FALSE(fix(text, options).changed());
  }
}

}  // namespace
}  // namespace unbake
