#include "model/ngram_key.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/utf8.hpp"

namespace unbake::model {
namespace {

TEST(NgramKey, DiffersWhereAnythingDiffers) {
  constexpr NgramKind kKinds[] = {NgramKind::kCharacterInClass, NgramKind::kBigram,         NgramKind::kTrigram,
                                  NgramKind::kBigramBackoff,    NgramKind::kTrigramBackoff, NgramKind::kClassTrigram};
  constexpr char32_t kCharacters[] = {0, U'a', 0xE9, 0x4E2D, 0xFFFD, 0x1F600, 0xFFFFF};
  std::set<std::uint64_t> keys;
  std::size_t count = 0;
  for (const NgramKind kind : kKinds) {
    for (const char32_t a : kCharacters) {
      for (const char32_t b : kCharacters) {
        for (const char32_t c : kCharacters) {
          keys.insert(ngram_key(kind, a, b, c));
          ++count;
        }
      }
    }
  }
  EXPECT_EQ(keys.size(), count);
}

TEST(NgramKey, OfClassesIsItsOwnKind) {
  const auto key = class_trigram_key(CharacterClass::kSpace, CharacterClass::kDigit, CharacterClass::kThai);
  EXPECT_EQ(key,
            ngram_key(NgramKind::kClassTrigram, static_cast<char32_t>(CharacterClass::kSpace),
                      static_cast<char32_t>(CharacterClass::kDigit), static_cast<char32_t>(CharacterClass::kThai)));
}

TEST(NgramKey, FoldsDigitsAndWhiteSpaceOfAsciiAlone) {
  for (char32_t digit = U'0'; digit <= U'9'; ++digit) EXPECT_EQ(fold_symbol(digit), U'0');
  EXPECT_EQ(fold_symbol(U'\t'), U' ');
  EXPECT_EQ(fold_symbol(U'\r'), U'\n');
  for (char32_t c = 0; c <= base::kRawByte + 0xFF; ++c) {
    ASSERT_EQ(fold_symbol(fold_symbol(c)), fold_symbol(c));
    ASSERT_TRUE(c < 0x80 || fold_symbol(c) == c) << std::hex << +c;
  }
}

}  // namespace
}  // namespace unbake::model
