// Lines are weighed as their symbols one by one say.
#include "detect/line_cost.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "examples.hpp"

namespace unbake::detect {
namespace {

struct Line {
  std::size_t begin;
  std::size_t end;
  float average;
  float longest;
  bool operator==(const Line&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Line& line) {
  return out << "[" << line.begin << ", " << line.end << ") " << line.average << " " << line.longest;
}

std::vector<Line> weighed_lines(std::string_view text, std::size_t most) {
  std::vector<Line> lines;
  for (std::size_t at = find_line_beyond_ascii(text, 0, most); at < text.size();
       at = find_line_beyond_ascii(text, at, most)) {
    const std::size_t begin = at;
    const LineCost cost = weigh_line(text, at, most, model::LanguageMemory(model::Model::builtin()));
    lines.push_back({begin, at, cost.average, cost.longest});
  }
  return lines;
}

// The slow twin: every symbol of every line.
std::vector<Line> plainly_weighed_lines(std::string_view text, std::size_t most) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::u32string symbols = U"\n\n";
    while (at < text.size() && symbols.size() < most + 2) {
      const base::CodePoint c = base::decode_utf8(text, at);
      at += c.length;
      if (c.value == U'\n') break;
      symbols += c.value;
    }
    float sum = 0;
    float run = 0;
    float longest = 0;
    int count = 0;
    bool is_ascii = true;
    for (std::size_t i = 2; i < symbols.size(); ++i) {
      is_ascii = is_ascii && symbols[i] < 0x80;
      if (symbols[i] < 0x80 && symbols[i - 1] < 0x80) {
        run = 0;
        continue;
      }
      const float cost = -model::Model::builtin().log_probability(symbols[i - 2], symbols[i - 1], symbols[i]);
      sum += cost;
      run += cost;
      longest = std::max(longest, run);
      ++count;
    }
    if (!is_ascii) lines.push_back({begin, at, sum / static_cast<float>(count), longest});
  }
  return lines;
}

std::string random_text(std::mt19937& random) {
  constexpr char32_t kSymbols[] = {U'a',   U' ',   U'\n',  U'\r',  U'7',   0xE9,   0xC3,    0xA9,
                                   0x0430, 0x0416, 0x03B1, 0x2019, 0x4E2D, 0xFFFD, 0x1F600, 0xA0};
  std::string text;
  for (std::size_t i = 0; i < 80; ++i) {
    if (random() % 4 == 0) {
      text += std::string(random() % 70, 'x');
    } else if (random() % 20 == 0) {
      text += static_cast<char>(0x80 + random() % 0x80);
    } else {
      base::append_utf8(text, kSymbols[random() % std::size(kSymbols)]);
    }
  }
  return text;
}

TEST(LineCost, IsThatOfTheSymbolsOneByOne) {
  std::mt19937 random(1);
  for (int i = 0; i < 500; ++i) {
    const std::string text = random_text(random);
    for (const std::size_t most : {1UL, 2UL, 7UL, 64UL, 1024UL}) {
      ASSERT_EQ(weighed_lines(text, most), plainly_weighed_lines(text, most))
          << testing::PrintToString(text) << " in pieces of " << most;
    }
  }
}

TEST(LineCost, IsThatOfTheSymbolsInSentences) {
  std::string all;
  for (const std::string& sentence : tests::clean_sentences()) all += sentence + (all.size() % 3 == 0 ? "\n" : " ");
  for (const std::size_t most : {5UL, 100UL, 1024UL})
    EXPECT_EQ(weighed_lines(all, most), plainly_weighed_lines(all, most));
  const std::string damaged = tests::baked(all, "utf-8>windows-1252");
  EXPECT_EQ(weighed_lines(damaged, 1024), plainly_weighed_lines(damaged, 1024));
}

TEST(LineCost, PassesOverAscii) {
  EXPECT_EQ(find_line_beyond_ascii("", 0, 1024), 0U);
  EXPECT_EQ(find_line_beyond_ascii("one\ntwo\n", 0, 1024), 8U);
  EXPECT_EQ(find_line_beyond_ascii("one\ntwo \xC3\xA9", 0, 1024), 4U);
  EXPECT_EQ(find_line_beyond_ascii("one\nsix letters \xC3\xA9", 0, 5), 14U);
}

}  // namespace
}  // namespace unbake::detect
