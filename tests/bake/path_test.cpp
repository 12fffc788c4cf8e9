#include "bake/path.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unbake::baking {
namespace {

using testing::HasSubstr;

std::string message(std::string_view spelled) {
  const Result<Path> path = parse_path(spelled);
  return path ? "parsed as " + to_string(*path) : path.error().message;
}

TEST(Path, IsReadAndSpelled) {
  EXPECT_EQ(to_string(parse_path("utf-8>gbk").value()), "utf-8>gbk");
  EXPECT_EQ(to_string(parse_path(" UTF8 >cp1252|utf-8 > GBK ").value()), "utf-8>windows-1252 | utf-8>gbk");
  EXPECT_EQ(parse_path("utf-8>windows-1251 | utf-8>windows-1251 | utf-8>gbk")->size(), 3U);
}

TEST(Path, ErrorsSayWhatIsWrongAndWhatToDo) {
  EXPECT_THAT(message(""), HasSubstr("empty"));
  EXPECT_THAT(message(" \n"), HasSubstr("empty"));
  EXPECT_THAT(message("gbk"), HasSubstr("lacks its '>'; write ENCODING>READ_AS, for example utf-8>gbk"));
  EXPECT_THAT(message("utf-8>gbk |"), HasSubstr("layer 2 is empty"));
  EXPECT_THAT(message("utf-8>"), HasSubstr("lacks an encoding"));
  EXPECT_THAT(message(">gbk"), HasSubstr("lacks an encoding"));
  EXPECT_THAT(message("utf-8>gbk>big5"), HasSubstr("separate layers by '|'"));
  EXPECT_THAT(message("a>b|a>b"), HasSubstr("unknown encoding 'a'"));
  EXPECT_THAT(message("utf-8>gbk|utf-8>gbk|utf-8>gbk|utf-8>gbk|utf-8>gbk|utf-8>gbk"), HasSubstr("more than 5 layers"));
}

TEST(Path, UnknownEncodingsComeWithTheClosestName) {
  EXPECT_THAT(message("utf-8>windows-1525"), HasSubstr("'windows-1525' (did you mean windows-125"));
  EXPECT_THAT(message("uft-8>gbk"), HasSubstr("did you mean utf-8?"));
  EXPECT_THAT(message("utf-8>KLINGON-STANDARD"), testing::Not(HasSubstr("did you mean")));
  EXPECT_EQ(parse_path("utf-8>nothing").error().code, Error::Code::kUnknownEncoding);
  EXPECT_EQ(parse_path("utf-8").error().code, Error::Code::kBadPath);
}

TEST(Path, OfAnyLengthIsAnsweredInTime) {
  EXPECT_FALSE(parse_path(std::string(1 << 20, '|')));
  EXPECT_FALSE(parse_path(std::string(1 << 20, '>')));
  EXPECT_LT(message(std::string(1 << 20, 'x')).size(), 300U);
  EXPECT_LT(message("utf-8>" + std::string(1 << 20, 'x')).size(), 300U);
}

}  // namespace
}  // namespace unbake::baking
