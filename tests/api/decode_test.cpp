#include "unbake/decode.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbake {
namespace {

const std::string kLatin = "Le caf\xE9 est ferm\xE9 depuis midi, et la for\xEAt est d\xE9serte.";
const std::string kText = "Le caf\xC3\xA9 est ferm\xC3\xA9 depuis midi, et la for\xC3\xAAt est d\xC3\xA9serte.";

TEST(Decode, GivesTextAndEncoding) {
  const auto decoded = decode(kLatin);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, kText);
  EXPECT_EQ(decoded->encoding, "windows-1252");
  EXPECT_GT(decoded->confidence, 0.9);
  EXPECT_LE(decoded->confidence, 1);
  ASSERT_EQ(decoded->pieces.size(), 1U);
  EXPECT_EQ(decoded->pieces[0].length, kLatin.size());
  EXPECT_TRUE(decoded->repairs.empty());
  EXPECT_TRUE(decoded->strays.empty());
  double sum = decoded->confidence;
  for (const EncodingGuess& guess : decoded->alternatives) {
    EXPECT_NE(guess.encoding, decoded->encoding);
    sum += guess.confidence;
  }
  EXPECT_LE(sum, 1.0001);
}

// Damage that was there before the bytes were made is repaired behind the decoding.
TEST(Decode, RepairsWhatItDecoded) {
  const std::string damaged = bake(kText, "utf-8>windows-1252").value();
  const std::string bytes = "\xFF\xFE";
  std::string wide = bytes;
  for (const char c : std::string("Le cafe est ferme. ")) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(decode(wide)->text, "Le cafe est ferme. ");
  const auto decoded = decode(damaged);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, kText);
  EXPECT_FALSE(decoded->repairs.empty());
  EXPECT_EQ(unbake::apply(damaged, decoded->repairs).value(), kText);
  EXPECT_EQ(decode(damaged, {.repair = false})->text, damaged);
}

// The options of repair are those of `fix`.
TEST(Decode, TakesTheOptionsOfRepair) {
  const std::string damaged = bake(kText, "utf-8>windows-1252").value();
  DecodeHints hints;
  hints.options.deny = {"utf-8>windows-1252", "utf-8>iso-8859-1"};
  EXPECT_EQ(decode(damaged, hints)->text, fix(damaged, hints.options).text());
}

TEST(Decode, CleanUtf8ComesOutAsItIs) {
  const auto decoded = decode(kText);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, kText);
  EXPECT_EQ(decoded->encoding, "utf-8");
  EXPECT_EQ(decoded->confidence, 1);
}

TEST(Decode, RefusesWhatIsNoText) {
  const auto decoded = decode(std::string_view("\x89PNG\r\n\x1a\n\0\0\0\r", 12));
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, Error::Code::kBinary);
}

TEST(Decode, RefusesAnEncodingThatIsNone) {
  const auto decoded = decode("x", {.from = "koi8-x"});
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, Error::Code::kUnknownEncoding);
  EXPECT_NE(decoded.error().message.find("koi8-r"), std::string::npos);
}

// Every encoding of the list may be named; all but those that cannot decode such bytes read ASCII as ASCII.
TEST(Decode, EveryEncodingMayBeForced) {
  for (const EncodingInfo& info : encodings()) {
    const auto decoded = decode("plain", {.from = std::string(info.name)});
    ASSERT_TRUE(decoded) << info.name;
    EXPECT_EQ(decoded->encoding, info.name);
    for (const std::string_view alias : info.aliases) {
      EXPECT_EQ(decode("plain", {.from = std::string(alias)})->encoding, info.name) << alias;
    }
  }
}

TEST(Decode, SaysWhatBecameOfHints) {
  const auto decoded = decode(kLatin, {.http_charset = "text/html; charset=utf-8"});
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->votes.size(), 1U);
  EXPECT_EQ(decoded->votes[0].source, "http");
  EXPECT_EQ(decoded->votes[0].encoding, "utf-8");
  EXPECT_FALSE(decoded->votes[0].agrees);
  EXPECT_TRUE(decoded->votes[0].contradicted);
  EXPECT_EQ(decoded->text, kText);
}

TEST(Decode, SaysWhereStraysAre) {
  const std::string bytes = kText + "\n" + "D\xC3\xA9j\xC3\xA0 la for\xEAt, la for\xC3\xAAt.\n" + kText;
  const auto decoded = decode(bytes);
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->strays.size(), 1U);
  EXPECT_EQ(decoded->strays[0].offset, bytes.find('\xEA'));
  EXPECT_EQ(decoded->strays[0].length, 1U);
  EXPECT_EQ(decoded->strays[0].text, "\xC3\xAA");
  EXPECT_EQ(decoded->strays[0].encoding, "windows-1252");
}

}  // namespace
}  // namespace unbake
