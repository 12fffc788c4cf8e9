#include "repair/folded_case.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "bake/lower_case.hpp"

namespace unbake::repair {
namespace {

bool is_folded(std::u32string_view text) {
  std::vector<base::Symbol> window;
  for (const char32_t c : text) window.push_back({c, window.size()});
  return may_be_folded(window);
}

TEST(FoldedCase, CapitalsAreThoseThatBecomeTheLetter) {
  EXPECT_EQ(capital_of(0xE3), 0xC3U);
  EXPECT_EQ(capital_of(0xFF), 0x178U);
  EXPECT_EQ(capital_of(0x161), 0x160U);
  EXPECT_EQ(capital_of(0x434), 0x414U);
  EXPECT_EQ(capital_of(0xC3), 0U) << "is one";
  EXPECT_EQ(capital_of(0xA9), 0U);
  EXPECT_EQ(capital_of(U'a'), 0U) << "ASCII begins no damage";
  EXPECT_EQ(capital_of(0x4E2D), 0U);
  for (char32_t c = 0x80; c < 0x530; ++c) {
    const char32_t capital = capital_of(c);
    EXPECT_TRUE(capital == 0 || baking::lower_case(capital) == c) << std::hex << +c;
  }
}

TEST(FoldedCase, ATextWithACapitalWasNotFolded) {
  EXPECT_TRUE(is_folded(U"le caf\u00E3\u00A9 du port"));
  EXPECT_FALSE(is_folded(U"Le caf\u00E3\u00A9 du port"));
  EXPECT_FALSE(is_folded(U"le caf\u00C3\u00A9 du port"));
  EXPECT_FALSE(is_folded(U"caf\u00E3\u00A9")) << "too little to tell";
}

}  // namespace
}  // namespace unbake::repair
