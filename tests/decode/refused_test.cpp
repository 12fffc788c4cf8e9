// Bytes that are hardly text: none, one, cut, binary; and hints, followed or not.
#include <gtest/gtest.h>

#include <string>

#include "base/utf8.hpp"
#include "decode/decode.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;
using namespace std::string_literals;

TEST(Decode, NothingIsTheEmptyText) {
  const Decoded decoded = decode("", {});
  EXPECT_EQ(decoded.text, "");
  EXPECT_EQ(decoded.id, EncodingId::kUtf8);
  EXPECT_FALSE(decoded.is_binary);
  EXPECT_TRUE(decoded.pieces.empty());
}

TEST(Decode, EveryByteAloneIsSomeText) {
  for (unsigned i = 0; i < 256; ++i) {
    const Decoded decoded = decode(std::string(1, static_cast<char>(i)), {});
    EXPECT_FALSE(decoded.is_binary) << i;
    EXPECT_EQ(base::find_invalid_utf8(decoded.text), decoded.text.size()) << i;
    EXPECT_FALSE(decoded.text.empty()) << i;
    if (i < 0x80) {
      EXPECT_EQ(decoded.text, std::string(1, static_cast<char>(i)));
    }
  }
}

TEST(Decode, MarksAloneAreEmptyTexts) {
  for (const std::string& mark : {"\xEF\xBB\xBF"s, "\xFF\xFE"s, "\xFE\xFF"s, "\xFF\xFE\0\0"s}) {
    EXPECT_EQ(decode(mark, {}).text, "");
  }
}

TEST(Decode, BinaryIsRefused) {
  std::string noise;
  unsigned state = 12345;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1103515245 + 12345;
    noise += static_cast<char>(state >> 16);
  }
  EXPECT_TRUE(decode(noise, {}).is_binary);
  EXPECT_TRUE(decode("\x7f"
                     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"s,
                     {})
                  .is_binary);
  EXPECT_TRUE(decode("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, {}).is_binary);
}

TEST(Decode, AForcedEncodingIsTakenWhateverTheBytesAre) {
  Hints hints;
  hints.forced = EncodingId::kKoi8R;
  const Decoded decoded = decode("caf\xC3\xA9\x01\x02\x03", hints);
  EXPECT_EQ(decoded.id, EncodingId::kKoi8R);
  EXPECT_EQ(decoded.text, encoding::decode(EncodingId::kKoi8R, "caf\xC3\xA9\x01\x02\x03").bytes);
}

TEST(Decode, AHintThatTheBytesContradictLoses) {
  Hints hints;
  hints.http_charset = "shift_jis";
  const Decoded decoded = decode(
      "D\xE9j\xE0 vu, d\xE9j\xE0 entendu : la mar\xE9"
      "e est haute.",
      hints);
  EXPECT_EQ(decoded.id, EncodingId::kWindows1252);
  ASSERT_EQ(decoded.votes.size(), 1U);
  EXPECT_FALSE(decoded.votes[0].agrees);
  EXPECT_TRUE(decoded.votes[0].contradicted);
}

// A hint is followed where the text is the same in what it names: ASCII in a page, GBK in GB 18030.
TEST(Decode, AHintThatNamesTheSameTextIsFollowed) {
  const auto vote_on = [](const std::string& bytes, const char* charset) {
    Hints hints;
    hints.http_charset = charset;
    const Decoded decoded = decode(bytes, hints);
    return decoded.votes.at(0);
  };
  EXPECT_TRUE(vote_on("nothing but ASCII", "windows-1251").agrees);
  EXPECT_TRUE(vote_on("\xCE\xC4\xBC\xFE\xB2\xBB\xB4\xE6\xD4\xDA", "gb2312").agrees);
  EXPECT_FALSE(vote_on("nothing but ASCII", "utf-16").agrees);
  EXPECT_FALSE(vote_on("caf\xC3\xA9, d\xC3\xA9j\xC3\xA0", "windows-1251").agrees);
  EXPECT_TRUE(vote_on("caf\xC3\xA9, d\xC3\xA9j\xC3\xA0", "windows-1251").contradicted);
}

TEST(Decode, NeighboursDecideWhereTheBytesDoNot) {
  const std::string bytes = "x \xB9 y";
  for (const EncodingId id : {EncodingId::kWindows1251, EncodingId::kWindows1250, EncodingId::kIso88595}) {
    Hints hints;
    hints.neighbour = id;
    EXPECT_EQ(decode(bytes, hints).text, encoding::decode(id, bytes).bytes);
  }
}

// A mark is none of the text, also where its encoding is known.
TEST(Decode, AForcedEncodingLeavesOutItsMark) {
  Hints hints;
  hints.forced = EncodingId::kUtf8;
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "a",
                   hints)
                .text,
            "a");
  hints.forced = EncodingId::kWindows1252;
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "a",
                   hints)
                .text,
            "\u00EF\u00BB\u00BFa");
}

// One letter says little: then a declaration decides.
TEST(Decode, AHintDecidesWhereTheBytesDoNot) {
  const std::string bytes = "x \xB9 y";
  for (const char* name : {"windows-1251", "windows-1250", "iso-8859-5"}) {
    Hints hints;
    hints.http_charset = name;
    const Decoded decoded = decode(bytes, hints);
    EXPECT_EQ(decoded.text, encoding::decode(*encoding::find(name), bytes).bytes) << name;
  }
}

TEST(Decode, AMetaIsHeardInHtml) {
  const std::string page = "<html><meta charset=koi8-r><p>\xEE\xEF\xF7";
  const Decoded decoded = decode(page, {});
  ASSERT_EQ(decoded.votes.size(), 1U);
  EXPECT_EQ(decoded.votes[0].source, Source::kMeta);
  EXPECT_EQ(decoded.id, EncodingId::kKoi8R);
}

}  // namespace
}  // namespace unbake::decoding
