#include "repair/layer_state.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "detect/examples.hpp"

namespace unbake::repair {
namespace {

using base::Utf8Prefix;

LayerState layer_of(std::string_view source) {
  LayerState layer;
  layer.source = tests::encoding_named(source);
  return layer;
}

// The characters that `bytes` are, pushed one by one; ends at the first byte that is refused.
std::u32string read(LayerState layer, std::string_view bytes) {
  std::u32string text;
  for (const char byte : bytes) {
    switch (layer.push(static_cast<std::uint8_t>(byte))) {
      case Utf8Prefix::kComplete:
        text.push_back(layer.take());
        break;
      case Utf8Prefix::kPartial:
        break;
      case Utf8Prefix::kInvalid:
        text.push_back(U'!');
        return text;
    }
  }
  if (layer.pending_length != 0) text.push_back(U'_');
  return text;
}

TEST(LayerState, PutsUtf8Together) {
  EXPECT_EQ(read(LayerState{}, "a\xC3\xA9\xE2\x80\x99\xF0\x9F\x98\x80z"), U"a\u00E9\u2019\U0001F600z");
}

TEST(LayerState, EveryCharacterOfUtf8IsPutTogether) {
  for (char32_t c = 0; c <= base::kLastCodePoint; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    ASSERT_EQ(read(LayerState{}, tests::utf8_of(std::u32string(1, c))), std::u32string(1, c));
  }
}

TEST(LayerState, WaitsForTheRest) {
  EXPECT_EQ(read(LayerState{}, "\xE2"), U"_");
  EXPECT_EQ(read(LayerState{}, "\xE2\x80"), U"_");
  EXPECT_EQ(read(LayerState{}, "\xF0\x9F\x98"), U"_");
}

TEST(LayerState, RefusesWhatIsNoText) {
  EXPECT_EQ(read(LayerState{}, "\x80"), U"!");
  EXPECT_EQ(read(LayerState{}, "\xC0\x80"), U"!");
  EXPECT_EQ(read(LayerState{}, "\xE2\x80 "), U"!");
  EXPECT_EQ(read(LayerState{}, "\xED\xA0\x80"), U"!");
  EXPECT_EQ(read(layer_of("gbk"), "\xB5\x20"), U"!");       // no trail byte
  EXPECT_EQ(read(layer_of("windows-1252"), "\x81"), U"!");  // a C1 control
  EXPECT_EQ(read(layer_of("windows-1253"), "\xD2"), U"!");  // a hole
}

TEST(LayerState, ReadsLegacyEncodings) {
  EXPECT_EQ(read(layer_of("windows-1251"), "\xC4\xE0"), U"\u0414\u0430");
  EXPECT_EQ(read(layer_of("gbk"), "a\xD6\xD0\xCE\xC4"), U"a\u4E2D\u6587");
  EXPECT_EQ(read(layer_of("shift_jis"), "\x93\xFA\xB1"), U"\u65E5\uFF71");
  EXPECT_EQ(read(layer_of("euc-jp"), "\x8F\xB0\xA1"), U"\u4E02");  // three bytes
  EXPECT_EQ(read(layer_of("gbk"), "\xD6"), U"_");
}

// Whatever an encoding writes, a layer that is in it reads.
TEST(LayerState, ReadsWhatTheEncodingWrites) {
  for (const char* source : {"windows-1251", "koi8-r", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr"}) {
    const LayerState layer = layer_of(source);
    for (char32_t c = 0xA0; c < 0x10000; c += 3) {
      std::uint8_t bytes[4];
      const std::size_t length = encoding::encode_step(layer.source, c, bytes);
      if (length == 0) continue;
      const std::string_view written(reinterpret_cast<const char*>(bytes), length);
      const encoding::DecodeStep step = encoding::decode_step(layer.source, {bytes, length});
      if (step.count != 1) continue;
      ASSERT_EQ(read(layer, written), std::u32string(1, step.code_points[0])) << source << ' ' << std::hex << +c;
    }
  }
}

TEST(LayerState, TakingACharacterLeavesNothingBehind) {
  LayerState layer;
  const LayerState fresh = layer;
  ASSERT_EQ(layer.push(0xC3), Utf8Prefix::kPartial);
  EXPECT_NE(layer, fresh);
  ASSERT_EQ(layer.push(0xA9), Utf8Prefix::kComplete);
  EXPECT_EQ(layer.take(), U'\u00E9');
  EXPECT_EQ(layer, fresh);
}

}  // namespace
}  // namespace unbake::repair
