#include "pipeline/surrogates.hpp"

#include <gtest/gtest.h>

#include "bake/bake.hpp"
#include "pipeline/deciding.hpp"

namespace unbake::pipeline {
namespace {

constexpr std::string_view kSmile = "\xF0\x9F\x98\x80";

std::string cesu8_read_as(std::string_view text, const char* reader, const char* profile = "whatwg") {
  const auto path = baking::parse_path(std::string("cesu-8>") + reader);
  const auto how = baking::parse_profile(profile);
  return baking::bake(text, *path, *how).value();
}

TEST(Surrogates, AreJoinedWhateverWesternPageTheyWereReadIn) {
  const std::string text = "Danke " + std::string(kSmile) + " bis morgen";
  for (const char* reader : {"windows-1252", "iso-8859-1", "windows-1254"}) {
    for (const char* profile : {"whatwg", "whatwg+nbsp-to-space"}) {
      const std::string damaged = cesu8_read_as(text, reader, profile);
      ASSERT_NE(damaged, text);
      EXPECT_EQ(repaired(damaged), text) << reader << " " << profile;
    }
  }
}

TEST(Surrogates, TellTheirPath) {
  const auto decisions = decisions_of(cesu8_read_as(kSmile, "windows-1252"));
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(baking::to_string(decisions[0].path), "cesu-8>windows-1252");
  EXPECT_EQ(decisions[0].after, kSmile);
}

TEST(Surrogates, AreJoinedInEscapes) {
  const std::string words = R"("Danke sch\u00c3\u00b6n f\u00c3\u00bcr alles )";
  EXPECT_EQ(repaired(words + R"(\u00ed\u00a0\u00bd\u00ed\u00b8\u0080")"),
            R"("Danke sch\u00f6n f\u00fcr alles \ud83d\ude00")");
}

TEST(Surrogates, AreLeftIfTheirPageIsNotAllowed) {
  Settings settings;
  settings.readers = 0;
  EXPECT_TRUE(decide_surrogates(cesu8_read_as(kSmile, "windows-1252"), settings).empty());
}

TEST(Surrogates, ALostSpaceIsLeftIfLossesAre) {
  Settings settings;
  settings.lossy = Lossy::kLeave;
  EXPECT_TRUE(decide_surrogates(cesu8_read_as(kSmile, "windows-1252", "whatwg+nbsp-to-space"), settings).empty());
  EXPECT_EQ(decide_surrogates(cesu8_read_as(kSmile, "windows-1252"), settings).size(), 1U);
}

TEST(Surrogates, HalvesAndWhatLooksLikeThemAreLeft) {
  const std::string whole = cesu8_read_as(kSmile, "iso-8859-1");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_TRUE(decide_surrogates(whole.substr(0, length), {}).empty()) << length;
  }
  EXPECT_TRUE(decide_surrogates("El pa\xC3\xADs \xC2\xBD as\xC3\xAD \xC2\xBC d\xC3\xAD"
                                "a",
                                {})
                  .empty());
  // The same half twice.
  EXPECT_TRUE(decide_surrogates(whole.substr(0, 6) + whole.substr(0, 6), {}).empty());
}

}  // namespace
}  // namespace unbake::pipeline
