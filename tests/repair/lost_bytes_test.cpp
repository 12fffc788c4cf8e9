#include "repair/lost_bytes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "bake/decode_layer.hpp"
#include "bake/decoder.hpp"
#include "detect/examples.hpp"
#include "io/temporary_folder.hpp"

namespace unbake::repair {
namespace {

using encoding::DecodeStep;

// What reader number `bit` makes of `byte` before `next`.
DecodeStep read(int bit, unsigned byte, char next) {
  const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(byte), static_cast<std::uint8_t>(next)};
  return encoding::decode_step(encoding::reader(bit), bytes);
}

bool is_among(int bit, unsigned byte, LostBy by, char32_t next) {
  return (readers_that_lose(static_cast<std::uint8_t>(byte), by, next) >> bit & 1) != 0;
}

bool shows(const DecodeStep& step, char32_t first, char32_t last) {
  return step.kind == DecodeStep::Kind::kCharacter && step.code_points[0] >= first && step.code_points[0] <= last;
}

template <typename Check>
void for_each_reader_and_byte(Check check) {
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    SCOPED_TRACE(encoding::get(encoding::reader(bit)).name);
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) check(bit, byte);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(LostBytes, ADecoderLosesWhatItHasNoCharacterFor) {
  for_each_reader_and_byte([](int bit, unsigned byte) {
    for (const char next : {' ', 'A'}) {
      const DecodeStep step = read(bit, byte, next);
      const bool is_lost = step.kind != DecodeStep::Kind::kCharacter || shows(step, 0x80, 0x9F);
      EXPECT_EQ(is_among(bit, byte, LostBy::kDecoder, static_cast<char32_t>(next)), is_lost)
          << std::hex << byte << " before " << next;
    }
  });
}

TEST(LostBytes, AMarkerStandsForWhatIsLostBeforeASpace) {
  for_each_reader_and_byte([](int bit, unsigned byte) {
    EXPECT_EQ(is_among(bit, byte, LostBy::kDecoder, 0), is_among(bit, byte, LostBy::kDecoder, U' '))
        << std::hex << byte;
  });
}

TEST(LostBytes, BehindALeadByteAHighByteWouldBeItsTrail) {
  for_each_reader_and_byte([](int bit, unsigned byte) {
    const bool reads_pairs = (encoding::multi_byte_readers() >> bit & 1) != 0;
    const bool is_lost = is_among(bit, byte, LostBy::kDecoder, 0x20AC);
    EXPECT_FALSE(reads_pairs && is_lost) << std::hex << byte;
    EXPECT_TRUE(reads_pairs || is_lost == is_among(bit, byte, LostBy::kDecoder, U'A')) << std::hex << byte;
  });
}

TEST(LostBytes, NoBreakSpacesAreLost) {
  for_each_reader_and_byte([](int bit, unsigned byte) {
    const DecodeStep step = read(bit, byte, ' ');
    EXPECT_EQ(is_among(bit, byte, LostBy::kNoBreakSpace, 0), shows(step, 0xA0, 0xA0)) << std::hex << byte;
    EXPECT_EQ(is_among(bit, byte, LostBy::kSoftHyphen, 0), shows(step, 0xA0, 0xA0) || shows(step, 0xAD, 0xAD))
        << std::hex << byte;
  });
}

TEST(LostBytes, OfEverydayDecoders) {
  const encoding::ReaderSet latin = tests::reader_named("windows-1252");
  EXPECT_NE(readers_that_lose(0x9D, LostBy::kDecoder, U'a') & latin, 0U);  // of the closing quote
  EXPECT_EQ(readers_that_lose(0x99, LostBy::kDecoder, U'a') & latin, 0U);
  EXPECT_NE(readers_that_lose(0xA0, LostBy::kNoBreakSpace, U'a') & latin, 0U);
  const encoding::ReaderSet chinese = tests::reader_named("gbk");
  EXPECT_NE(readers_that_lose(0x94, LostBy::kDecoder, U' ') & chinese, 0U);  // of the dash
  EXPECT_EQ(readers_that_lose(0x94, LostBy::kDecoder, U's') & chinese, 0U);  // the letter would be its trail
}

TEST(LostBytes, WhatIsGivenUpOfPairsIsWhatTheDecodersGiveUp) {
  for_each_reader_and_byte([](int bit, unsigned byte) {
    if (((encoding::multi_byte_readers() | readers_by_detours()) >> bit & 1) == 0) return;
    for (unsigned next = 0; next <= 0xFF; ++next) {
      const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(byte), static_cast<std::uint8_t>(next)};
      const GivenUp found = given_up_of_pairs(bit, bytes[0], bytes[1]);
      for (std::uint8_t decoder = 0; decoder < baking::kDecoderCount; ++decoder) {
        const std::size_t count = baking::bytes_given_up(encoding::reader(bit), decoder, bytes);
        ASSERT_EQ((found.alone >> decoder & 1) != 0, count == 1) << std::hex << byte << ' ' << next << ' ' << +decoder;
        ASSERT_EQ((found.pair >> decoder & 1) != 0, count == 2) << std::hex << byte << ' ' << next << ' ' << +decoder;
      }
    }
  });
}

#ifdef UNBAKE_MAKE_GIVEN_UP
TEST(LostBytes, TheTableOfPairsIsWhatTheGeneratorMakes) {
  const io::TemporaryFolder folder;
  const std::string made = folder.path("given_up.inc");
  ASSERT_EQ(std::system((std::string(UNBAKE_MAKE_GIVEN_UP) + ' ' + made).c_str()), 0);
  std::ifstream committed(UNBAKE_SOURCE_DIR "/tables/generated/given_up.inc", std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(committed), {}};
  EXPECT_FALSE(expected.empty());
  EXPECT_TRUE(folder.read("given_up.inc") == expected) << "run ./dev tables and commit what it makes";
}
#endif

}  // namespace
}  // namespace unbake::repair
