#include "detect/reading_bound.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "detect/likelihood.hpp"
#include "examples.hpp"
#include "reference/detect/plain_conversions.hpp"

namespace unbake::detect {
namespace {

using tests::kAllReaders;

class ReadingBoundTest : public testing::Test {
 protected:
  // Returns whether the line has a bound.
  bool expect_bounded(const std::u32string& line) {
    const std::vector<char32_t> symbols(line.begin(), line.end());
    if (!bound_.look_at(symbols)) return false;
    Likelihood as_it_stands(language_);
    for (const char32_t c : symbols) as_it_stands.add(c);
    const float most = bound_.most() - as_it_stands.sum();
    EXPECT_GE(most, 0) << "the line itself is above the bound";
    const auto above =
        reference::plain_conversions(symbols, kAllReaders, model::Model::builtin(), most + kStep, kMostFound);
    EXPECT_TRUE(above.empty()) << "a conversion is above the bound";
    return true;
  }

  static constexpr float kStep = 0.0625F;  // of the model
  static constexpr std::size_t kMostFound = 1;
  model::LanguageMemory language_{model::Model::builtin()};
  ReadingBound bound_{language_};
};

TEST_F(ReadingBoundTest, NoConversionOfASentenceIsAbove) {
  std::size_t bounded = 0;
  for (const std::string& sentence : tests::clean_sentences()) {
    const std::vector<char32_t> symbols = tests::code_points_of(sentence);
    bounded += expect_bounded({symbols.begin(), symbols.end()}) ? 1 : 0;
    // The same text again, from what is remembered now.
    expect_bounded({symbols.begin(), symbols.end()});
  }
  EXPECT_GT(bounded, 3U);
}

TEST_F(ReadingBoundTest, NoConversionOfAnyPlacesIsAbove) {
  constexpr std::u32string_view kPlaces =
      U"\u00E9\u00E0\u00FC\u00DF\u0142\u0159\u0151\u0103\u2019\u00AB\u00A0\u0434\u03B1\u4E2D\u2592\u00B3\uFFFD";
  constexpr std::u32string_view kAscii = U"etaoin shrd,.09-lu\tZQ";
  std::mt19937 random(7);
  std::size_t bounded = 0;
  for (int i = 0; i < 300; ++i) {
    std::u32string line;
    for (std::size_t places = 1 + random() % 7; places > 0; --places) {
      for (std::size_t k = random() % 6; k > 0; --k) line += kAscii[random() % kAscii.size()];
      line += kPlaces[random() % kPlaces.size()];
    }
    for (std::size_t k = random() % 4; k > 0; --k) line += kAscii[random() % kAscii.size()];
    bounded += expect_bounded(line) ? 1 : 0;
    if (HasFailure()) return;
  }
  EXPECT_GT(bounded, 30U);
}

TEST_F(ReadingBoundTest, NeighboursTellNothingByThemselves) {
  const auto is_told = [&](std::u32string_view line) { return bound_.look_at({line.data(), line.size()}); };
  EXPECT_TRUE(is_told(U"caf\u00E9"));
  EXPECT_TRUE(is_told(U"\u00E9t\u00E9"));
  EXPECT_FALSE(is_told(U"\u00C3\u00A9"));
  EXPECT_FALSE(is_told(U"\u00E91\u00E9")) << "four bytes of GB 18030";
  EXPECT_FALSE(is_told(U"\U0001F600"));
  EXPECT_TRUE(is_told(U"")) << "nothing to be bounded";
}

TEST_F(ReadingBoundTest, EachPlaceHasItsOwn) {
  const std::u32string line = U"le caf\u00E9 est d\u00E9j\u00E0 ferm\u00E9";
  ASSERT_TRUE(bound_.look_at({line.data(), line.size()}));
  EXPECT_EQ(bound_.places().size(), 4U);
}

}  // namespace
}  // namespace unbake::detect
