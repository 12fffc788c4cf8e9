#include "detect/latin_search.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "examples.hpp"

namespace unbake::detect {
namespace {

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    out.push_back(c.value);
    i += c.length;
  }
  return out;
}

std::optional<LatinReading> find(std::string_view line, encoding::ReaderSet readers = tests::kAllReaders) {
  LatinSearch search(model::Model::builtin(), model::LatinLanguages::builtin());
  return search.find(characters(line), readers);
}

std::string undone(std::string_view line, const encoding::Conversion& conversion) {
  std::string out;
  for (const char32_t c : characters(line)) {
    std::vector<char32_t> becomes;
    if (c < 0x80 || !undo(c, conversion, becomes)) becomes = {c};
    for (const char32_t d : becomes) base::append_utf8(out, d);
  }
  return out;
}

struct Example {
  const char* path;
  std::string text;
};

// "Yesterday we had guests, and grandmother baked a cake" and the like.
const std::vector<Example> kExamples = {
    {"windows-1250>windows-1252",
     tests::utf8_of(U"V\u010Dera pri\u0161li hostia a star\u00E1 mama upiekla kol\u00E1\u010D")},
    {"iso-8859-2>windows-1252",
     tests::utf8_of(U"W pokoju sta\u0142o ma\u0142e \u0142\u00F3\u017Cko i du\u017Ca szafa")},
    {"windows-1254>windows-1252",
     tests::utf8_of(U"Ak\u015Fam yeme\u011Finden sonra \u00E7ay i\u00E7tik ve konu\u015Ftuk")},
    {"ibm850>windows-1252", tests::utf8_of(U"Les \u00E9tudiants pr\u00E9parent leur th\u00E8se")},
    {"macintosh>windows-1252", tests::utf8_of(U"Morgen f\u00E4hrt der Zug sp\u00E4ter als gew\u00F6hnlich")},
    {"windows-1252>macintosh", tests::utf8_of(U"La se\u00F1ora de la panader\u00EDa abri\u00F3 la ventana")},
    {"windows-1252>ibm850", tests::utf8_of(U"O irm\u00E3o dela n\u00E3o quis almo\u00E7ar connosco")},
    {"windows-1252>windows-1250",
     tests::utf8_of(U"Ton fr\u00E8re a laiss\u00E9 la fen\u00EAtre de derri\u00E8re ouverte")},
    {"windows-1252>windows-1251", tests::utf8_of(U"Die K\u00FChe stehen n\u00E4her an der H\u00FCtte")},
    {"windows-1252>gbk", tests::utf8_of(U"La r\u00E9ponse du troisi\u00E8me \u00E9l\u00E8ve \u00E9tait correcte")},
    {"ibm852>windows-1250", tests::utf8_of(U"A kert v\u00E9g\u00E9ben \u00E1ll egy \u00F6reg di\u00F3fa")},
};

TEST(LatinSearch, FindsWhatTheLineWas) {
  for (const Example& example : kExamples) {
    const std::string damaged = tests::baked(example.text, example.path);
    const std::optional<LatinReading> reading = find(damaged);
    ASSERT_TRUE(reading) << example.path;
    EXPECT_EQ(undone(damaged, reading->conversion), example.text) << example.path;
    EXPECT_GT(reading->gain, 12.5F) << example.path;
  }
}

TEST(LatinSearch, TheTextThatWasWrittenHasNoReading) {
  for (const Example& example : kExamples) EXPECT_FALSE(find(example.text)) << example.path;
  for (const std::string& sentence : tests::clean_sentences()) {
    const std::optional<LatinReading> reading = find(sentence);
    EXPECT_TRUE(!reading || reading->gain < 10) << sentence;
  }
}

TEST(LatinSearch, ConsidersTheGivenReadersOnly) {
  for (const Example& example : kExamples) {
    const std::string damaged = tests::baked(example.text, example.path);
    const std::optional<LatinReading> reading = find(damaged);
    ASSERT_TRUE(reading);
    const std::optional<LatinReading> other = find(damaged, ~reading->conversion.readers);
    EXPECT_TRUE(!other || (other->conversion.readers & reading->conversion.readers) == 0);
    EXPECT_FALSE(find(damaged, 0));
  }
}

TEST(LatinSearch, LooksAtLatinTextOnly) {
  EXPECT_FALSE(find(""));
  EXPECT_FALSE(find("nothing but ASCII"));
  EXPECT_FALSE(
      find(tests::utf8_of(U"\u00C4\u00EE\u00E1\u00F0\u00FB\u00E9 \u00E4\u00E5\u00ED\u00FC")));  // Cyrillic misread
  // Greek words beside Latin ones are not Latin words.
  EXPECT_FALSE(find(tests::utf8_of(U"the word \u03BB\u03CC\u03B3\u03BF\u03C2 means reason, speech, account")));
}

// What stands at the ends of words and inside of formulas was meant so, whatever letter a page has there.
TEST(LatinSearch, SignsAreNotLetters) {
  for (const std::u32string_view line :
       {U"Union\u00B3 is the third of its kind", U"Acme\u00AE and Bolt\u2122 are names", U"see page n\u00BA seven",
        U"\u201Aso\u2018 sagte er, und ging nach Hause", U"\u201Ethe\u201D quick fox", U"x\u00F7y equals y\u00F7x",
        U"f\u207F x is f applied again", U"Sil\u00ADben\u00ADtren\u00ADnung", U"map f \u2218 map g and xs\u2264ys"}) {
    const std::optional<LatinReading> reading = find(tests::utf8_of(line));
    EXPECT_TRUE(!reading || reading->gain < 10) << tests::utf8_of(line);
  }
}

TEST(LatinSearch, CapitalsAndSingleWordsSayLess) {
  const std::string line = tests::baked(kExamples[0].text, kExamples[0].path);
  const std::string word = tests::baked(tests::utf8_of(U"kol\u00E1\u010D"), kExamples[0].path);
  const std::optional<LatinReading> alone = find(word);
  EXPECT_TRUE(!alone || alone->gain < find(line)->gain / 2);
  // The same in capitals, which other languages have in such places too.
  const std::string capitals =
      tests::baked(tests::utf8_of(U"V\u010CERA PRI\u0160LI HOSTIA"), "windows-1250>windows-1252");
  const std::string small = tests::baked(tests::utf8_of(U"v\u010Dera pri\u0161li hostia"), "windows-1250>windows-1252");
  const std::optional<LatinReading> shouted = find(capitals);
  EXPECT_TRUE(!shouted || shouted->gain + 10 < find(small)->gain);
}

TEST(Undo, IsTheInverseOfReading) {
  const encoding::Conversion dos{tests::encoding_named("ibm850"), tests::reader_named("windows-1252")};
  std::vector<char32_t> out;
  EXPECT_TRUE(undo(0x201A, dos, out));  // byte 82
  EXPECT_EQ(out, std::vector<char32_t>{0xE9});
  EXPECT_FALSE(undo(0x4E00, dos, out));
  EXPECT_FALSE(undo(base::kRawByte + 0x82, dos, out));
  EXPECT_EQ(out.size(), 1U);
}

// A manual page: the word stands between marks of type that are letters.
TEST(LatinSearch, LeavesWordsOfOtherAlphabets) {
  EXPECT_FALSE(
      find(tests::utf8_of(U"[\\fB\\-C\\fP,\\fB\\ \\-\\-color\\ \\fP\\fI\u0430\u0442\u0440\u0431\\fP] [\\fB\\-h\\fP "
                          U"\\fI\u043F\u0438\u0434\\fP]")));
}

}  // namespace
}  // namespace unbake::detect
