#include "notation/base64.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace unbake::notation {
namespace {

// The vectors of RFC 4648, section 10.
TEST(Base64, AsTheStandardSays) {
  EXPECT_EQ(encode_base64(""), "");
  EXPECT_EQ(encode_base64("f"), "Zg==");
  EXPECT_EQ(encode_base64("fo"), "Zm8=");
  EXPECT_EQ(encode_base64("foo"), "Zm9v");
  EXPECT_EQ(encode_base64("foob"), "Zm9vYg==");
  EXPECT_EQ(encode_base64("\xFB\xFF"), "+/8=");
}

TEST(Base64, OnlyWhatIsWrittenAgainTheSameIsRead) {
  EXPECT_EQ(decode_base64("Zm8="), "fo");
  EXPECT_EQ(decode_base64("Zm8"), std::nullopt);       // no padding
  EXPECT_EQ(decode_base64("Zm9="), std::nullopt);      // bits behind the last byte
  EXPECT_EQ(decode_base64("Zm8=Zm8="), std::nullopt);  // text behind the padding
  EXPECT_EQ(decode_base64("Zm 8="), std::nullopt);
  EXPECT_EQ(decode_base64("="), std::nullopt);
}

RC_GTEST_PROP(Base64, RoundTrip, (const std::string& bytes)) {
  RC_ASSERT(decode_base64(encode_base64(bytes)) == bytes);
}

}  // namespace
}  // namespace unbake::notation
