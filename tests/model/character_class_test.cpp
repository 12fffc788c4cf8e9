#include "model/character_class.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "io/temporary_folder.hpp"

namespace unbake::model {
namespace {

TEST(CharacterClass, IsWhatItsNameSays) {
  struct Example {
    char32_t character;
    CharacterClass expected;
  };
  using enum CharacterClass;
  constexpr Example kExamples[] = {
      {U'\n', kLineEnd},
      {U' ', kSpace},
      {0xA0, kOtherSpace},
      {0x3000, kOtherSpace},
      {U'0', kDigit},
      {U'9', kDigit},
      {U'a', kAsciiLower},
      {U'Z', kAsciiUpper},
      {U'.', kAsciiStop},
      {U'?', kAsciiStop},
      {U'"', kAsciiQuote},
      {U'(', kAsciiOpen},
      {U'}', kAsciiClose},
      {U'-', kAsciiHyphen},
      {U'@', kAsciiSymbol},
      {0x00, kControl},
      {0x7F, kControl},
      {0x80, kC1},
      {0x9F, kC1},
      {0xE9, kLatin1Lower},
      {0xDF, kLatin1Lower},
      {0xC9, kLatin1Upper},
      {0x153, kLatinALower},
      {0x152, kLatinAUpper},
      {0x1EA1, kLatinOtherLower},
      {0x259, kPhonetic},
      {0x2018, kOpenQuote},
      {0x201C, kOpenQuote},
      {0xAB, kOpenQuote},
      {0x2019, kCloseQuote},
      {0xBB, kCloseQuote},
      {0x2014, kDash},
      {0x2026, kEllipsis},
      {0xBF, kInverted},
      {0xBD, kOrdinal},
      {0x20AC, kCurrency},
      {0xA9, kLatin1Symbol},
      {0xAD, kFormat},
      {0xFEFF, kFormat},
      {0x301, kCombining},
      {0x2190, kArrow},
      {0x2200, kMath},
      {0xD7, kMath},
      {0x2500, kBox},
      {0x2588, kBlock},
      {0x2605, kSymbol},
      {0x1F600, kEmoji},
      {0x3B1, kGreekLower},
      {0x3A9, kGreekUpper},
      {0x436, kCyrillicLower},
      {0x416, kCyrillicUpper},
      {0x456, kCyrillicSlavLower},
      {0x531, kArmenian},
      {0x10D0, kGeorgian},
      {0x5D0, kHebrew},
      {0x627, kArabic},
      {0x64E, kArabicMark},
      {0x915, kDevanagari},
      {0xE01, kThai},
      {0xAC00, kHangulCommon},
      {0x1100, kJamo},
      {0x3042, kHiragana},
      {0x30A2, kKatakana},
      {0xFF71, kHalfKatakana},
      {0x3002, kCjkPunctuation},
      {0xFF01, kFullwidth},
      {0x3105, kBopomofo},
      {0x4E2D, kHanCommon},
      {0x20000, kHanExtension},
      {0xE000, kPrivateUse},
      {0xF0000, kPrivateUse},
      {0x10FFFF, kPrivateUse},
      {0xFFFD, kReplacement},
      {0xD800, kUnassigned},
      {base::kRawByte + 0x80, kRawByte},
  };
  for (const Example& e : kExamples) {
    EXPECT_EQ(static_cast<int>(character_class(e.character)), static_cast<int>(e.expected)) << std::hex << +e.character;
  }
}

TEST(CharacterClass, EveryCodePointAndRawByteHasOne) {
  for (char32_t c = 0; c <= base::kRawByte + 0xFF; ++c) {
    ASSERT_LT(static_cast<int>(character_class(c)), kClassCount) << std::hex << +c;
  }
}

TEST(CharacterClass, RawBytesAreOfNoOtherClass) {
  for (char32_t c = 0; c <= base::kLastCodePoint; ++c)
    ASSERT_NE(character_class(c), CharacterClass::kRawByte) << std::hex << +c;
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte)
    EXPECT_EQ(character_class(base::kRawByte + byte), CharacterClass::kRawByte);
}

TEST(CharacterClass, EachButTheUnassignedOnesHasMembers) {
  std::array<int, kClassCount> members{};
  for (char32_t c = 0; c <= base::kRawByte + 0xFF; ++c) ++members[static_cast<std::size_t>(character_class(c))];
  for (std::size_t i = 0; i < members.size(); ++i) EXPECT_GT(members[i], 0) << "class " << i;
}

TEST(CharacterClass, TheTableIsWhatTheGeneratorMakes) {
  const io::TemporaryFolder folder;
  const std::string made = folder.path("character_classes.inc");
  ASSERT_EQ(std::system((std::string(UNBAKE_MAKE_CHARACTER_CLASSES) + ' ' + made).c_str()), 0);
  std::ifstream committed(UNBAKE_SOURCE_DIR "/tables/generated/character_classes.inc", std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(committed), {}};
  EXPECT_FALSE(expected.empty());
  EXPECT_TRUE(folder.read("character_classes.inc") == expected) << "run ./dev tables and commit what it makes";
}

}  // namespace
}  // namespace unbake::model
