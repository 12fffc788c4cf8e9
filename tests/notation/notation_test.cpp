// What each notation reads, what it leaves, and how it writes.
#include "notation/notation.hpp"

#include <gtest/gtest.h>

#include "notation/reading.hpp"

namespace unbake::notation {
namespace {

TEST(Notations, AreFoundByName) {
  ASSERT_EQ(notations().size(), kNotationCount);
  for (const Row& row : notations()) {
    EXPECT_EQ(find(row.name), row.id);
    EXPECT_EQ(&get(row.id), &row);
    EXPECT_FALSE(row.description.empty());
  }
  EXPECT_EQ(find("no-such-notation"), std::nullopt);
}

TEST(UnicodeEscapes, AreRead) {
  EXPECT_EQ(read("caf\\u00e9"), "caf\xC3\xA9");
  EXPECT_EQ(read("\\u00C3\\u00A9"), "\xC3\x83\xC2\xA9");
  EXPECT_EQ(read("\\ud83d\\ude00!"), "\xF0\x9F\x98\x80!");
  EXPECT_EQ(read("\\U0001f600"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(read("\\u{e9}\\u{1F600}\\u{00e9}"), "\xC3\xA9\xF0\x9F\x98\x80\xC3\xA9");
  EXPECT_EQ(read("a\\nb\\tc\\rd"), "a\nb\tc\rd");
}

TEST(UnicodeEscapes, WhatIsNoneIsLeft) {
  for (const char* text :
       {"\\u00e", "\\u00eg", "\\u", "\\ud83d", "\\ude00\\ud83d", "\\ud83d\\ud83d", "\\U00110000", "\\u{}",
        "\\u{110000}", "\\u{e9", "\\u{0000000e9}", "\\\\u00e9", "\\u00eA", "\\ud83d\\uDE00", "u00e9"}) {
    EXPECT_EQ(read(text), text);
  }
  EXPECT_EQ(read("\\\\\\u00e9"), "\\\\\xC3\xA9");  // an escaped backslash, and an escape
}

TEST(UnicodeEscapes, AreWrittenAsTheyWere) {
  EXPECT_EQ(spelled_like("\\u00c3\\u00a9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\\u00e9");
  EXPECT_EQ(spelled_like("\\u00C3\\u00A9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\\u00E9");
  EXPECT_EQ(spelled_like("\\u00c3\\u00a9", "\xC3\x83\xC2\xA9", "\xF0\x9F\x98\x80"), "\\ud83d\\ude00");
  EXPECT_EQ(spelled_like("\\U000000C3", "\xC3\x83", "\xF0\x9F\x98\x80"), "\\U0001F600");
  EXPECT_EQ(spelled_like("\\u{c3}", "\xC3\x83", "\xF0\x9F\x98\x80"), "\\u{1f600}");
  EXPECT_EQ(spelled_like("\\u{00C3}", "\xC3\x83", "\xC3\xA9"), "\\u{00E9}");
}

TEST(ByteEscapes, AreReadAsUtf8) {
  EXPECT_EQ(read("caf\\xc3\\xa9"), "caf\xC3\xA9");
  EXPECT_EQ(read("caf\\303\\251s"), "caf\xC3\xA9s");
  EXPECT_EQ(read("\\xE6\\x97\\xA5"), "\xE6\x97\xA5");
}

TEST(ByteEscapes, WhatIsNoUtf8IsLeft) {
  for (const char* text : {"\\xe9t\\xe9", "\\xc3", "\\xc3\\", "\\351", "\\303\\", "\\400\\251", "\\x\\xa9",
                           "\\xc3\\xa9\\xff", "\\xc3\\251", "\\\\xc3\\\\xa9", "\\xe6\\x97\\xA5\\xC3\\xa9"}) {
    EXPECT_EQ(read(text), text);
  }
}

TEST(ByteEscapes, AreWrittenAsTheyWere) {
  EXPECT_EQ(spelled_like("\\xc3\\x83\\xc2\\xa9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\\xc3\\xa9");
  EXPECT_EQ(spelled_like("\\xC3\\x83\\xC2\\xA9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\\xC3\\xA9");
  EXPECT_EQ(spelled_like("\\303\\203\\302\\251", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "\\303\\251");
}

TEST(Entities, AreRead) {
  EXPECT_EQ(read("caf&eacute;"), "caf\xC3\xA9");
  EXPECT_EQ(read("&Eacute;&#233;&#xE9;&#Xe9;&#0233;"), "\xC3\x89\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9");
  EXPECT_EQ(read("&#128512;"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(read("&lt;&amp;&gt;&quot;&apos;&#39;"), "<&>\"''");
  EXPECT_EQ(read("&thetasym;"), "\xCF\x91");
}

TEST(Entities, WhatIsNoneIsLeft) {
  for (const char* text : {"&eacute", "&EACUTE;", "&;", "&#;", "&#x;", "&#xD800;", "&#1114112;", "&#99999999999;",
                           "& eacute;", "a&b;c", "&#xeG;", "&#xeA;", "&amp"}) {
    EXPECT_EQ(read(text), text);
  }
  EXPECT_EQ(read("&amp;eacute;"), "&eacute;");  // once, not twice
}

TEST(Entities, AreWrittenAsTheyWere) {
  EXPECT_EQ(spelled_like("&Atilde;&copy;", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "&eacute;");
  EXPECT_EQ(spelled_like("&Auml;&laquo;", "\xC3\x84\xC2\xAB", "\xC4\xAB"), "&#299;");  // has no name
  EXPECT_EQ(spelled_like("&#195;&#169;", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "&#233;");
  EXPECT_EQ(spelled_like("&#0195;", "\xC3\x83", "\xC3\xA9"), "&#0233;");
  EXPECT_EQ(spelled_like("&#xC3;", "\xC3\x83", "\xC3\xA9"), "&#xE9;");
  EXPECT_EQ(spelled_like("&#x00c3;", "\xC3\x83", "\xC3\xA9"), "&#x00e9;");
}

TEST(Percent, IsReadAsUtf8) {
  EXPECT_EQ(read("/caf%C3%A9%20noir?a=b"), "/caf\xC3\xA9 noir?a=b");
  EXPECT_EQ(read("%c3%a9"), "\xC3\xA9");
}

TEST(Percent, WhatIsNoUtf8IsLeft) {
  for (const char* text : {"%E9t%E9", "%C4%E3%BA%C3", "%83%65%83%58", "100% of %C", "%C3", "%C3%", "%C3%A9%FF",
                           "%20%C3", "%C3%a9%cA%80"}) {
    EXPECT_EQ(read(text), text);
  }
  EXPECT_EQ(read("%25C3%25A9"), "%C3%A9");  // once, not twice
}

TEST(Percent, IsWrittenAsItWas) {
  EXPECT_EQ(spelled_like("%C3%83%C2%A9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "%C3%A9");
  EXPECT_EQ(spelled_like("%c3%83%c2%a9", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "%c3%a9");
}

TEST(EncodedWords, AreRead) {
  EXPECT_EQ(read("=?utf-8?Q?caf=C3=A9_cr=C3=A8me?="), " caf\xC3\xA9 cr\xC3\xA8me ");
  EXPECT_EQ(read("=?ISO-8859-15?q?caf=E9?="), " caf\xC3\xA9 ");
  EXPECT_EQ(read("=?UTF-8?B?Y2Fmw6k=?= x"), " caf\xC3\xA9  x");
  EXPECT_EQ(read("=?koi8-r?B?8NLJ18XU?="), " \xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82 ");
}

TEST(EncodedWords, WhatIsNoneIsLeft) {
  for (const char* text : {"=?utf-8?Q?caf=C3=A9", "=?utf-8?Q?caf=C3?=", "=?utf-8?Q?caf=C3=A?=", "=?utf-8?Q?a b?=",
                           "=?utf-8?X?abc?=", "=?no-such-charset?Q?caf=C3=A9?=", "=?utf-8?B?Y2Fmw6k?=",
                           "=?iso-2022-jp?B?GyRC?=", "=?utf-8?Q?\?=", "=?", "=?\?=", "=?utf-8?Q?=cA=80?="}) {
    EXPECT_EQ(read(text), text);
  }
}

TEST(EncodedWords, AreWrittenAsTheyWere) {
  EXPECT_EQ(spelled_like("=?utf-8?Q?=C3=83=C2=A9?=", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "=C3=A9");
  EXPECT_EQ(spelled_like("=?utf-8?q?=c3=83=c2=a9?=", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "=c3=a9");
  EXPECT_EQ(spelled_like("=?windows-1252?Q?=C3=A9?=", "\xC3\x83\xC2\xA9", "\xC3\xA9"), "=E9");
  EXPECT_EQ(spelled_like("=?utf-8?B?Y2Fmw4PCqQ==?=", "caf\xC3\x83\xC2\xA9", "caf\xC3\xA9"), "Y2Fmw6k=");
}

TEST(EncodedWords, WhatTheirEncodingLacksCannotBeWritten) {
  EXPECT_EQ(spelled_like("=?iso-8859-7?Q?=C1?=", "\xCE\x91", "\xD0\x90"), std::nullopt);
}

TEST(Notations, AreReadOnlyIfAskedFor) {
  const std::string text = "\\u00e9 \\xc3\\xa9 &eacute; %C3%A9 =?utf-8?Q?=C3=A9?=";
  EXPECT_EQ(read(text, 0), text);
  EXPECT_EQ(read(text, set_of(Notation::kUnicodeEscapes)), "\xC3\xA9 \\xc3\\xa9 &eacute; %C3%A9 =?utf-8?Q?=C3=A9?=");
  EXPECT_EQ(read(text, set_of(Notation::kByteEscapes)), "\\u00e9 \xC3\xA9 &eacute; %C3%A9 =?utf-8?Q?=C3=A9?=");
  EXPECT_EQ(read(text, set_of(Notation::kEntities)), "\\u00e9 \\xc3\\xa9 \xC3\xA9 %C3%A9 =?utf-8?Q?=C3=A9?=");
  EXPECT_EQ(read(text, set_of(Notation::kPercent)), "\\u00e9 \\xc3\\xa9 &eacute; \xC3\xA9 =?utf-8?Q?=C3=A9?=");
  EXPECT_EQ(read(text, set_of(Notation::kEncodedWords)), "\\u00e9 \\xc3\\xa9 &eacute; %C3%A9  \xC3\xA9 ");
}

}  // namespace
}  // namespace unbake::notation
