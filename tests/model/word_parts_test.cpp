// Parts of words: what is one, and which are common.
#include "model/word_parts.hpp"

#include <gtest/gtest.h>

#include <string>

#include "model_bytes.hpp"

namespace unbake::model {
namespace {

WordPart part_of(std::u32string_view letters) {
  WordPart part;
  part.fill(kNoLetter);
  for (std::size_t i = 0; i < letters.size(); ++i) part[kPartLength - letters.size() + i] = letters[i];
  return part;
}

TEST(WordPart, IsOfLettersOfAlphabets) {
  EXPECT_EQ(part_letter(U'q'), U'q');
  EXPECT_EQ(part_letter(0x43E), 0x43E);
  EXPECT_EQ(part_letter(0xE9), 0xE9);
  EXPECT_EQ(part_letter(0x93E), 0x93E);  // a vowel sign of Devanagari
  for (const char32_t c : {U'7', U'.', U'\n', char32_t{0x2019}, char32_t{0x4E2D}, char32_t{0x304B}, char32_t{0xAC00}})
    EXPECT_EQ(part_letter(c), kNoLetter) << static_cast<unsigned>(c);
}

TEST(WordPart, BeginsWhereTheWordDoes) {
  WordPart part = part_of(U"ab cd");
  begin_at_word(part);
  EXPECT_EQ(part, part_of(U"cd"));
  part = part_of(U"abcd ");
  begin_at_word(part);
  EXPECT_EQ(part, part_of(U"abcd "));
}

TEST(WordPart, OfAsciiIsNone) {
  EXPECT_FALSE(is_word_part(part_of(U"abcde")));
  EXPECT_TRUE(is_word_part(part_of(U"caf\u00E9")));
}

TEST(WordParts, KnowTheBeginningAndTheEndOfWords) {
  const WordParts& parts = WordParts::builtin();
  EXPECT_TRUE(parts.knows(part_of(U"\u043E\u0442\u043F\u0440")));         // otpr, the beginning of a word
  EXPECT_FALSE(parts.knows(part_of(U"\u043E\u0441\u043F\u0440")));        // ospr
  EXPECT_TRUE(parts.knows(part_of(U"\u0435\u043D\u0438\u0435 ")));        // enie, the end of one
  EXPECT_TRUE(parts.knows(part_of(U"\u05E9\u05DC ")));                    // a word of two letters
  EXPECT_FALSE(parts.knows(part_of(U"\u0449\u044A\u0449\u044B\u0449")));  // nothing that is written
}

TEST(WordParts, RefuseAFileThatIsNotTheirs) {
  ModelBytes file = read_model_file(UNBAKE_SOURCE_DIR "/tables/generated/word_parts.bin");
  ASSERT_TRUE(WordParts::parse(file));
  EXPECT_FALSE(WordParts::parse(std::span<const std::uint8_t>(file).first(40)));
  EXPECT_FALSE(WordParts::parse(std::span<const std::uint8_t>(file).first(file.size() - 1)));
  file[file.size() / 2] ^= 1;
  EXPECT_FALSE(WordParts::parse(file));
  EXPECT_FALSE(WordParts::parse(committed_model()));
}

}  // namespace
}  // namespace unbake::model
