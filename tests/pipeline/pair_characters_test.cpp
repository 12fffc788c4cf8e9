// Characters of pairs are found by their first bytes.
#include "pipeline/pair_characters.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "base/utf8.hpp"

namespace unbake::pipeline {
namespace {

std::string utf8(char32_t c) {
  std::string text;
  base::append_utf8(text, c);
  return text;
}

// Near the start of a text, and behind more of it than is looked at at once.
TEST(PairCharacters, AreAllFound) {
  const std::string before = std::string(100, 'x') + "\xC3\xA9\xE2\x80\x99";
  for (char32_t c = 0x80; c <= base::kLastCodePoint; ++c) {
    if ((c >= 0xD800 && c < 0xE000) || !is_of_pairs(c)) continue;
    ASSERT_EQ(find_pair(utf8(c), 0), 0U) << std::hex << static_cast<std::uint32_t>(c);
    ASSERT_EQ(find_pair(before + utf8(c), 0), before.size()) << std::hex << static_cast<std::uint32_t>(c);
    ASSERT_EQ(pairs_in(before + utf8(c) + utf8(c)), 2U) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(PairCharacters, AreNotLookedForInOtherScripts) {
  for (char32_t c = 0x80; c < 0xE00; ++c) {
    if (c == 0x2EA || c == 0x2EB) continue;
    const std::string text = utf8(c) + utf8(c) + 'x';
    ASSERT_EQ(find_pair(text, 0), text.size()) << std::hex << static_cast<std::uint32_t>(c);
  }
  const std::string quoted = "\xE2\x80\x9Cgr\xC3\xBC\xC3\x9F\xE2\x80\x9D \xE2\x86\x92 ";
  EXPECT_EQ(find_pair(quoted, 0), quoted.size());
  EXPECT_EQ(find_pair("", 0), 0U);
  EXPECT_EQ(find_pair("\xE4", 0), 1U);
}

}  // namespace
}  // namespace unbake::pipeline
