// Profiles of Latin-script languages: which language a word is likely in, and a file that proves itself.
#include "model/latin_languages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

#include "model/latin_format.hpp"
#include "model_bytes.hpp"

namespace unbake::model {
namespace {

std::vector<std::string> tags_of(const LatinLanguages& languages) {
  std::istringstream stream{std::string(languages.tags())};
  std::vector<std::string> tags;
  for (std::string tag; stream >> tag;) tags.push_back(tag);
  return tags;
}

float score(std::u32string_view word, std::string_view tag) {
  const std::vector<std::string> tags = tags_of(LatinLanguages::builtin());
  const auto at = std::find(tags.begin(), tags.end(), tag);
  EXPECT_NE(at, tags.end()) << tag;
  return LatinLanguages::builtin().score(word)[static_cast<std::size_t>(at - tags.begin())];
}

// Where the language of a word stands among all, 0 for the likeliest.
std::size_t rank(std::u32string_view word, std::string_view tag) {
  const LanguageScores scores = LatinLanguages::builtin().score(word);
  const float own = score(word, tag);
  return static_cast<std::size_t>(
      std::count_if(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(LatinLanguages::builtin().count()),
                    [&](float s) { return s > own; }));
}

TEST(LatinLanguages, HasATagForEachLanguageOnce) {
  std::vector<std::string> tags = tags_of(LatinLanguages::builtin());
  EXPECT_EQ(tags.size(), LatinLanguages::builtin().count());
  EXPECT_LE(tags.size(), kMostLatinLanguages);
  std::sort(tags.begin(), tags.end());
  EXPECT_EQ(std::unique(tags.begin(), tags.end()), tags.end());
  for (const char* tag : {"cs", "de", "es", "fr", "hr", "hu", "pl", "pt", "ro", "sk", "sl", "tr"})
    EXPECT_TRUE(std::binary_search(tags.begin(), tags.end(), tag)) << tag;
  for (const char* tag : {"ru", "el", "ja", "pt-BR"})
    EXPECT_FALSE(std::binary_search(tags.begin(), tags.end(), tag)) << tag;
}

TEST(LatinLanguages, KnowsTheLanguageOfAWord) {
  EXPECT_LT(rank(U"\u017C\u00F3\u0142wiem", "pl"), 2U);
  EXPECT_LT(rank(U"erd\u0151ben", "hu"), 2U);
  EXPECT_LT(rank(U"stra\u00DFe", "de"), 2U);
  EXPECT_LT(rank(U"reuni\u00E3o", "pt"), 4U);
  EXPECT_LT(rank(U"de\u011Fi\u015Ftirmek", "tr"), 3U);
}

TEST(LatinLanguages, ALetterOfAnotherLanguageIsUnlikely) {
  EXPECT_GT(score(U"ur\u010Den\u00FD", "sk"), score(U"ur\u00E8en\u00FD", "sk") + 8);
  EXPECT_GT(score(U"r\u00E9p\u00E9ter", "fr"), score(U"r\u201Ap\u201Ater", "fr") + 16);
  EXPECT_GT(score(U"sch\u00F6n", "de"), score(U"sch\u02C6n", "de") + 8);
}

TEST(LatinLanguages, CaseDoesNotMatterNorWhichMarkIsBelow) {
  for (const char* tag : {"de", "ro", "pl"}) {
    EXPECT_EQ(score(U"\u00C4RGER", tag), score(U"\u00E4rger", tag));
    EXPECT_EQ(score(U"\u0218ase", tag), score(U"\u015Fase", tag));
    EXPECT_EQ(score(U"\u0141\u0104KA", tag), score(U"\u0142\u0105ka", tag));
  }
}

TEST(LatinLanguages, EveryCharacterCostsSomething) {
  const std::size_t count = LatinLanguages::builtin().count();
  for (const std::u32string_view word : {U"a", U"z", U"\u00E9", U"\u4E00", U"\uFFFD", U"\U0010FFFF"}) {
    std::u32string longer(word);
    longer += word;
    const LanguageScores once = LatinLanguages::builtin().score(word);
    const LanguageScores twice = LatinLanguages::builtin().score(longer);
    for (std::size_t k = 0; k < count; ++k) {
      EXPECT_LT(once[k], 0);
      EXPECT_LT(twice[k], once[k]);
    }
  }
}

class LatinFile : public testing::Test {
 protected:
  const ModelBytes file_ = read_model_file(UNBAKE_SOURCE_DIR "/tables/generated/latin_languages.bin");

  [[nodiscard]] LatinHeader header() const {
    LatinHeader header{};
    std::memcpy(&header, file_.data(), sizeof header);
    return header;
  }

  template <typename Change>
  [[nodiscard]] bool parses_with(Change change) const {
    ModelBytes file = file_;
    LatinHeader changed = header();
    change(changed);
    std::memcpy(file.data(), &changed, sizeof changed);
    return LatinLanguages::parse(file).has_value();
  }

  // The same with a byte of the body changed and the checksum made to fit.
  [[nodiscard]] bool parses_with_byte(std::size_t offset, std::uint8_t value) const {
    ModelBytes file = file_;
    file[offset] = value;
    LatinHeader changed = header();
    changed.checksum = fnv1a(std::span<const std::uint8_t>(file).subspan(sizeof changed));
    std::memcpy(file.data(), &changed, sizeof changed);
    return LatinLanguages::parse(file).has_value();
  }
};

TEST_F(LatinFile, IsTheOneInTheLibrary) {
  const auto parsed = LatinLanguages::parse(file_);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->tags(), LatinLanguages::builtin().tags());
  EXPECT_EQ(parsed->score(U"\u00E9t\u00E9"), LatinLanguages::builtin().score(U"\u00E9t\u00E9"));
}

TEST_F(LatinFile, OfAnotherMakeIsRefused) {
  EXPECT_TRUE(parses_with([](LatinHeader&) {}));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { h.magic[0] = 'U'; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { ++h.version; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { h.language_count = kMostLatinLanguages + 1; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { ++h.language_count; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { ++h.symbol_count; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { --h.entry_count; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { ++h.tag_bytes; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { --h.file_size; }));
  EXPECT_FALSE(parses_with([](LatinHeader& h) { ++h.checksum; }));
}

TEST_F(LatinFile, CutAnywhereIsRefused) {
  for (std::size_t size = 0; size < file_.size(); size += 997) {
    EXPECT_FALSE(LatinLanguages::parse(std::span<const std::uint8_t>(file_).first(size))) << size;
  }
}

TEST_F(LatinFile, WithEntriesOutsideIsRefused) {
  // The first entry is behind symbols, pairs, unigrams, backoff weights and `unseen`.
  const std::size_t count = header().language_count;
  const std::size_t entries = sizeof(LatinHeader) + header().symbol_count * sizeof(LatinSymbolRecord) +
                              kLatinLetters * kLatinLetters * ((count + 1) / 2) + 2 * kLatinLetters * count + count;
  EXPECT_TRUE(parses_with_byte(entries, 0));
  EXPECT_FALSE(parses_with_byte(entries, static_cast<std::uint8_t>(count)));
  // The highest byte of where the entries of the first symbol are.
  EXPECT_FALSE(parses_with_byte(sizeof(LatinHeader) + offsetof(LatinSymbolRecord, first) + 3, 0x7F));
}

}  // namespace
}  // namespace unbake::model
