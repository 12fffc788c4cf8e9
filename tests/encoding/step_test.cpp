// What decode_step says of what is no character, and that it survives any bytes.
#include <gtest/gtest.h>

#include <random>

#include "encoding/encoding.hpp"

namespace unbake::encoding {
namespace {

using Kind = DecodeStep::Kind;

struct Case {
  const char* encoding;
  std::vector<std::uint8_t> bytes;
  Kind kind;
  int length;
  int error_length;
};

TEST(DecodeStep, TellsHolesInvalidAndTruncatedUnitsApart) {
  const Case kCases[] = {
      {"windows-1252", {0x81}, Kind::kCharacter, 1, 1},
      {"windows-1253", {0xD2, 0x41}, Kind::kHole, 1, 1},
      {"gbk", {0xE2, 0x80, 0x94}, Kind::kCharacter, 2, 2},
      {"gbk", {0x94, 0x20}, Kind::kInvalid, 1, 1},  // the space stays
      {"gbk", {0x94, 0xFF}, Kind::kInvalid, 1, 2},  // browsers swallow FF
      {"gbk", {0x94}, Kind::kTruncated, 1, 1},
      {"gbk", {0xFF, 0x41}, Kind::kInvalid, 1, 1},
      {"gb18030", {0x81, 0x30}, Kind::kTruncated, 2, 2},
      {"gb18030", {0x81, 0x30, 0x81}, Kind::kTruncated, 3, 3},
      {"gb18030", {0x81, 0x30, 0x20}, Kind::kInvalid, 2, 1},
      {"gb18030", {0x81, 0x30, 0x81, 0x20}, Kind::kInvalid, 3, 1},
      {"gb18030", {0xFE, 0x39, 0xFE, 0x39}, Kind::kHole, 4, 4},
      {"gb18030", {0x81, 0x30, 0x81, 0x30}, Kind::kCharacter, 4, 4},
      {"big5", {0xE2, 0x80}, Kind::kInvalid, 1, 2},
      {"big5", {0x80, 0x41}, Kind::kInvalid, 1, 1},
      {"big5-hkscs", {0x81, 0x41}, Kind::kHole, 2, 1},
      {"big5-hkscs", {0x81, 0xA1}, Kind::kHole, 2, 2},
      {"shift_jis", {0x94, 0x20}, Kind::kInvalid, 1, 1},
      {"shift_jis", {0xA0, 0x41}, Kind::kInvalid, 1, 1},
      {"shift_jis", {0x85, 0x41}, Kind::kHole, 2, 1},
      {"shift_jis", {0xE2}, Kind::kTruncated, 1, 1},
      {"euc-jp", {0x80, 0x41}, Kind::kInvalid, 1, 1},
      {"euc-jp", {0x8E, 0xE0}, Kind::kHole, 2, 2},
      {"euc-jp", {0x8E, 0x20}, Kind::kInvalid, 1, 1},
      {"euc-jp", {0x8F, 0xA1}, Kind::kTruncated, 2, 2},
      {"euc-jp", {0x8F, 0xA1, 0x20}, Kind::kInvalid, 2, 2},
      {"euc-jp", {0x8F, 0xA1, 0xA1}, Kind::kHole, 3, 3},
      {"euc-jp", {0xE2, 0x20}, Kind::kInvalid, 1, 1},
      {"euc-kr", {0xC9, 0xA1}, Kind::kHole, 2, 2},
      {"euc-kr", {0xC8, 0x41}, Kind::kHole, 2, 1},
      {"euc-kr", {0x81, 0x20}, Kind::kInvalid, 1, 1},
      {"johab", {0xD8, 0x31}, Kind::kHole, 2, 1},
      {"johab", {0x80, 0x31}, Kind::kInvalid, 1, 1},
      {"utf-8", {0xE2, 0x80, 0x20}, Kind::kInvalid, 2, 2},
      {"utf-8", {0xE2, 0x80}, Kind::kTruncated, 2, 2},
      {"utf-8", {0xED, 0xA0, 0x80}, Kind::kInvalid, 1, 1},
      {"utf-8", {0xC0, 0x80}, Kind::kInvalid, 1, 1},
      {"cesu-8", {0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80}, Kind::kCharacter, 6, 6},
      {"cesu-8", {0xED, 0xA0, 0xBD, 0x20}, Kind::kInvalid, 3, 3},
      {"cesu-8", {0xED, 0xA0, 0xBD}, Kind::kTruncated, 3, 3},
      {"cesu-8", {0xED, 0xB8, 0x80}, Kind::kInvalid, 1, 1},
      {"cesu-8", {0xF0, 0x9F, 0x98, 0x80}, Kind::kInvalid, 1, 1},
      {"utf-16le", {0x3D, 0xD8, 0x20, 0x00}, Kind::kInvalid, 2, 2},
      {"utf-16be", {0xD8, 0x3D, 0xDE}, Kind::kTruncated, 3, 3},
      {"utf-32le", {0x00, 0xD8, 0x00, 0x00}, Kind::kInvalid, 4, 4},
      {"iso-2022-jp", {0x41}, Kind::kInvalid, 1, 1},
  };
  for (const Case& c : kCases) {
    const DecodeStep step = decode_step(find(c.encoding).value(), c.bytes);
    const std::string name = std::string(c.encoding) + " " + ::testing::PrintToString(c.bytes);
    EXPECT_EQ(static_cast<int>(step.kind), static_cast<int>(c.kind)) << name;
    EXPECT_EQ(step.length, c.length) << name;
    EXPECT_EQ(step.error_length, c.error_length) << name;
  }
}

std::string controls_for_holes(const char* encoding) {
  std::string bytes;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::uint8_t unit[] = {static_cast<std::uint8_t>(byte)};
    const EncodingId id = find(encoding).value();
    if (is_control_for_hole(id, decode_step(id, unit))) bytes += static_cast<char>(byte);
  }
  return bytes;
}

TEST(DecodeStep, ShowsHolesOfWindowsAsControls) {
  EXPECT_EQ(controls_for_holes("windows-1250"), "\x81\x83\x88\x90\x98");
  EXPECT_EQ(controls_for_holes("windows-1251"), "\x98");
  EXPECT_EQ(controls_for_holes("windows-1252"), "\x81\x8D\x8F\x90\x9D");
  EXPECT_EQ(controls_for_holes("windows-1254"), "\x81\x8D\x8E\x8F\x90\x9D\x9E");
  EXPECT_EQ(controls_for_holes("windows-1256"), "");
  EXPECT_EQ(controls_for_holes("windows-1257"), "\x81\x83\x88\x8A\x8C\x90\x98\x9A\x9C\x9F");
  EXPECT_EQ(controls_for_holes("iso-8859-1"), "");
  EXPECT_EQ(controls_for_holes("gbk"), "");
}

TEST(DecodeStep, StaysInsideAnyBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::uint8_t> bytes(1 + random() % 7);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random());
    for (const Encoding& encoding : all_encodings()) {
      const DecodeStep step = decode_step(encoding.id, bytes);
      ASSERT_GE(step.length, 1) << encoding.name;
      ASSERT_LE(step.length, bytes.size()) << encoding.name;
      ASSERT_GE(step.error_length, 1) << encoding.name;
      ASSERT_LE(step.error_length, bytes.size()) << encoding.name;
      ASSERT_EQ(step.count != 0, step.kind == Kind::kCharacter) << encoding.name;
      for (int i = 0; i < step.count; ++i) {
        ASSERT_LE(step.code_points[i], 0x10FFFFU) << encoding.name;
        ASSERT_FALSE(step.code_points[i] >= 0xD800 && step.code_points[i] <= 0xDFFF) << encoding.name;
      }
    }
  }
}

TEST(DecodeStep, WholeTextsSurviveAnyBytes) {
  std::mt19937 random(2);
  const std::string kAlphabet = "\x1B$B(J~{}+-A0\x0E\x0F\n\xE2\x80\x94\xED\xA0\xBD\xC3\xA9";
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 24, '\0');
    for (char& byte : bytes)
      byte = random() % 4 == 0 ? static_cast<char>(random()) : kAlphabet[random() % kAlphabet.size()];
    for (const Encoding& encoding : all_encodings()) {
      const Encoded decoded = decode(encoding.id, bytes);
      ASSERT_TRUE(!decoded.error_offset || *decoded.error_offset < bytes.size()) << encoding.name;
      ASSERT_FALSE(encode(EncodingId::kUtf8, decoded.bytes).error_offset) << encoding.name;
      const Encoded encoded = encode(encoding.id, bytes);
      ASSERT_TRUE(!encoded.error_offset || *encoded.error_offset < bytes.size()) << encoding.name;
    }
  }
}

}  // namespace
}  // namespace unbake::encoding
