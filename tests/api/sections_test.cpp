// Text of any length, a section at a time.
#include "unbake/sections.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unbake/unbake.hpp"

namespace unbake {
namespace {

std::string read_as_gbk(std::string_view text) { return bake(text, "utf-8>gbk", "python-ignore").value(); }

// Damage that a document of its own is too short to be sure of, and damage that is sure.
std::string weak_line() { return read_as_gbk("The sign \xC3\x97 means times.\n"); }
std::string sure_line() { return read_as_gbk("It\xE2\x80\x99s time \xE2\x80\x94 at last \xE2\x80\x94 to go.\n"); }

// `length` bytes, or a little more, of clean lines.
std::string clean_lines(std::size_t length) {
  std::string text;
  while (text.size() < length) text += "Nothing is wrong with this line, nor with the next.\n";
  return text;
}

std::vector<Section> sections_of(std::string_view text, std::size_t block) {
  SectionStream stream;
  std::vector<Section> sections;
  const auto take_all = [&] {
    while (std::optional<Section> section = stream.next()) sections.push_back(std::move(*section));
  };
  for (std::size_t begin = 0; begin < text.size(); begin += block) {
    stream.push(text.substr(begin, block));
    take_all();
  }
  stream.finish();
  take_all();
  return sections;
}

std::string repaired(const std::vector<Section>& sections) {
  std::string all;
  for (const Section& section : sections) all += section.repaired();
  return all;
}

std::vector<std::string> cut(std::string_view text) {
  SectionCutter cutter;
  cutter.push(text);
  cutter.finish();
  std::vector<std::string> parts;
  std::uint64_t offset = 0;
  while (std::optional<Section> section = cutter.next()) {
    EXPECT_EQ(section->offset, offset);
    EXPECT_LE(section->text.size(), SectionCutter::kLongest);
    EXPECT_FALSE(section->text.empty());
    offset += section->text.size();
    parts.push_back(std::move(section->text));
  }
  EXPECT_EQ(offset, text.size());
  return parts;
}

TEST(SectionStream, OfNothingHasNoSections) {
  EXPECT_TRUE(sections_of("", 1).empty());
  SectionStream stream;
  EXPECT_FALSE(stream.next());
  stream.finish();
  EXPECT_FALSE(stream.next());
}

TEST(SectionStream, DecidesAShortTextAsPlanDoes) {
  const std::string text = weak_line() + clean_lines(1000) + sure_line() + sure_line();
  for (const std::size_t block : {std::size_t{1}, std::size_t{7}, text.size()}) {
    const std::vector<Section> sections = sections_of(text, block);
    ASSERT_EQ(sections.size(), 1U);
    EXPECT_EQ(sections[0].text, text);
    EXPECT_EQ(sections[0].repaired(), fix(text).text());
    ASSERT_EQ(sections[0].plan.edits.size(), plan(text).edits.size());
  }
}

TEST(SectionStream, AnswersTheSameHoweverTheBlocksAreCut) {
  std::string text = weak_line() + clean_lines(SectionCutter::kLongest) + sure_line();
  text += clean_lines(SectionCutter::kLongest) + sure_line() + "the end";
  const std::vector<Section> whole = sections_of(text, text.size());
  ASSERT_EQ(whole.size(), 3U);
  for (const std::size_t block : {std::size_t{4099}, std::size_t{1} << 16, SectionCutter::kLongest + 1}) {
    const std::vector<Section> sections = sections_of(text, block);
    ASSERT_EQ(sections.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      EXPECT_EQ(sections[i].offset, whole[i].offset);
      EXPECT_EQ(sections[i].text, whole[i].text);
      EXPECT_EQ(sections[i].repaired(), whole[i].repaired());
    }
  }
}

TEST(SectionStream, HearsWhatTheOtherSectionsSay) {
  const std::string clean = clean_lines(SectionCutter::kLongest - 1000);
  const std::string proof = sure_line() + sure_line() + sure_line();
  const std::string weak = clean + weak_line();
  ASSERT_EQ(repaired(sections_of(weak + clean + clean, 1U << 16)), weak + clean + clean);
  const std::string restored = clean + "The sign \xC3\x97 means times.\n";
  // From a section behind, and from one before.
  EXPECT_TRUE(repaired(sections_of(weak + clean + proof + clean, 1U << 16)).starts_with(restored));
  EXPECT_TRUE(repaired(sections_of(proof + clean + weak, 1U << 16)).ends_with("The sign \xC3\x97 means times.\n"));
}

TEST(SectionStream, DoesNotHearWhatIsFarBehind) {
  const std::string clean = clean_lines(SectionCutter::kLongest);
  std::string text = weak_line();
  for (std::size_t i = 0; i < SectionEvidence::kAhead + 2; ++i) text += clean;
  text += sure_line() + sure_line() + sure_line();
  EXPECT_TRUE(repaired(sections_of(text, text.size())).starts_with(weak_line()));
}

TEST(SectionStream, GivesOutSectionsWhileMoreIsToCome) {
  const std::string clean = clean_lines(SectionCutter::kLongest);
  SectionStream stream;
  std::size_t given = 0;
  constexpr std::size_t kPushed = 20;
  for (std::size_t i = 0; i < kPushed; ++i) {
    stream.push(clean);
    while (stream.next()) ++given;
  }
  EXPECT_GE(given + SectionEvidence::kAhead + 2, kPushed);
}

TEST(Glance, IsAsGoodAsALook) {
  Evidence proof;
  for (int i = 0; i < 3; ++i) proof.merge(collect_evidence(sure_line() + sure_line()));
  for (const std::string& text :
       {std::string(), clean_lines(1000), weak_line(), weak_line() + sure_line(), "x ?? y " + sure_line() + "a ?? b\n",
        sure_line() + "{\"a\": \"caf\\u00c3\\u00a9 is good\"}\n", std::string("caf\xC3\x83\xC2\xA9 is good")}) {
    for (const Evidence& heard : {Evidence(), proof}) {
      Options options;
      options.evidence = heard;
      const Glance glance(text, options);
      EXPECT_EQ(glance.evidence(), collect_evidence(text));
      EXPECT_EQ(unbake::apply(text, glance.plan(text, options)).value(), fix(text, options).text());
    }
  }
}

TEST(SectionCutter, CutsBehindTheLastLineFeed) {
  const std::vector<std::string> parts = cut(clean_lines(3 * SectionCutter::kLongest));
  ASSERT_EQ(parts.size(), 4U);
  for (const std::string& part : parts) EXPECT_TRUE(part.ends_with("the next.\n"));
}

TEST(SectionCutter, CutsBehindASpaceOfALongLine) {
  std::string line;
  while (line.size() < 2 * SectionCutter::kLongest) line += "a word \xC3\xA9t\xC3\xA9 ";
  const std::vector<std::string> parts = cut(line);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_TRUE(parts[0].ends_with(' '));
  EXPECT_TRUE(parts[1].ends_with(' '));
}

TEST(SectionCutter, IgnoresALineFeedThatIsTooFarBack) {
  const std::string text = "first\n" + std::string(SectionCutter::kLongest, 'x') + " y";
  const std::vector<std::string> parts = cut(text);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].size(), SectionCutter::kLongest);
}

TEST(SectionCutter, CutsNoCharacter) {
  for (const std::string_view character : {"\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80"}) {
    for (std::size_t shift = 0; shift < 4; ++shift) {
      std::string text(shift, 'a');
      while (text.size() <= SectionCutter::kLongest) text += character;
      const std::vector<std::string> parts = cut(text);
      ASSERT_EQ(parts.size(), 2U);
      EXPECT_EQ((parts[0].size() - shift) % character.size(), 0U);
    }
  }
}

TEST(SectionCutter, CutsBytesThatAreNoCharacters) {
  const std::vector<std::string> parts = cut(std::string(SectionCutter::kLongest + 10, '\x80'));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_GE(parts[0].size(), SectionCutter::kLongest - 3);
}

}  // namespace
}  // namespace unbake
