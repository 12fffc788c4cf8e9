#include "decode/convert.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

// What `encoding::decode` makes of bytes, going on behind what it cannot read as the WHATWG standard says.
std::string plainly(EncodingId id, const std::string& bytes) {
  const std::span<const std::uint8_t> input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const encoding::DecodeStep step = encoding::decode_step(id, input.subspan(at));
    if (step.kind == encoding::DecodeStep::Kind::kCharacter) {
      text += encoding::decode(id, bytes.substr(at, step.length)).bytes;
      at += step.length;
    } else {
      text += "\xEF\xBF\xBD";
      at += step.error_length;
    }
  }
  return text;
}

// All pairs of bytes that matter, between ASCII.
std::string all_pairs() {
  std::string bytes;
  for (unsigned lead = 0x7E; lead < 0x100; ++lead) {
    for (unsigned trail = 0x3C; trail < 0x100; trail += 3) {
      bytes += static_cast<char>(lead);
      bytes += static_cast<char>(trail);
      if (trail % 7 == 0) bytes += trail % 5 == 0 ? "ab" : "eleven is it";
    }
  }
  return bytes;
}

void expect_units(const std::string& bytes) {
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    if (e.family == encoding::Family::kStateful) continue;
    std::string text;
    std::vector<BadBytes> bad;
    convert(e.id, bytes, 0, text, bad);
    EXPECT_TRUE(text == plainly(e.id, bytes)) << e.name << ", " << bytes.size() << " bytes";
    for (const BadBytes& b : bad) ASSERT_EQ(text.substr(b.text_offset, b.text_length), "\xEF\xBF\xBD") << e.name;
  }
}

// In every encoding that keeps no state: short; long enough for tables; and cut in the middle of a character.
TEST(Convert, IsWhatTheUnitsAre) {
  const std::string once = all_pairs();
  std::string often;
  while (often.size() < 70000) often += once;
  for (const std::string& bytes : {once, often, often + "\x81", often + "\x8F\xA2", often + "\x81\x30\x81"}) {
    expect_units(bytes);
  }
}

TEST(Convert, SaysWhereBadBytesAre) {
  std::string text = "x";
  std::vector<BadBytes> bad;
  convert(EncodingId::kUtf8, "a\xE2\x80z\xFF", 100, text, bad);
  EXPECT_EQ(text, "xa\xEF\xBF\xBDz\xEF\xBF\xBD");
  ASSERT_EQ(bad.size(), 2U);
  EXPECT_EQ(bad[0].offset, 101U);
  EXPECT_EQ(bad[0].length, 2U);
  EXPECT_EQ(bad[0].text_offset, 2U);
  EXPECT_EQ(bad[1].offset, 104U);
  EXPECT_EQ(bad[1].text_offset, 6U);
}

TEST(Convert, EndsWhereAStateIsLost) {
  std::string text;
  std::vector<BadBytes> bad;
  convert(EncodingId::kIso2022Jp, "a\x1b$B\x01\x02 b", 0, text, bad);
  ASSERT_EQ(bad.size(), 1U);
  EXPECT_EQ(bad[0].offset + bad[0].length, 8U);
  EXPECT_TRUE(text.starts_with("a"));
}

TEST(Convert, SkipsAsciiOnly) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string text = std::string(before, 'a') + "\xC3\xA9" + "bbbbbbbbbb";
    EXPECT_EQ(skip_ascii(text, 0), before);
    EXPECT_EQ(skip_ascii(text, before + 2), text.size());
  }
}

}  // namespace
}  // namespace unbake::decoding
