#include "model/vietnamese_syllable.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace unbake::model {
namespace {

TEST(VietnameseSyllable, IsASyllable) {
  for (const std::u32string_view word : {std::u32string_view(U"a"),
                                         std::u32string_view(U"\u1EDF"),
                                         std::u32string_view(U"ng\u00E3"),
                                         std::u32string_view(U"nghi\u00EAng"),
                                         std::u32string_view(U"Vi\u1EC7t"),
                                         std::u32string_view(U"\u0110\u00C1NH"),
                                         std::u32string_view(U"qu\u1ED1c"),
                                         std::u32string_view(U"khuya"),
                                         std::u32string_view(U"gi\u1EBFng"),
                                         std::u32string_view(U"g\u00EC"),
                                         std::u32string_view(U"r\u01B0\u1EE3u"),
                                         std::u32string_view(U"n\u01B0\u1EDBc"),
                                         std::u32string_view(U"u\u1ED1ng"),
                                         std::u32string_view(U"y\u00EAu"),
                                         std::u32string_view(U"thuy\u1EC1n"),
                                         std::u32string_view(U"xo\u0103n"),
                                         std::u32string_view(U"ngo\u00E0i"),
                                         std::u32string_view(U"ngo\u1EB9o"),
                                         std::u32string_view(U"tu\u00FDp"),
                                         std::u32string_view(U"u\u1EF7"),
                                         std::u32string_view(U"ho\u1EB7c"),
                                         std::u32string_view(U"\u00CDch")}) {
    EXPECT_TRUE(is_vietnamese_syllable(word)) << static_cast<unsigned>(word.front()) << ", of " << word.size();
  }
}

// Other languages; last consonants that no tone or the wrong one goes with; two tones; letters and lengths there are
// not; no vowel.
TEST(VietnameseSyllable, IsNone) {
  EXPECT_FALSE(is_vietnamese_syllable({}));
  for (const std::u32string_view word :
       {std::u32string_view(U"M\u00F6bel"), std::u32string_view(U"ni\u0111o"), std::u32string_view(U"b\u01B0l"),
        std::u32string_view(U"cac"), std::u32string_view(U"c\u00E0ch"), std::u32string_view(U"h\u1ED9p\u0323"),
        std::u32string_view(U"m\u00E1\u00E0"), std::u32string_view(U"thuy\u1EC1nn"),
        std::u32string_view(U"nghi\u00EAngg"), std::u32string_view(U"sta"), std::u32string_view(U"f\u01A1"),
        std::u32string_view(U"j\u0103"), std::u32string_view(U"\u01B0\u01A1c"), std::u32string_view(U"x"),
        std::u32string_view(U"ng")}) {
    EXPECT_FALSE(is_vietnamese_syllable(word)) << static_cast<unsigned>(word.front()) << ", of " << word.size();
  }
}

}  // namespace
}  // namespace unbake::model
