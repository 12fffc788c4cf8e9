#include "repair/arc_scan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searching.hpp"

namespace unbake::repair {
namespace {

using tests::baked;
using tests::utf8_of;

class ArcScanTest : public testing::Test {
 protected:
  // Whether something in `text` may be damage.
  bool finds_damage(std::string_view text) {
    const std::vector<base::Symbol> window = tests::symbols_of(text);
    arcs_.start(window, {});
    return arcs_.may_be_damage(0, window.size());
  }

  PathCosts costs_;
  model::LanguageMemory language_{model::Model::builtin()};
  ArcScan arcs_{costs_, language_};
};

// It may err to the safe side, but rarely.
TEST_F(ArcScanTest, FindsNothingInMostCleanSentences) {
  const std::vector<std::string> sentences = tests::clean_sentences();
  EXPECT_LE(std::count_if(sentences.begin(), sentences.end(), [&](const std::string& s) { return finds_damage(s); }),
            1);
}

TEST_F(ArcScanTest, FindsWhateverTheSearchRepairs) {
  for (const std::string& sentence : tests::clean_sentences()) {
    for (int bit = 0; bit < encoding::reader_count(); ++bit) {
      const std::string path = "utf-8>" + std::string(encoding::get(encoding::reader(bit)).name);
      for (const char* profile : {"whatwg", "python-replace", "python-ignore"}) {
        const std::string damaged = baked(sentence, path, profile);
        if (search_text(damaged).candidates.empty()) continue;
        EXPECT_TRUE(finds_damage(damaged)) << path << " " << profile << " " << damaged;
      }
    }
  }
}

TEST_F(ArcScanTest, FindsOneCharacterOfTwoLayers) {
  // The outer layer leaves one ideograph, which is a letter with an accent in the layer below.
  EXPECT_TRUE(finds_damage(baked(utf8_of(U"la citt\u00E0 di notte"), "utf-8>gbk | utf-8>windows-1252")));
}

TEST_F(ArcScanTest, FindsMissingBytes) {
  EXPECT_TRUE(finds_damage(utf8_of(U"wait \u00E2\u20AC? no")));
  EXPECT_TRUE(finds_damage(utf8_of(U"wait \u9225 no")));
}

TEST_F(ArcScanTest, KnowsOnlyTheReadersThatAreAllowed) {
  const std::string damaged = baked(utf8_of(U"d\u00E9j\u00E0 vu"), "utf-8>windows-1252");
  EXPECT_TRUE(finds_damage(damaged));
  costs_.restrict_to(tests::reader_named("gbk"));
  EXPECT_FALSE(finds_damage(damaged));
}

TEST_F(ArcScanTest, TheEndOfAWindowAndBytesThatAreNoTextAreNoTrouble) {
  EXPECT_FALSE(finds_damage(""));
  EXPECT_FALSE(finds_damage("\xFF\xC3"));
  (void)finds_damage("\xC3\x83");
}

}  // namespace
}  // namespace unbake::repair
