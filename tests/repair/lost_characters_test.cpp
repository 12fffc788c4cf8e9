#include "repair/lost_characters.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "encoding/encoding.hpp"
#include "repair/layer_state.hpp"

namespace unbake::repair {
namespace {

encoding::ReaderSet reader(std::string_view name) {
  return encoding::ReaderSet{1} << encoding::get(*encoding::find(name)).reader_bit;
}

std::vector<char32_t> fitting(const LossyCharacter& lossy, std::string_view by, std::uint8_t next, char32_t beside) {
  std::vector<Fitting> found;
  find_fitting(lossy, {reader(by), kAllDecoders, 0, next, false, script_of(beside)}, found);
  std::vector<char32_t> characters;
  for (const Fitting& f : found) characters.push_back(f.character);
  return characters;
}

bool has(const std::vector<char32_t>& characters, char32_t c) {
  return std::find(characters.begin(), characters.end(), c) != characters.end();
}

TEST(LostCharacters, ALastByteIsOneThatTheReaderLosesBeforeTheNext) {
  // E2 80 94 before a space: GBK has no pair that begins with 94 and ends with a space.
  const std::vector<char32_t> dashes = fitting({{0xE2, 0x80, kLost}, 3}, "gbk", ' ', U'a');
  EXPECT_TRUE(has(dashes, 0x2014));
  // Before an `s` it would have been the lead byte of a pair.
  EXPECT_FALSE(has(fitting({{0xE2, 0x80, kLost}, 3}, "gbk", 's', U'a'), 0x2014));
}

TEST(LostCharacters, WholeCharactersAreCommonOnesOfTheScript) {
  // D1 80 is no pair of EUC-JP, D0 B0 is one.
  const LossyCharacter whole{{kLost | 2, kLost}, 2};
  const std::vector<char32_t> cyrillic = fitting(whole, "euc-jp", ' ', 0x430);
  EXPECT_TRUE(has(cyrillic, 0x440));
  EXPECT_FALSE(has(cyrillic, 0x430));
  EXPECT_FALSE(has(cyrillic, 0xC0)) << "a Latin letter among Cyrillic ones";
  EXPECT_LE(cyrillic.size(), kMostFitting);
}

TEST(LostCharacters, ALostLeadByteIsKnownByTheRest) {
  const std::vector<char32_t> found = fitting({{kLost | 2, 0x80}, 2}, "euc-jp", ' ', 0x430);
  for (const char32_t c : found) EXPECT_EQ(c & 0x3F, 0U);
  EXPECT_TRUE(has(found, 0x440));
}

TEST(LostCharacters, TheLengthIsThatOfTheLeadByte) {
  EXPECT_EQ(lossy_character({0xD0, kLost, 0, 0}).length, 2);
  EXPECT_EQ(lossy_character({kLost | 3, 0x80, 0x94, 0}).length, 3);
  EXPECT_EQ(lossy_character({0xF0, 0x9F, 0x98, kLost}).length, 4);
}

TEST(LostCharacters, LettersOfAWritingHaveOneScript) {
  EXPECT_EQ(script_of(U'\u0430'), script_of(U'\u0457'));
  EXPECT_NE(script_of(U'\u0430'), script_of(U'\u03B1'));
  EXPECT_EQ(script_of(U'\u2014'), kNoScript);
  EXPECT_EQ(script_of(U'a'), kNoScript);
}

// A decoder gives up one byte, or the pair, or neither; what Python and browsers do is known.
TEST(LostBytes, SaysWhoLosesHowMuch) {
  const int euc_jp = encoding::get(*encoding::find("euc-jp")).reader_bit;
  const GivenUp lost = given_up(euc_jp, 0xD1, 0x80);
  EXPECT_EQ(lost.alone & lost.pair, 0);
  EXPECT_NE(lost.alone & 1U << 2, 0U) << "python-replace";
  EXPECT_NE(lost.pair & 1U << 0, 0U) << "whatwg";
  const GivenUp kept = given_up(euc_jp, 0xD0, 0xB0);
  EXPECT_EQ(kept.alone | kept.pair, 0);
}

TEST(LostBytes, ReadersThatLoseWholeCharacters) {
  const encoding::ReaderSet readers = readers_that_lose_lead_bytes();
  for (const char* name : {"big5", "euc-kr", "euc-jp"}) EXPECT_NE(readers & reader(name), 0U) << name;
  for (const char* name : {"gbk", "gb18030", "windows-1252"}) EXPECT_EQ(readers & reader(name), 0U) << name;
}

}  // namespace
}  // namespace unbake::repair
