// Both directions of every encoding agree, over every unit and every code point.
#include <gtest/gtest.h>

#include <set>

#include "encoding/encoding.hpp"
#include "encoding/test_name.hpp"

namespace unbake::encoding {
namespace {

using Bytes = std::vector<std::uint8_t>;

DecodeStep decode_bytes(EncodingId id, const Bytes& bytes) { return decode_step(id, bytes); }

Bytes encode_character(EncodingId id, char32_t c) {
  std::uint8_t out[4];
  const std::size_t length = encode_step(id, c, out);
  EXPECT_LE(length, 4U);
  return {out, out + length};
}

class RoundTrip : public ::testing::TestWithParam<Encoding> {};

TEST_P(RoundTrip, OfEveryCodePoint) {
  const EncodingId id = GetParam().id;
  // Private-use characters of older editions that the encoders of gbk and gb18030 take to the units
  // of the newer.
  std::set<char32_t> one_way;
  for (char32_t c = 0; c <= 0x110100; ++c) {
    const Bytes bytes = encode_character(id, c);
    if (bytes.empty()) continue;
    ASSERT_TRUE(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF));
    const DecodeStep step = decode_bytes(id, bytes);
    ASSERT_EQ(step.kind, DecodeStep::Kind::kCharacter) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(step.length, bytes.size()) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(step.count, 1) << std::hex << static_cast<unsigned>(c);
    if (step.code_points[0] != c) one_way.insert(c);
  }
  const bool gbk = GetParam().family == Family::kGbk;
  EXPECT_EQ(one_way.size(), gbk ? 18U : 0U);
  for (const char32_t c : one_way) EXPECT_TRUE(is_private_use(c));
}

TEST_P(RoundTrip, OfEveryUnit) {
  const EncodingId id = GetParam().id;
  std::size_t units = 0;
  for (unsigned lead = 0; lead < 256; ++lead)
    for (unsigned trail = 0; trail < 256; ++trail)
      for (unsigned third = 0xA1; third < (lead == 0x8F && trail >= 0xA1 ? 256U : 0xA2U); ++third) {
        const Bytes bytes = {static_cast<std::uint8_t>(lead), static_cast<std::uint8_t>(trail),
                             static_cast<std::uint8_t>(third)};
        const DecodeStep step = decode_bytes(id, bytes);
        if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1) continue;
        const Bytes again = encode_character(id, step.code_points[0]);
        ASSERT_FALSE(again.empty()) << std::hex << lead << " " << trail;
        const DecodeStep second = decode_bytes(id, again);
        ASSERT_EQ(second.code_points[0], step.code_points[0]) << std::hex << lead << " " << trail;
        ++units;
      }
  // Three bytes are no unit of utf-32; icu_test.cpp goes through its code points.
  EXPECT_EQ(units == 0, GetParam().family == Family::kUtf32);
}

std::vector<Encoding> stateless() {
  std::vector<Encoding> encodings;
  for (const Encoding& encoding : all_encodings())
    if (encoding.family != Family::kStateful && encoding.family != Family::kFont) encodings.push_back(encoding);
  return encodings;
}

INSTANTIATE_TEST_SUITE_P(Encodings, RoundTrip, ::testing::ValuesIn(stateless()),
                         [](const auto& test) { return unbake::testing::test_name(test.param.name); });

}  // namespace
}  // namespace unbake::encoding
