#include "detect/conversion_search.hpp"

#include <gtest/gtest.h>

#include <string>

#include "examples.hpp"

namespace unbake::detect {
namespace {

using encoding::Conversion;
using tests::kAllReaders;

std::vector<Conversion> conversions_of(std::string_view line, encoding::ReaderSet readers = kAllReaders,
                                       float least_gain = 8, std::size_t most = 3) {
  model::LanguageMemory language(model::Model::builtin());
  ReadingBound bound(language);
  return find_conversions(tests::code_points_of(line), readers, language, bound, least_gain, most);
}

struct Example {
  const char* path;
  const char32_t* text;
};

// "Good day, how are you today?" in several languages.
constexpr Example kExamples[] = {
    {"windows-1251>windows-1252",
     U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?"},
    {"koi8-r>windows-1251",
     U"\u0414\u043E\u0431\u0440\u044B\u0439 \u0434\u0435\u043D\u044C, \u043A\u0430\u043A \u0434\u0435\u043B\u0430?"},
    {"windows-1253>windows-1252",
     U"\u039A\u03B1\u03BB\u03B7\u03BC\u03AD\u03C1\u03B1, \u03C4\u03B9 \u03BA\u03AC\u03BD\u03B5\u03B9\u03C2 "
     U"\u03C3\u03AE\u03BC\u03B5\u03C1\u03B1"},
    {"gbk>windows-1252", U"\u4ECA\u5929\u5929\u6C14\u5F88\u597D\uFF0C\u6211\u4EEC\u53BB\u516C\u56ED\u3002"},
    {"shift_jis>windows-1252", U"\u4ECA\u65E5\u306F\u3068\u3066\u3082\u5929\u6C17\u304C\u3044\u3044\u3067\u3059\u3002"},
};

TEST(ConversionSearch, FindsWhatTheLineWasWrittenIn) {
  for (const Example& example : kExamples) {
    const std::string damaged = tests::baked(tests::utf8_of(example.text), example.path);
    const baking::Layer layer = baking::parse_path(example.path)->front();
    const encoding::ReaderSet reader = encoding::ReaderSet{1} << encoding::get(layer.read_as).reader_bit;
    bool is_found = false;
    for (const Conversion& c : conversions_of(damaged))
      is_found = is_found || (c.source == layer.from && (c.readers & reader) != 0);
    EXPECT_TRUE(is_found) << example.path;
  }
}

TEST(ConversionSearch, FindsNothingLikelierThanCleanText) {
  for (const Example& example : kExamples)
    EXPECT_TRUE(conversions_of(tests::utf8_of(example.text)).empty()) << example.path;
  EXPECT_TRUE(conversions_of("").empty());
  EXPECT_TRUE(conversions_of("ASCII").empty());
}

TEST(ConversionSearch, KeepsToItsReaders) {
  const std::string damaged = tests::baked(tests::utf8_of(kExamples[0].text), kExamples[0].path);
  EXPECT_TRUE(conversions_of(damaged, 0).empty());
  const encoding::ReaderSet only = tests::reader_named("iso-8859-1");
  for (const Conversion& c : conversions_of(damaged, only)) EXPECT_EQ(c.readers, only);
}

TEST(ConversionSearch, KeepsToItsBounds) {
  const std::string damaged = tests::baked(tests::utf8_of(kExamples[0].text), kExamples[0].path);
  EXPECT_LE(conversions_of(damaged, kAllReaders, 8, 1).size(), 1U);
  EXPECT_TRUE(conversions_of(damaged, kAllReaders, 1e6F).empty());
  // Asking for less gives no fewer, and the same ones first.
  const std::vector<Conversion> strict = conversions_of(damaged, kAllReaders, 20, 10);
  const std::vector<Conversion> lenient = conversions_of(damaged, kAllReaders, 2, 10);
  ASSERT_GE(lenient.size(), strict.size());
  for (std::size_t i = 0; i < strict.size(); ++i) EXPECT_EQ(strict[i], lenient[i]);
}

TEST(ConversionSearch, LooksAtTheBeginningOfALongLine) {
  std::string damaged = tests::baked(tests::utf8_of(kExamples[0].text), kExamples[0].path) + " ";
  while (damaged.size() < 100000) damaged += damaged;
  EXPECT_FALSE(conversions_of(damaged).empty());
}

TEST(ConversionSearch, CarriesSymbolsThatNoReaderShows) {
  const std::string damaged =
      "\xFF" + tests::baked(tests::utf8_of(kExamples[0].text), kExamples[0].path) + tests::utf8_of(U"\U0001F600");
  ASSERT_FALSE(conversions_of(damaged).empty());
  EXPECT_EQ(conversions_of(damaged)[0].source, tests::encoding_named("windows-1251"));
}

}  // namespace
}  // namespace unbake::detect
