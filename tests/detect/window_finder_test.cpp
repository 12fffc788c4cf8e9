#include "detect/window_finder.hpp"

#include <algorithm>
#include <string>

#include "reference/detect/plain_starts.hpp"
#include "windows.hpp"

namespace unbake::detect {
namespace {

const std::string kDamage = "\xC3\x83\xC2\xA9";  // an e with acute, read as windows-1252

// Every window has its reason. Clean text may have one: a Cyrillic letter is a lead byte and a trail byte in GBK.
TEST(WindowFinder, FindsNothingElseInCleanText) {
  for (const std::string& sentence : tests::clean_sentences()) {
    const std::vector<std::size_t> starts = reference::plain_starts(sentence, tests::kAllReaders);
    LegacyLine line;
    if (LegacyFinder(sentence, tests::kAllReaders, model::Model::builtin()).next(line)) continue;
    for (const Window& window : windows_of(sentence)) {
      EXPECT_TRUE(
          std::any_of(starts.begin(), starts.end(), [&](std::size_t s) { return s >= window.begin && s < window.end; }))
          << sentence << " from " << window.begin << " to " << window.end;
      EXPECT_TRUE(window.conversions.empty());  // which only legacy lines have
    }
  }
}

TEST(WindowFinder, FindsNothingInCleanTextForTheCommonReader) {
  for (const std::string& sentence : tests::clean_sentences()) {
    EXPECT_TRUE(windows_of(sentence, tests::reader_named("windows-1252")).empty()) << sentence;
  }
}

TEST(WindowFinder, FindsNothingInAsciiAndRawBytes) {
  EXPECT_TRUE(windows_of("").empty());
  EXPECT_TRUE(windows_of(std::string(100000, 'x')).empty());
  EXPECT_TRUE(windows_of("\xFF\xFE\x80\xC3(\xE2\x80").empty());
}

TEST(WindowFinder, FindsDamageWithSomeContext) {
  const std::string text = std::string(99, 'x') + "\n" + kDamage + "\n" + std::string(99, 'y');
  const std::vector<Window> windows = windows_of(text);
  ASSERT_EQ(windows.size(), 1U);
  EXPECT_EQ(windows[0].begin, 100 - WindowFinder::kContext);
  EXPECT_GE(windows[0].end, 100 + kDamage.size() + 1);
  EXPECT_LT(windows[0].end, 100 + kDamage.size() + WindowFinder::kBridge);
  EXPECT_FALSE(windows[0].is_cut);
}

TEST(WindowFinder, DamageAtBothEndsOfATextHasTheContextThereIs) {
  EXPECT_EQ(windows_of(kDamage).size(), 1U);
  const std::vector<Window> windows = windows_of(kDamage + "ab");
  ASSERT_EQ(windows.size(), 1U);
  EXPECT_EQ(windows[0].begin, 0U);
  EXPECT_EQ(windows[0].end, kDamage.size() + 2);
}

TEST(WindowFinder, PlacesCloseTogetherAreOneWindow) {
  const std::string near(WindowFinder::kBridge / 2, 'x');
  const std::string far = "\n" + std::string(4 * WindowFinder::kBridge, 'x') + "\n";
  EXPECT_EQ(windows_of(kDamage + near + kDamage).size(), 1U);
  EXPECT_EQ(windows_of(kDamage + far + kDamage).size(), 2U);
}

TEST(WindowFinder, LongDamageIsCut) {
  std::string text;
  while (text.size() < 40000) text += kDamage + "t";
  const std::vector<Window> windows = windows_of(text);
  ASSERT_GT(windows.size(), 2U);
  EXPECT_EQ(windows.front().begin, 0U);
  for (std::size_t i = 0; i + 1 < windows.size(); ++i) {
    EXPECT_TRUE(windows[i].is_cut);
    EXPECT_EQ(windows[i].symbols.size(), WindowFinder::kMaxSymbols);
    EXPECT_EQ(windows[i].end, windows[i + 1].begin);
  }
  EXPECT_FALSE(windows.back().is_cut);
  EXPECT_EQ(windows.back().end, text.size());
}

TEST(WindowFinder, GoesOnFromWhatACutWindowLeft) {
  std::string text;
  while (text.size() < 40000) text += kDamage + "t";
  WindowFinder finder(text, tests::kAllReaders, model::Model::builtin());
  Window window;
  ASSERT_TRUE(finder.next(window));
  ASSERT_TRUE(window.is_cut);
  const std::size_t left = window.symbols[window.symbols.size() - 50].offset;
  finder.continue_from(left);
  ASSERT_TRUE(finder.next(window));
  EXPECT_EQ(window.begin, left);
  EXPECT_EQ(window.symbols.front().offset, left);
}

TEST(WindowFinder, LooksForTheGivenReadersOnly) {
  EXPECT_TRUE(windows_of(kDamage, 0).empty());
  EXPECT_TRUE(windows_of(kDamage, tests::reader_named("gbk")).empty());
  EXPECT_EQ(windows_of(kDamage, tests::reader_named("windows-1252")).size(), 1U);
}

TEST(WindowFinder, LostBytesBehindALeadAreFound) {
  const encoding::ReaderSet latin = tests::reader_named("windows-1252");
  EXPECT_EQ(windows_of("It\xC3\xA2\xE2\x82\xAC\xEF\xBF\xBDs", latin).size(), 1U);  // a marker
  EXPECT_EQ(windows_of("It\xC3\xA2\xE2\x82\xAC?s", latin).size(), 1U);
  EXPECT_EQ(windows_of("It\xC3\xA2\xE2\x82\xACs", latin).size(), 1U);  // nothing is left of it
  EXPECT_EQ(windows_of("It\xC3\xA2\xE2\x82\xAC", latin).size(), 1U);   // at the end
}

TEST(WindowFinder, WindowsOfLegacyTextOfferItsEncodings) {
  const std::string russian = tests::utf8_of(
      U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?");
  const std::string text =
      "English.\n" + tests::baked(russian, "windows-1251>windows-1252") + "\nEnglish again, and more of it.\n";
  const std::vector<Window> windows = windows_of(text);
  ASSERT_EQ(windows.size(), 1U);
  EXPECT_FALSE(windows[0].conversions.empty());
  EXPECT_LE(windows[0].begin, 9U);
  EXPECT_GE(windows[0].end, 9 + tests::baked(russian, "windows-1251>windows-1252").size());
}

}  // namespace
}  // namespace unbake::detect
