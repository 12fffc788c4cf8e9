// What seven decoders made of misread UTF-8 (tests/cases/decoder-losses.jsonl), reproduced by the profiles. Vectors
// that a profile does not reproduce are listed, with the reason, in decoder-losses-known.jsonl; one that is listed and
// reproduced fails, so that the list stays true.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "bake/bake.hpp"
#include "bake/flat_json.hpp"
#include "bake/path.hpp"
#include "bake/profile.hpp"

namespace unbake::baking {
namespace {

using Vector = std::array<std::string, 3>;  // Encoding, text, decoder.

std::set<Vector> known_differences() {
  std::set<Vector> known;
  for (const tests::FlatObject& object : tests::read_cases("decoder-losses-known.jsonl")) {
    EXPECT_FALSE(object.at("reason").empty());
    EXPECT_TRUE(known.insert({object.at("encoding"), object.at("text"), object.at("decoder")}).second);
  }
  return known;
}

TEST(DecoderLosses, AreReproducedButForKnownDifferences) {
  std::set<Vector> known = known_differences();
  int vectors = 0;
  for (const tests::FlatObject& object : tests::read_cases("decoder-losses.jsonl")) {
    const std::string& encoding = object.at("encoding");
    const std::string& text = object.at("text");
    const Result<Path> path = parse_path("utf-8>" + encoding);
    ASSERT_TRUE(path) << path.error().message;
    for (const auto& [decoder, expected] : object) {
      if (decoder == "encoding" || decoder == "text") continue;
      ++vectors;
      const Result<ProfileId> profile = parse_profile(decoder);
      ASSERT_TRUE(profile) << profile.error().message;
      const Result<std::string> baked = bake(text, *path, *profile);
      ASSERT_TRUE(baked) << baked.error().message;
      const bool listed = known.erase({encoding, text, decoder}) == 1;
      if (listed) {
        EXPECT_NE(*baked, expected) << "listed as a known difference, but reproduced: " << encoding << ' ' << decoder;
      } else {
        EXPECT_EQ(*baked, expected) << encoding << ' ' << decoder << " of " << text;
      }
    }
  }
  EXPECT_TRUE(known.empty()) << known.size() << " known differences are of no vector";
  EXPECT_GT(vectors, 5000);
}

}  // namespace
}  // namespace unbake::baking
