// The conversions found are those of the plain twin, which gives no source up before the end.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "detect/conversion_search.hpp"
#include "examples.hpp"
#include "reference/detect/plain_conversions.hpp"

namespace unbake::detect {
namespace {

using tests::kAllReaders;

struct Found {
  encoding::EncodingId source;
  encoding::ReaderSet readers;
  bool operator==(const Found&) const = default;
};

std::vector<Found> found(const std::vector<encoding::Conversion>& conversions) {
  std::vector<Found> all;
  for (const encoding::Conversion& c : conversions) all.push_back({c.source, c.readers});
  return all;
}

// Returns how many conversions there are.
std::size_t expect_same(std::string_view line, model::LanguageMemory& language) {
  const std::vector<char32_t> symbols = tests::code_points_of(line);
  ReadingBound bound(language);
  std::size_t count = 0;
  for (const float least : {-5.0F, 2.0F, 8.0F}) {
    const auto conversions = found(find_conversions(symbols, kAllReaders, language, bound, least, 5));
    const auto plain = reference::plain_conversions(symbols, kAllReaders, model::Model::builtin(), least, 5);
    EXPECT_EQ(conversions, found(plain)) << line << " at least " << least;
    count += plain.size();
  }
  return count;
}

TEST(ConversionReference, SentencesAndWhatTheyAreDamagedTo) {
  constexpr const char* kPaths[] = {"windows-1250>windows-1252", "windows-1252>windows-1250", "ibm850>windows-1252",
                                    "windows-1251>koi8-r",       "windows-1251>windows-1252", "utf-8>windows-1252",
                                    "gbk>windows-1252",          "shift_jis>iso-8859-1",      "windows-1252>gbk"};
  model::LanguageMemory language(model::Model::builtin());
  std::size_t count = 0;
  for (const std::string& sentence : tests::clean_sentences()) {
    count += expect_same(sentence, language);
    for (const char* path : kPaths) {
      const auto damaged = baking::bake(sentence, *baking::parse_path(path), *baking::parse_profile("whatwg"));
      if (damaged) count += expect_same(*damaged, language);
      if (testing::Test::HasFailure()) return;
    }
  }
  EXPECT_GT(count, 100U);
}

TEST(ConversionReference, AnySymbols) {
  constexpr char32_t kSymbols[] = {0xE9,   0xC3,   0xA9,   0xB3,   0x17E,  0x0430, 0x0416, 0x03B1,
                                   0x2019, 0x2592, 0x4E2D, 0xFFFD, 0xFF71, 0xA0,   0x201C, 0x7A2E};
  model::LanguageMemory language(model::Model::builtin());
  std::mt19937 random(1);
  for (int i = 0; i < 400; ++i) {
    std::string line;
    for (std::size_t k = 1 + random() % 40; k > 0; --k) {
      if (random() % 3 == 0) {
        line += std::string("some words in between").substr(random() % 21);
      } else {
        base::append_utf8(line, random() % 8 == 0 ? static_cast<char32_t>(0x80 + random() % 0x9000)
                                                  : kSymbols[random() % std::size(kSymbols)]);
      }
    }
    expect_same(line, language);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace unbake::detect
