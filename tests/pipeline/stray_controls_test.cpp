#include "pipeline/stray_controls.hpp"

#include <gtest/gtest.h>

#include "bake/bake.hpp"
#include "pipeline/deciding.hpp"

namespace unbake::pipeline {
namespace {

std::string read_as_latin1(std::string_view text, const char* source = "windows-1252") {
  const auto path = baking::parse_path(std::string(source) + ">iso-8859-1");
  return baking::bake(text, *path, *baking::parse_profile("whatwg")).value();
}

TEST(StrayControls, AreTheMarksOfWindows1252) {
  for (const char* text : {
           "It\u2019s late, said the baker, \u201Cand I\u2019m tired\u201D \u2013 and he didn\u2019t open the door.",
           "Don\u2019t wake the cat, it\u2019s asleep.",
           "L\u2019\u00E9t\u00E9, c\u2019est le c\u0153ur de l\u2019ann\u00E9e\u2026",
           "Er rief \u201EHalt\u201C, und alle blieben stehen.",
           "Tickets: \u20AC12",
       }) {
    const std::string damaged = read_as_latin1(text);
    ASSERT_NE(damaged, text);
    EXPECT_EQ(repaired(damaged), text);
  }
}

TEST(StrayControls, TellTheirPath) {
  const auto decisions = decisions_of(read_as_latin1("Don\u2019t wake the cat."));
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(baking::to_string(decisions[0].path), "windows-1252>iso-8859-1");
  EXPECT_EQ(decisions[0].after, "\u2019");
}

TEST(StrayControls, StandBesideUtf8ThatWasMisread) {
  EXPECT_EQ(repaired("\u00E2\u0080\u009CWe open at noon\u0094, said the sign."),
            "\u201CWe open at noon\u201D, said the sign.");
  EXPECT_EQ(repaired("\u00E2\u0080\u009Cat noon\u0085\u0094"), "\u201Cat noon\u2026\u201D");
}

TEST(StrayControls, AreRepairedInEscapes) {
  EXPECT_EQ(repaired(R"({"note": "we don\u0092t know, it\u0092s \u0093late\u0094"})"),
            R"({"note": "we don\u2019t know, it\u2019s \u201clate\u201d"})");
}

TEST(StrayControls, OfOtherPagesAreNotThoseOfWindows1252) {
  for (const char* source : {"ibm850", "macintosh"}) {
    for (const char* text : {"un caf\u00E9", "a la ma\u00F1ana", "voil\u00E0 le chat"}) {
      const std::string damaged = read_as_latin1(text, source);
      EXPECT_TRUE(decide_stray_controls(damaged, {}).empty()) << source << " " << text;
    }
  }
}

TEST(StrayControls, BytesOfUtf8AreLeft) {
  for (const char* text : {"\u00E2\u0080 live", "\u00C3\u0093", "\u00F0\u009F\u0098"})
    EXPECT_TRUE(decide_stray_controls(text, {}).empty());
}

TEST(StrayControls, WhatIsNoTextIsLeft) {
  std::string all;
  for (char32_t c = 0x80; c < 0xA0; ++c) base::append_utf8(all, c);
  for (const std::string& text :
       {all, std::string("\x1B[31mred\u009B0m"), std::string("[\u0080-\u009F]+"),
        std::string("if c == '\u0093' or c == '\u0094': c = '\"'"), std::string("s.replace(\"\u0096\", \"-\")"),
        std::string(R"(var re = /[\u0080-\u009f]/;)"), std::string("PNG\u0089\u008A\x01\u0093zz")})
    EXPECT_EQ(repaired(text), text);
}

TEST(StrayControls, AreLeftIfTheirReaderIsNotAllowed) {
  Settings settings;
  settings.readers = 0;
  EXPECT_TRUE(decide_stray_controls("Don\u0092t wake the cat.", settings).empty());
}

}  // namespace
}  // namespace unbake::pipeline
