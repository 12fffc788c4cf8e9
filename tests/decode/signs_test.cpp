#include "decode/signs.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbake::decoding {
namespace {

using encoding::EncodingId;
using namespace std::string_literals;

TEST(Signs, ByteOrderMarks) {
  EXPECT_EQ(byte_order_mark("\xEF\xBB\xBFx")->id, EncodingId::kUtf8);
  EXPECT_EQ(byte_order_mark("\xFF\xFEx\0"s)->id, EncodingId::kUtf16le);
  EXPECT_EQ(byte_order_mark("\xFE\xFF\0x"s)->id, EncodingId::kUtf16be);
  EXPECT_EQ(byte_order_mark("\xFF\xFE\0\0"s)->id, EncodingId::kUtf32le);
  EXPECT_EQ(byte_order_mark("\xFF\xFE\0\0"s)->length, 4U);
  EXPECT_FALSE(byte_order_mark("\xEF\xBB"));
  EXPECT_FALSE(byte_order_mark(""));
}

std::optional<EncodingId> escaped(std::string_view bytes) {
  TextScore score(model::Model::builtin(), model::LatinLanguages::builtin());
  return escaped_encoding(bytes, score);
}

TEST(Signs, Escapes) {
  EXPECT_EQ(escaped("caf+AOk- ferm+AOk-"), EncodingId::kUtf7);
  EXPECT_EQ(escaped("\x1b$B1X$^$GJb$-$^$9!#\x1b(B"), EncodingId::kIso2022Jp);
  EXPECT_EQ(escaped("~{WrLlMmIOOBAK4sSj~}"), EncodingId::kHzGb2312);
}

TEST(Signs, AsciiThatLooksEscaped) {
  for (const char* text : {"a + b = c", "C++ and 1+1=2", "tel. +49-30-1234", "x~{y}", "q=one+two+three",
                           "\x1b[31mred\x1b[0m", "sha1-AbC+dEf/012=", "AT&T +AT-", "HZ begins with ~{\n", ""}) {
    EXPECT_EQ(escaped(text), std::nullopt) << text;
  }
}

TEST(Signs, Binary) {
  EXPECT_TRUE(looks_binary("\x89PNG\r\n\x1a\n...."));
  EXPECT_TRUE(looks_binary("%PDF-1.4\nstream"));
  EXPECT_TRUE(looks_binary("PK\x03\x04 readable"));
  EXPECT_TRUE(looks_binary("ab\x01\x02\x03"));
  EXPECT_FALSE(looks_binary("one stray \0 in a text"s));
  EXPECT_FALSE(looks_binary("\x1b[1mbold\x1b[0m\t\r\n\f\x07"));
  EXPECT_FALSE(looks_binary(""));
}

}  // namespace
}  // namespace unbake::decoding
