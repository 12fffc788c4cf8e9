#include "bake/proof.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
}

// The name of the profile that proves the repair, or nothing.
std::string proof(std::u32string_view repaired, std::u32string_view following, std::string_view path,
                  std::u32string_view damaged, std::string_view preferred = "") {
  std::optional<ProfileId> first;
  if (!preferred.empty()) first = parse_profile(preferred).value();
  const Path layers = parse_path(path).value();
  const auto found = find_proof(utf8(repaired), utf8(following), layers, utf8(damaged), first);
  if (!found) return "";
  EXPECT_TRUE(proves(utf8(repaired), utf8(following), layers, *found, utf8(damaged)));
  return to_string(*found);
}

TEST(Proof, OfWhatLostNothing) {
  EXPECT_EQ(proof(U"\xE9", U" x", "utf-8>windows-1252", U"\xC3\xA9"), "whatwg");
  EXPECT_EQ(proof(U"\xE9", U"", "utf-8>windows-1252 | utf-8>windows-1252", U"\xC3\u0192\xC2\xA9"), "whatwg");
  EXPECT_EQ(proof(U"\xE8", U"", "utf-8>windows-1252", U"\xC3\xA9"), "");
}

TEST(Proof, OfLostBytesNamesTheDecoder) {
  EXPECT_EQ(proof(U"\u2014", U" x", "utf-8>gbk", U"\u9225\uFFFD"), "whatwg");
  EXPECT_EQ(proof(U"\u2014", U" x", "utf-8>gbk", U"\u9225"), "python-ignore");
  EXPECT_EQ(proof(U"\u2014", U" x", "utf-8>gbk", U"\u9225?"), "python-question");
  EXPECT_EQ(proof(U"\u2014 ", U"x", "utf-8>gbk", U"\u9225?"), "windows");
  EXPECT_EQ(proof(U"\u2014 ", U"x", "utf-8>gb18030", U"\u9225"), "iconv-c");
  EXPECT_EQ(proof(U"\u201D", U".", "utf-8>windows-1252", U"\xE2\u20AC\uFFFD"), "python-replace");
  EXPECT_EQ(proof(U"\u201D", U".", "utf-8>windows-1252", U"\xE2\x80\x9D"), "icu");
}

// A question mark for the last byte and the space behind it, among characters of windows-1252: lost in between, in GBK.
TEST(Proof, OfLossesBetweenLayers) {
  EXPECT_EQ(proof(U"\u2014 ", U"set", "utf-8>gbk | gbk>windows-1252", U"\xE2\u20AC?"), "windows");
}

TEST(Proof, PrefersWhatIsPreferredIfItHolds) {
  EXPECT_EQ(proof(U"\u2014", U" x", "utf-8>gbk", U"\u9225\uFFFD", "java"), "java");
  EXPECT_EQ(proof(U"\u2014", U" x", "utf-8>gbk", U"\u9225\uFFFD", "python-ignore"), "whatwg");
  EXPECT_EQ(proof(U"\xE9", U"", "utf-8>windows-1252", U"\xC3\xA9", "whatwg+nbsp-to-space"), "whatwg+nbsp-to-space");
}

TEST(Proof, FindsLossRules) {
  EXPECT_EQ(proof(U"\xE0", U"b", "utf-8>windows-1252", U"\xC3 "), "whatwg+nbsp-to-space");
  EXPECT_EQ(proof(U"\xC1", U"b", "utf-8>windows-1252", U"\xC3"), "python-ignore");
  EXPECT_EQ(proof(U"\xC1\xED", U"b", "utf-8>windows-1252", U"\xC3\xC3"), "whatwg+c1-stripped+soft-hyphen-removed");
  EXPECT_EQ(proof(U"\u2019", U"s", "utf-8>windows-1252", U"\xE2\u20AC'"), "");
  EXPECT_EQ(proof(U"\u2014", U"s", "utf-8>windows-1252", U"\xE2\u20AC\""), "whatwg+quotes-straightened");
  EXPECT_EQ(proof(U"\xE9", U"b", "utf-8>windows-1252", U"\xE3\xA9"), "whatwg+lower-cased");
  EXPECT_EQ(proof(U"\xE9", U"B", "utf-8>windows-1252", U"\xE3\xA9"), "") << "lower case holds for what follows too";
}

TEST(Proof, TheByteBehindTheSpanDecides) {
  const Path path = parse_path("utf-8>gbk").value();
  const ProfileId whatwg{};
  EXPECT_TRUE(proves(utf8(U"\u2014"), " ", path, whatwg, utf8(U"\u9225\uFFFD")));
  EXPECT_FALSE(proves(utf8(U"\u2014"), "s", path, whatwg, utf8(U"\u9225\uFFFD"))) << "the s would be swallowed";
  EXPECT_TRUE(proves(utf8(U"\u2014s"), "", path, whatwg, utf8(U"\u9225\u6515")));
  EXPECT_TRUE(proves(utf8(U"\u2014"), "", path, whatwg, utf8(U"\u9225\uFFFD"))) << "the end of the text";
  EXPECT_TRUE(proves(utf8(U"\u2014"), utf8(U"\u4E2D"), path, whatwg, utf8(U"\u9225\uFFFD"))) << "not known";
  EXPECT_FALSE(proves(utf8(U"\u2014"), " ", path, whatwg, utf8(U"\u9225\uFFFD "))) << "the space is not of the span";
}

TEST(Proof, FourBytesOfGb18030) {
  const Path path = parse_path("utf-8>gb18030").value();
  const ProfileId whatwg{};
  EXPECT_TRUE(proves(utf8(U"\u2014"), "5 x", path, whatwg, utf8(U"\u9225\uFFFD")));
  EXPECT_TRUE(proves(utf8(U"\u2014"), utf8(U"5\u4E2D"), path, whatwg, utf8(U"\u9225\uFFFD")));
}

TEST(Proof, WhatCannotBeEncodedIsNotProven) {
  EXPECT_EQ(proof(U"\u4E2D", U"", "windows-1251>windows-1252", U"\xCF"), "");
}

}  // namespace
}  // namespace unbake::baking
