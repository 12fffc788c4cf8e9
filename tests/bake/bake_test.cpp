#include "bake/bake.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

using testing::HasSubstr;

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
}

Result<std::string> baked(std::u32string_view text, std::string_view path, std::string_view profile = "whatwg") {
  return bake(utf8(text), parse_path(path).value(), parse_profile(profile).value());
}

TEST(Bake, OneLayer) {
  EXPECT_EQ(*baked(U"caf\xE9", "utf-8>windows-1252"), utf8(U"caf\xC3\xA9"));
  EXPECT_EQ(*baked(U"\u2019s", "utf-8>gbk"), utf8(U"\u9225\u6A9A"));
  EXPECT_EQ(*baked(U"\u041F", "windows-1251>windows-1252"), utf8(U"\xCF"));
  EXPECT_EQ(*baked(U"", "utf-8>gbk"), "");
}

TEST(Bake, LayersAreOldestFirst) {
  EXPECT_EQ(*baked(U"\xE9", "utf-8>windows-1252 | utf-8>windows-1252"), utf8(U"\xC3\u0192\xC2\xA9"));
  EXPECT_EQ(*baked(U"\xE9", "utf-8>windows-1252 | utf-8>gbk"), *baked(U"\xC3\xA9", "utf-8>gbk"));
}

TEST(Bake, RulesComeAfterTheLastLayer) {
  EXPECT_EQ(*baked(U"\xE0", "utf-8>windows-1252", "whatwg+nbsp-to-space"), utf8(U"\xC3 "));
  EXPECT_EQ(*baked(U"\xE0", "utf-8>windows-1252 | utf-8>windows-1252", "whatwg+nbsp-to-space"),
            utf8(U"\xC3\u0192\xC2 "));
}

TEST(Bake, DecodersFailInTheirOwnWay) {
  EXPECT_EQ(*baked(U"\u2014 x", "utf-8>gbk", "python-ignore"), utf8(U"\u9225 x"));
  EXPECT_EQ(*baked(U"\u2014 x", "utf-8>gbk", "python-question"), utf8(U"\u9225? x"));
  EXPECT_EQ(*baked(U"\u2014 x", "utf-8>gbk", "windows"), utf8(U"\u9225?x"));
  EXPECT_EQ(*baked(U"\u2014 x", "utf-8>gb18030", "iconv-c"), utf8(U"\u9225x"));
  EXPECT_EQ(*baked(U"\u2014 x", "utf-8>shift_jis", "windows"), utf8(U"\u7AB6\u30FBx"));
  EXPECT_EQ(*baked(U"\u201D", "utf-8>windows-1252", "mysql"), utf8(U"\xE2\u20AC\x9D"));
}

TEST(Bake, ADetourIsTwoLayersUnderOneName) {
  const std::u32string text = U"\u201CNo\u201D \u2014 x, caf\xE9 \u2026 \u4E2D\u6587 \u20AC 5";
  EXPECT_EQ(*baked(U"\u2014 x", "utf-8>windows-1252", "windows-gbk"), utf8(U"\xE2\u20AC?x"));
  EXPECT_EQ(*baked(text, "utf-8>windows-1252", "windows-gbk"), *baked(text, "utf-8>gbk | gbk>windows-1252", "windows"));
  EXPECT_EQ(*baked(text, "utf-8>gbk", "windows-gbk"), *baked(text, "utf-8>gbk", "windows"));
}

TEST(Bake, C1ControlsOfAnEarlierLayerAreBytesAgain) {
  EXPECT_EQ(*baked(U"\xC1", "utf-8>windows-1252 | windows-1252>windows-1252"), utf8(U"\xC3\x81"));
  EXPECT_FALSE(baked(U"\xC1", "utf-8>windows-1252 | windows-1252>gbk", "python-replace")) << "U+FFFD has no byte";
}

TEST(Bake, ErrorsNameTheCharacterThePlaceTheLayerAndTheRemedy) {
  const Result<std::string> result = baked(U"one\ntwo \u4E2D", "windows-1252>gbk");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Error::Code::kUnencodable);
  EXPECT_EQ(result.error().message,
            "U+4E2D at line 2, column 5 has no bytes in windows-1252, from which layer 1 (windows-1252>gbk) starts; "
            "take the character out, or name an encoding that has it");
  EXPECT_THAT(baked(U"\u4E2D", "utf-8>gbk | koi8-r>windows-1252").error().message,
              HasSubstr("line 1, column 1 of the text that layer 1 makes has no bytes in koi8-r"));
  EXPECT_THAT(bake("ab\xFF", parse_path("utf-8>gbk").value(), {}).error().message,
              HasSubstr("the byte FF at line 1, column 3 is not UTF-8"));
}

TEST(Bake, IntoBuffersIsTheSame) {
  BakeBuffers buffers;
  const Path path = parse_path("utf-8>windows-1252 | utf-8>gbk").value();
  const ProfileId profile = parse_profile("python-question+nbsp-to-space").value();
  for (const char32_t* text : {U"", U"caf\xE9", U"\u2014 x\u4E2D\u6587", U"\x81"}) {
    ASSERT_TRUE(bake_into(utf8(text), path, profile, buffers));
    EXPECT_EQ(buffers.text, *bake(utf8(text), path, profile));
  }
  EXPECT_FALSE(bake_into(utf8(U"\u4E2D"), parse_path("koi8-r>gbk").value(), profile, buffers));
}

}  // namespace
}  // namespace unbake::baking
