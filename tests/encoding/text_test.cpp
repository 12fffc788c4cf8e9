#include <gtest/gtest.h>

#include "encoding/encoding.hpp"
#include "encoding/icu_converter.hpp"

namespace unbake::encoding {
namespace {

using unbake::testing::IcuConverter;

EncodingId id(const char* name) { return find(name).value(); }

// UTF-8 of Japanese, Chinese, Korean and Vietnamese words; sources are ASCII.
const std::string kJapanese = "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E";  // nihongo
const std::string kChinese = "\xE4\xB8\xAD\xE6\x96\x87";               // zhongwen
const std::string kKorean = "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4";    // hangugeo
const std::string kKatakana = "\xEF\xBD\xB1\xEF\xBD\xB2";              // half-width a, i
const std::string kSmiley = "\xF0\x9F\x98\x80";

TEST(Text, StatefulEncodingsAgreeWithIcu) {
  struct Case {
    const char* ours;
    const char* icu;
    std::vector<std::string> texts;
  };
  const Case kCases[] = {
      {"iso-2022-jp", "ISO-2022-JP", {"plain", kJapanese, "a" + kJapanese + "b\n" + kJapanese + "\n", "\xC2\xA5"}},
      {"iso-2022-kr", "ISO-2022-KR", {kKorean, "a" + kKorean + "b", kKorean + "\n" + kKorean}},
      {"hz-gb-2312", "HZ", {"plain", kChinese, "a~" + kChinese + "b\n"}},
      {"utf-7",
       "UTF-7,version=1",
       {"plain", kChinese + "-", "a" + kSmiley + "b", "1 + 1", kKorean + " x", "\xC3\xA9!"}},
  };
  for (const Case& c : kCases) {
    IcuConverter icu(c.icu);
    for (const std::string& text : c.texts) {
      const Encoded encoded = encode(id(c.ours), text);
      ASSERT_FALSE(encoded.error_offset) << c.ours << " " << text;
      const Encoded decoded = decode(id(c.ours), encoded.bytes);
      EXPECT_FALSE(decoded.error_offset) << c.ours;
      EXPECT_EQ(decoded.bytes, text) << c.ours;
      // What ICU writes, we read; what we write, ICU reads.
      const Encoded read = decode(id(c.ours), icu.encode(text).value());
      EXPECT_FALSE(read.error_offset) << c.ours << " " << text;
      EXPECT_EQ(read.bytes, text) << c.ours;
      const std::optional<std::u32string> theirs = icu.decode(encoded.bytes);
      ASSERT_TRUE(theirs) << c.ours << " " << encoded.bytes;
      std::string theirs_utf8;
      for (const char32_t ch : *theirs) {
        std::uint8_t out[4];
        const std::size_t length = encode_step(EncodingId::kUtf8, ch, out);
        theirs_utf8.append(out, out + length);
      }
      EXPECT_EQ(theirs_utf8, text) << c.ours;
    }
  }
}

TEST(Text, Iso2022JpWritesWhatTheRfcSays) {
  EXPECT_EQ(encode(id("iso-2022-jp"), "a" + kJapanese + "\n").bytes, "a\x1B$BF|K\\8l\x1B(B\n");
  EXPECT_EQ(encode(id("iso-2022-jp"), kKatakana).bytes, "\x1B(I12\x1B(B");
  EXPECT_EQ(decode(id("iso-2022-jp"), "\x1B(I12\x1B(B").bytes, kKatakana);
  EXPECT_EQ(decode(id("iso-2022-jp"), "\x1B(J\\~").bytes, "\xC2\xA5\xE2\x80\xBE");
}

TEST(Text, StatefulEncodingsStopAtWhatTheyCannotConvert) {
  EXPECT_EQ(encode(id("iso-2022-jp"), "ab" + kSmiley).error_offset, 2U);
  EXPECT_EQ(encode(id("iso-2022-kr"), "a" + kSmiley).error_offset, 1U);
  EXPECT_EQ(encode(id("hz-gb-2312"), "a" + kKorean).error_offset, 1U);
  EXPECT_EQ(encode(id("utf-7"), "ab\xFF").error_offset, 2U);
  EXPECT_EQ(decode(id("iso-2022-jp"), "ab\x1B(Z").error_offset, 2U);
  EXPECT_EQ(decode(id("iso-2022-jp"), "\x1B$B0").error_offset, 3U);
  EXPECT_EQ(decode(id("iso-2022-jp"), "a\x80").error_offset, 1U);
  EXPECT_EQ(decode(id("iso-2022-kr"), "\x0E\x21").error_offset, 1U);
  EXPECT_EQ(decode(id("hz-gb-2312"), "a~x").error_offset, 1U);
  EXPECT_EQ(decode(id("utf-7"), "a+A").error_offset, 1U);
  EXPECT_EQ(decode(id("utf-7"), "+3fA-").error_offset.has_value(), true);
  EXPECT_EQ(decode(id("replacement"), "a").error_offset, 0U);
  EXPECT_EQ(decode(id("replacement"), "").error_offset, std::nullopt);
}

TEST(Text, HzJoinsLines) { EXPECT_EQ(decode(id("hz-gb-2312"), "a~\nb~~").bytes, "ab~"); }

TEST(Text, Utf7WritesWhatTheRfcSays) {
  EXPECT_EQ(encode(id("utf-7"), "A\xE2\x89\xA2\xCE\x91.").bytes, "A+ImIDkQ.");
  EXPECT_EQ(encode(id("utf-7"), "Hi Mom -\xE2\x98\xBA-!").bytes, "Hi Mom -+Jjo--!");
  EXPECT_EQ(decode(id("utf-7"), "Hi Mom -+Jjo--!").bytes, "Hi Mom -\xE2\x98\xBA-!");
  EXPECT_EQ(decode(id("utf-7"), "+AGEAYg-c").bytes, "abc");
}

TEST(Text, Big5HkscsHasPairsOfLetterAndMark) {
  const std::string text = "\xC3\x8A\xCC\x84x\xC3\xAA\xCC\x8C\xC3\xAA";
  const Encoded encoded = encode(EncodingId::kBig5Hkscs, text);
  EXPECT_EQ(encoded.bytes, "\x88\x62x\x88\xA5\x88\xA7");
  EXPECT_EQ(decode(EncodingId::kBig5Hkscs, encoded.bytes).bytes, text);
  EXPECT_EQ(encode(EncodingId::kBig5Hkscs, "a\xCC\x84").error_offset, 1U);
}

TEST(Text, Cesu8HasSixBytesBeyondTheBmp) {
  const Encoded encoded = encode(EncodingId::kCesu8, "a" + kSmiley);
  EXPECT_EQ(encoded.bytes, "a\xED\xA0\xBD\xED\xB8\x80");
  EXPECT_EQ(decode(EncodingId::kCesu8, encoded.bytes).bytes, "a" + kSmiley);
  std::uint8_t out[4];
  EXPECT_EQ(encode_step(EncodingId::kCesu8, 0x1F600, out), 0U);
}

// "Tieng Viet" and "Duong" with all their marks.
TEST(Text, VniWritesLettersAndMarks) {
  const std::string text =
      "Ti\xE1\xBA\xBFng Vi\xE1\xBB\x87t \xC4\x90\xC6\xAF\xE1\xBB\x9CNG "
      "\xC4\x91\xC6\xB0\xE1\xBB\x9Dng \xC3\xAD \xE1\xBB\xB5";
  const Encoded encoded = encode(EncodingId::kVni, text);
  EXPECT_EQ(encoded.error_offset, std::nullopt);
  EXPECT_EQ(encoded.bytes, "Tie\xE1ng Vie\xE4t \xD1\xD6\xD4\xD8NG \xF1\xF6\xF4\xF8ng \xED \xEE");
  EXPECT_EQ(decode(EncodingId::kVni, encoded.bytes).bytes, text);
}

TEST(Text, VniGivesEveryVietnameseLetterBack) {
  const EncodingId viscii = EncodingId::kViscii;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::uint8_t bytes[] = {static_cast<std::uint8_t>(byte)};
    const DecodeStep step = decode_step(viscii, bytes);
    ASSERT_EQ(step.kind, DecodeStep::Kind::kCharacter);
    std::uint8_t out[4];
    const std::size_t length = encode_step(EncodingId::kVni, step.code_points[0], out);
    ASSERT_GT(length, 0U) << std::hex << static_cast<unsigned>(step.code_points[0]);
    const DecodeStep again = decode_step(EncodingId::kVni, {out, length});
    EXPECT_EQ(again.length, length);
    EXPECT_EQ(again.code_points[0], step.code_points[0]);
  }
}

TEST(Text, StopsAtTheFirstThingItCannotConvert) {
  EXPECT_EQ(encode(EncodingId::kWindows1252, "ab" + kChinese + "c").error_offset, 2U);
  EXPECT_EQ(encode(EncodingId::kWindows1252, "ab" + kChinese + "c").bytes, "ab");
  EXPECT_EQ(encode(EncodingId::kGb18030, "ab\xE2\x80").error_offset, 2U);
  EXPECT_EQ(decode(EncodingId::kGbk, "\xE2\x80\x94 x").error_offset, 2U);
  EXPECT_EQ(decode(EncodingId::kWindows1253, "a\xD2").error_offset, 1U);
}

TEST(Text, IsNotTrimmedOfByteOrderMarks) {
  EXPECT_EQ(decode(id("utf-16"), std::string("\xFF\xFE\x41\x00", 4)).bytes,
            "\xEF\xBB\xBF"
            "A");
  EXPECT_EQ(encode(id("utf-16"), "A").bytes, std::string("A\0", 2));
}

}  // namespace
}  // namespace unbake::encoding
