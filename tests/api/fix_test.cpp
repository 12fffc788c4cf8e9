#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "damage.hpp"

namespace unbake {
namespace {

using tests::damaged;
using tests::kSentence;

TEST(Fix, RepairsText) {
  const std::string text = damaged();
  const Fixed fixed = fix(text);
  EXPECT_TRUE(fixed.changed());
  EXPECT_EQ(fixed.text(), kSentence);
  EXPECT_FALSE(fixed.plan().empty());
}

TEST(Fix, ReturnsTheVeryBytesOfCleanText) {
  for (const std::string& text : {kSentence, std::string("plain"), std::string("\xFF\x80 \xE2\x80")}) {
    const Fixed fixed = fix(text);
    EXPECT_FALSE(fixed.changed());
    EXPECT_EQ(fixed.text().data(), text.data());
    EXPECT_EQ(fixed.text().size(), text.size());
    EXPECT_TRUE(fixed.plan().empty());
  }
  EXPECT_EQ(fix("").text(), "");
}

// The repaired text belongs to the answer, the unchanged one to whoever gave it.
TEST(Fix, RepairedTextOutlivesWhatWasGiven) {
  auto given = std::make_unique<std::string>(damaged());
  const Fixed fixed = fix(*given);
  given.reset();
  EXPECT_EQ(fixed.text(), kSentence);
}

TEST(Fix, AnswersAreValues) {
  const std::string text = damaged();
  Fixed fixed = fix(text);
  const Fixed copy = fixed;
  EXPECT_EQ(copy.text(), kSentence);
  EXPECT_NE(copy.text().data(), fixed.text().data());
  const Fixed moved = std::move(fixed);
  EXPECT_EQ(moved.text(), kSentence);
  EXPECT_EQ(moved.plan().edits.size(), copy.plan().edits.size());
}

// Also where the repaired text is so short that a string keeps it inside itself.
TEST(Fix, ShortAnswersMayBeMoved) {
  const std::string text = "caf\xC3\x83\xC2\xA9, d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0";
  Fixed fixed = fix(text);
  const std::string before(fixed.text());
  const Fixed moved = std::move(fixed);
  EXPECT_EQ(moved.text(), before);
}

TEST(Fix, IsApplyOfPlan) {
  for (const char* path :
       {"utf-8>windows-1252", "utf-8>gbk", "utf-8>windows-1252 | utf-8>windows-1252", "utf-8>shift_jis"}) {
    for (const char* profile : {"whatwg", "python-ignore", "python-replace"}) {
      const std::string text = damaged(path, profile);
      EXPECT_EQ(fix(text).text(), unbake::apply(text, plan(text)).value()) << path << ' ' << profile;
    }
  }
}

TEST(Fix, OfWhatWasFixedChangesNothing) {
  for (const std::string& reader : paths()) {
    for (const char* profile : {"whatwg", "python-ignore", "python-replace"}) {
      const std::string once(fix(damaged(reader, profile)).text());
      EXPECT_EQ(fix(once).text(), once) << reader << ' ' << profile;
    }
  }
}

TEST(Fix, EditsTellWhatTheyDo) {
  const std::string text = damaged();
  std::size_t done = 0;
  for (const Edit& e : plan(text).edits) {
    EXPECT_GE(e.offset, done);
    EXPECT_GE(e.length, 1U);
    EXPECT_NE(e.after, text.substr(e.offset, e.length));
    EXPECT_EQ(e.path, "utf-8>windows-1252");
    EXPECT_EQ(bake(e.after, e.path, e.profile).value(), text.substr(e.offset, e.length));
    EXPECT_GE(e.confidence, Options{}.min_confidence);
    EXPECT_NEAR(e.score, e.parts.language + e.parts.structure + e.parts.document, 1e-6);
    EXPECT_LE(e.parts.structure, 0);
    EXPECT_TRUE(e.losses.empty());
    done = e.offset + e.length;
  }
  EXPECT_GT(done, 0U);
}

TEST(Fix, KeepsLineEndsAndByteOrderMark) {
  const std::string text =
      "\xEF\xBB\xBF"
      "One\r\n" +
      damaged() + "\r\nTwo\r";
  EXPECT_EQ(fix(text).text(),
            "\xEF\xBB\xBF"
            "One\r\n" +
                kSentence + "\r\nTwo\r");
}

}  // namespace
}  // namespace unbake
