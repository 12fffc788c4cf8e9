// Long input that asks for the worst: quadratic work would run into the time limit of the test.
#include <gtest/gtest.h>

#include <string>

#include "bake/bake.hpp"
#include "bake/decode_layer.hpp"
#include "bake/proof.hpp"
#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

constexpr std::size_t kLength = 1 << 16;

std::string repeated(std::string_view piece) {
  std::string text;
  while (text.size() < kLength) text += piece;
  return text;
}

TEST(Pathological, AnyBytesInAnyEncoding) {
  for (const std::string_view piece : {"\xFF", "\x81", "\x8F\xA1", "\x81\x30", "\x81\x30\x81", "\x1B", "\x1B$B\xFF",
                                       "~{\x80", "+AA-\xFF", "\xE2\x80", "\xF0\x9F", "\xC8\xA1 "}) {
    const std::string bytes = repeated(piece);
    for (const encoding::Encoding& e : encoding::all_encodings()) {
      std::string out;
      decode_layer(e.id, 0, bytes, out);
      EXPECT_LE(out.size(), 12 * bytes.size()) << e.name;
    }
  }
}

TEST(Pathological, RulesThatAlmostFit) {
  std::string text;
  for (const char32_t c : {0xFFFD, 0x81, 0xE000, 0xA0, 0xAD, 0x200B, 0x2018, 0xC0}) base::append_utf8(text, c);
  const std::string baked = repeated(text);
  EXPECT_FALSE(rules_between(baked, baked + "x"));
  EXPECT_FALSE(rules_between(baked + "x", baked));
  EXPECT_FALSE(rules_between(repeated("\xC2\x81\xC2\xA0\xC2\xAD") + "x", ""));
}

TEST(Pathological, ErrorsAtTheEndOfLongText) {
  const std::string text = repeated("line\n") + "\xE4\xB8\xAD";
  const Result<std::string> result = bake(text, parse_path("windows-1252>gbk").value(), ProfileId{});
  ASSERT_FALSE(result);
  EXPECT_LT(result.error().message.size(), 300U);
}

}  // namespace
}  // namespace unbake::baking
