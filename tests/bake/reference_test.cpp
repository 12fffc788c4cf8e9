// The layer decoder against its plain twins, on random bytes rich in leads, trails and ASCII.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "bake/decode_layer.hpp"
#include "bake/profile.hpp"
#include "reference/bake/plain_decoder.hpp"

namespace unbake::baking {
namespace {

constexpr int kRounds = 20000;

std::string random_bytes(std::mt19937& random) {
  std::string bytes;
  const std::size_t length = random() % 12;
  while (bytes.size() < length) {
    switch (random() % 8) {
      case 0:
        bytes.push_back(static_cast<char>('0' + random() % 10));
        break;
      case 1:
        bytes.push_back(static_cast<char>(0x20 + random() % 0x60));
        break;
      case 2:
        bytes.push_back(static_cast<char>(0x8E + random() % 2));
        break;
      default:
        bytes.push_back(static_cast<char>(0x80 + random() % 0x80));
    }
  }
  return bytes;
}

std::string decode(encoding::EncodingId read_as, std::string_view profile, std::string_view bytes) {
  std::string out;
  decode_layer(read_as, parse_profile(profile)->decoder, bytes, out);
  return out;
}

class Reference : public testing::TestWithParam<const char*> {};

TEST_P(Reference, WhatwgIsTheStandard) {
  const encoding::EncodingId read_as = encoding::find(GetParam()).value();
  std::mt19937 random(1);
  for (int i = 0; i < kRounds; ++i) {
    const std::string bytes = random_bytes(random);
    ASSERT_EQ(decode(read_as, "whatwg", bytes), reference::decode_by_the_standard(read_as, bytes))
        << testing::PrintToString(bytes);
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, Reference,
                         testing::Values("windows-1252", "windows-1253", "koi8-r", "gbk", "gb18030", "big5-hkscs",
                                         "shift_jis", "euc-jp", "euc-kr"),
                         [](const auto& encoding) {
                           std::string name = encoding.param;
                           std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
                           return name;
                         });

// Encodings whose tables Python shares with us.
TEST(Reference, PythonGoesByteByByte) {
  for (const char* name : {"iso-8859-7", "koi8-r", "euc-kr", "johab"}) {
    const encoding::EncodingId read_as = encoding::find(name).value();
    std::mt19937 random(2);
    for (int i = 0; i < kRounds; ++i) {
      const std::string bytes = random_bytes(random);
      ASSERT_EQ(decode(read_as, "python-replace", bytes),
                reference::decode_byte_by_byte(read_as, bytes, "\xEF\xBF\xBD"))
          << name << ' ' << testing::PrintToString(bytes);
      ASSERT_EQ(decode(read_as, "python-ignore", bytes), reference::decode_byte_by_byte(read_as, bytes, ""))
          << name << ' ' << testing::PrintToString(bytes);
    }
  }
}

}  // namespace
}  // namespace unbake::baking
