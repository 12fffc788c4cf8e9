#include "api/plain_text.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "pipeline/pipeline.hpp"

namespace unbake {
namespace {

TEST(PlainText, IsToldFromTextThatMayBeDamaged) {
  const std::string filler(1000, 'x');
  for (const char* plain : {"", "a", "Is it? Yes & no: 100 % = all.", "a?", "a=b&"}) {
    EXPECT_TRUE(api::is_plain(plain)) << plain;
    EXPECT_TRUE(api::is_plain(filler + plain)) << plain;
  }
  for (const char* other : {"\xC3\xA9", "caf\\u00e9", "&eacute;", "%C3%A9", "=?utf-8?Q?=C3=A9?=", "what??", "\x80"}) {
    EXPECT_FALSE(api::is_plain(other)) << other;
    EXPECT_FALSE(api::is_plain(filler + other + filler)) << other;
    EXPECT_FALSE(api::is_plain(filler + other)) << other;
  }
}

// What is plain has nothing in it for the pipeline, reports of what is left included.
TEST(PlainText, HasNothingToFind) {
  constexpr std::string_view kParts[] = {"caf", "e",   " ",    "\n", "?",        "\\", "u00c3", "u00a9", "x",
                                         "303", "251", "&",    "%",  "eacute;",  "=",  "=?",    "C3",    "A9",
                                         "+",   "~{",  "\x1b", "$B", "utf-8?Q?", "#",  "233;"};
  std::mt19937 random(20240229);
  pipeline::Settings settings;
  settings.notations = notation::kAllNotations;
  settings.report = true;
  settings.min_confidence = 0;
  int plain = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t j = random() % 12; j > 0; --j) text += kParts[random() % std::size(kParts)];
    if (!api::is_plain(text)) continue;
    ++plain;
    EXPECT_TRUE(pipeline::decide(text, settings).empty()) << text;
  }
  EXPECT_GT(plain, 1000);
}

}  // namespace
}  // namespace unbake
