// What holds of the model in the library, whatever it was trained on.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "model/model.hpp"

namespace unbake::model {
namespace {

// One character of most scripts, signs that damage makes, and bytes that are no text.
constexpr char32_t kContexts[] = {U'\n',
                                  U' ',
                                  U'a',
                                  U'7',
                                  0x80,
                                  0xA0,
                                  0xE9,
                                  0xC3,
                                  0x192,
                                  0x3B1,
                                  0x436,
                                  0x5D0,
                                  0x627,
                                  0x915,
                                  0xE01,
                                  0x2019,
                                  0x20AC,
                                  0x2500,
                                  0x3042,
                                  0x4E2D,
                                  0x9225,
                                  0xAC00,
                                  0xE000,
                                  0xFF71,
                                  0xFFFD,
                                  0x1F600,
                                  0x10FFFF,
                                  0xD800,
                                  base::kRawByte + 0xFF};

TEST(BuiltinModel, EveryAnswerIsWithinItsBounds) {
  const Model& model = Model::builtin();
  std::size_t out = 0;
  for (const char32_t a : kContexts) {
    for (const char32_t b :
         {char32_t{U'\n'}, char32_t{U'a'}, char32_t{0xE9}, char32_t{0x4E2D}, char32_t{base::kRawByte + 0x80}}) {
      for (char32_t c = 0; c <= base::kRawByte + 0xFF; c += c < 0x3000 ? 1 : 7) {
        const float answer = model.log_probability(a, b, c);
        if (answer >= -40.0F && answer <= 0.0F) continue;
        if (out++ < 5) ADD_FAILURE() << std::hex << +a << ' ' << +b << ' ' << +c << ": " << answer;
      }
    }
  }
  EXPECT_EQ(out, 0U);
}

TEST(BuiltinModel, TrigramsOfASampleAreWithinTheirBounds) {
  const Model& model = Model::builtin();
  std::size_t out = 0;
  for (const char32_t a : kContexts) {
    for (const char32_t b : kContexts) {
      for (const char32_t c : kContexts) {
        const float answer = model.log_probability(a, b, c);
        if (answer >= -40.0F && answer <= 0.0F) continue;
        if (out++ < 5) ADD_FAILURE() << std::hex << +a << ' ' << +b << ' ' << +c << ": " << answer;
      }
    }
  }
  EXPECT_EQ(out, 0U);
}

TEST(BuiltinModel, CharactersInTheirClassesAreWithinTheirBounds) {
  for (char32_t c = 0; c <= base::kRawByte + 0xFF; ++c) {
    ASSERT_LE(Model::builtin().log_in_class(c), 0.0F) << std::hex << +c;
    ASSERT_GE(Model::builtin().log_in_class(c), -40.0F) << std::hex << +c;
  }
}

TEST(BuiltinModel, AsciiCostsTheSameWhateverItIs) {
  const Model& model = Model::builtin();
  const float cost = model.log_probability(U'a', U'b', U'c');
  for (char32_t c = 0; c < 0x80; ++c) ASSERT_EQ(model.log_probability(U' ', c, U'?'), cost);
}

TEST(BuiltinModel, DigitsAreAllAlike) {
  const Model& model = Model::builtin();
  for (char32_t digit = U'0'; digit <= U'9'; ++digit) {
    EXPECT_EQ(model.log_probability(digit, 0xB0, U'C'), model.log_probability(U'0', 0xB0, U'C'));
    EXPECT_EQ(model.log_probability(0x20AC, U' ', digit), model.log_probability(0x20AC, U' ', U'0'));
  }
}

TEST(BuiltinModel, LinesAreIndependent) {
  const Model& model = Model::builtin();
  for (const char32_t before : kContexts) {
    EXPECT_EQ(model.log_probability(before, U'\n', 0x2014), model.log_probability(U'\n', U'\n', 0x2014));
  }
}

TEST(BuiltinModel, LanguagesAreSortedAndDifferent) {
  const std::vector<std::string_view> languages = Model::builtin().languages();
  EXPECT_GT(languages.size(), 50U);
  EXPECT_TRUE(std::is_sorted(languages.begin(), languages.end()));
  EXPECT_EQ(std::adjacent_find(languages.begin(), languages.end()), languages.end());
  for (const std::string_view tag : languages) {
    EXPECT_FALSE(tag.empty());
    EXPECT_EQ(tag.find(' '), std::string_view::npos);
  }
}

// Words that everybody writes are likelier than what they become when they are read wrongly.
TEST(BuiltinModel, PrefersTextToDamage) {
  const auto language = [](std::u32string_view text) {
    float sum = 0;
    char32_t a = U'\n';
    char32_t b = U'\n';
    for (const char32_t c : text) {
      sum += Model::builtin().log_probability(a, b, c);
      a = b;
      b = c;
    }
    return sum;
  };
  EXPECT_GT(language(U"It\u2019s"), language(U"It\u00E2\u20AC\u2122s"));
  EXPECT_GT(language(U"caf\u00E9 "), language(U"caf\u00C3\u00A9 "));
  EXPECT_GT(language(U"\u043F\u0440\u0438\u0432\u0435\u0442"), language(U"\u00EF\u00F0\u00E8\u00E2\u00E5\u00F2"));
  EXPECT_GT(language(U"\u4ECA\u5929\u5929\u6C14"), language(U"\u6D60\u5A42\u30B0\u5A36\u58C4"));
}

}  // namespace
}  // namespace unbake::model
