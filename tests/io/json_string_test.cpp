#include "io/json_string.hpp"

#include <gtest/gtest.h>

namespace unbake::io {
namespace {

std::string text_of(std::string_view source) {
  const auto text = JsonText::unescape(source);
  return text ? std::string(text->text()) : "(malformed)";
}

std::string escaped(std::string_view text, JsonStyle style = {}) {
  std::string out;
  append_json_escaped(out, text, style);
  return out;
}

TEST(JsonText, Unescapes) {
  EXPECT_EQ(text_of(""), "");
  EXPECT_EQ(text_of("plain \xC3\xA9 \xFF"), "plain \xC3\xA9 \xFF");
  EXPECT_EQ(text_of(R"(\"\\\/\b\f\n\r\t)"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(text_of(R"(\u0041\u00e9\u20AC)"), "A\xC3\xA9\xE2\x82\xAC");
  EXPECT_EQ(text_of(R"(\ud83d\ude00)"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(text_of(R"(\u0000)"), std::string(1, '\0'));
}

TEST(JsonText, CarriesHalvesOfSurrogatePairs) {
  EXPECT_EQ(text_of(R"(\ud83d)"), "\xED\xA0\xBD");
  EXPECT_EQ(text_of(R"(\ude00\ud83d)"), "\xED\xB8\x80\xED\xA0\xBD");
  EXPECT_EQ(text_of(R"(\ud83d\u0041)"),
            "\xED\xA0\xBD"
            "A");
}

TEST(JsonText, RefusesMalformedEscapes) {
  for (const char* source : {"\\", "\\x", "\\u", "\\u12", "\\u12g4", "a\\u00e", "\\ud83d\\u12"}) {
    EXPECT_EQ(text_of(source), "(malformed)") << source;
  }
}

TEST(JsonText, KnowsWhereItsBytesStood) {
  const auto text = JsonText::unescape(R"(ab\u00e9\ncd)");
  ASSERT_TRUE(text);
  ASSERT_EQ(text->text(), "ab\xC3\xA9\ncd");
  EXPECT_EQ(text->source_offset(0), 0U);
  EXPECT_EQ(text->source_offset(1), 1U);
  EXPECT_EQ(text->source_offset(2), 2U);
  EXPECT_EQ(text->source_offset(3), std::nullopt);
  EXPECT_EQ(text->source_offset(4), 8U);
  EXPECT_EQ(text->source_offset(5), 10U);
  EXPECT_EQ(text->source_offset(6), 11U);
  EXPECT_EQ(text->source_offset(7), 12U);
}

TEST(JsonStyle, SeesHowCharactersAreSpelled) {
  EXPECT_FALSE(json_style("plain").ascii_only);
  EXPECT_FALSE(json_style(R"(tab \u0009)").ascii_only);
  EXPECT_TRUE(json_style(R"(\u00e9)").ascii_only);
  EXPECT_FALSE(json_style(R"(\u00e9)").upper_case_hex);
  EXPECT_TRUE(json_style(R"(\u00E9)").upper_case_hex);
  EXPECT_FALSE(json_style(R"(\\u00e9)").ascii_only);
  EXPECT_FALSE(json_style("\\u00e9 \xC3\xA9").ascii_only);
}

TEST(AppendJsonEscaped, Escapes) {
  EXPECT_EQ(escaped("a\"\\/\n\x01\x7F\xC3\xA9\xFF"), "a\\\"\\\\/\\n\\u0001\x7F\xC3\xA9\xFF");
  EXPECT_EQ(escaped("\xC3\xA9\xF0\x9F\x98\x80\xFF", {.ascii_only = true}), "\\u00e9\\ud83d\\ude00\xFF");
  EXPECT_EQ(escaped("\xC3\xA9\x1F", {.ascii_only = true, .upper_case_hex = true}), "\\u00E9\\u001F");
}

}  // namespace
}  // namespace unbake::io
