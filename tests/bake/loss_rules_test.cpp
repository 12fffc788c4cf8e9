#include "bake/loss_rules.hpp"

#include <gtest/gtest.h>

#include <string>

#include "bake/lower_case.hpp"
#include "bake/profile.hpp"
#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
}

std::string changed(std::string_view rules, std::u32string_view text) {
  std::string out;
  apply_rules(parse_profile("whatwg+" + std::string(rules))->rules, utf8(text), out);
  return out;
}

constexpr char32_t kLastTried = 0x20000;

TEST(LossRules, DoWhatTheySay) {
  EXPECT_EQ(changed("replacement-to-question", U"a\uFFFDb"), "a?b");
  EXPECT_EQ(changed("replacement-removed", U"a\uFFFDb"), "ab");
  EXPECT_EQ(changed("c1-stripped", U"a\x81\x9F\xA0"), utf8(U"a\xA0"));
  EXPECT_EQ(changed("c1-to-question", U"a\x81"), "a?");
  EXPECT_EQ(changed("c1-to-replacement", U"a\x81"), utf8(U"a\uFFFD"));
  EXPECT_EQ(changed("c1-to-space", U"a\x81"), "a ");
  EXPECT_EQ(changed("pua-stripped", U"a\uE6D9\U000F0000b"), "ab");
  EXPECT_EQ(changed("pua-to-question", U"a\uE6D9"), "a?");
  EXPECT_EQ(changed("nbsp-to-space", U"\xC3\xA0"), utf8(U"\xC3 "));
  EXPECT_EQ(changed("nbsp-removed", U"\xC3\xA0"), utf8(U"\xC3"));
  EXPECT_EQ(changed("soft-hyphen-removed", U"\xC3\xAD"), utf8(U"\xC3"));
  EXPECT_EQ(changed("format-removed", U"\u00E2\u200C"), utf8(U"\u00E2"));
  EXPECT_EQ(changed("quotes-straightened", U"\u2018\u2019\u201C\u201D\u2013"), utf8(U"''\"\"\u2013"));
  EXPECT_EQ(changed("lower-cased", U"A\xC3\u0410\u0391z"), utf8(U"a\xE3\u0430\u03B1z"));
  EXPECT_EQ(changed("c1-stripped+nbsp-to-space", U"\xC3\x81\xC3\xA0"), utf8(U"\xC3\xC3 "));
}

TEST(LossRules, RawBytesAreLeftAlone) { EXPECT_EQ(changed("c1-stripped", U""), ""); }

// What `rules_between` relies on.
TEST(LossRules, ChangeTheSameCharactersOrNoneInCommonAndNeverALaterOnes) {
  const std::span<const LossRule> rules = loss_rules();
  for (char32_t c = 0; c < kLastTried; ++c) {
    for (std::size_t a = 0; a < rules.size(); ++a) {
      const char32_t once = rules[a].map(c);
      if (once == c || once == kErased) continue;
      for (std::size_t b = a; b < rules.size(); ++b) {
        ASSERT_TRUE(rules[b].map(once) == once)
            << rules[a].name << " then " << rules[b].name << " of " << static_cast<unsigned>(c);
      }
    }
  }
  for (std::size_t a = 0; a < rules.size(); ++a) {
    for (std::size_t b = a + 1; b < rules.size(); ++b) {
      int both = 0, only = 0;
      for (char32_t c = 0; c < kLastTried; ++c) {
        const bool by_a = rules[a].map(c) != c, by_b = rules[b].map(c) != c;
        both += by_a && by_b;
        only += by_a != by_b;
      }
      EXPECT_TRUE(both == 0 || only == 0) << rules[a].name << ' ' << rules[b].name;
    }
  }
}

TEST(LossRules, AreFoundFromWhatTheyDid) {
  const std::string text = utf8(U"\xC3\x81 \xC3\xA0 \xC3\xAD \u201Cx\u201D \uFFFD\uE000Q");
  for (unsigned rules = 0; rules < 1U << loss_rules().size(); rules += 7) {
    std::string expected;
    apply_rules(static_cast<RuleSet>(rules), text, expected);
    const std::optional<RuleSet> found = rules_between(text, expected);
    ASSERT_TRUE(found);
    EXPECT_TRUE(becomes(*found, text, expected));
  }
  EXPECT_EQ(rules_between("abc", "abc"), RuleSet{0});
  EXPECT_FALSE(rules_between("abc", "abd"));
  EXPECT_FALSE(rules_between("abc", "ab"));
  EXPECT_FALSE(rules_between("ab", "abc"));
}

// A rule is on for a whole text or off for it.
TEST(LossRules, HoldForTheWholeText) {
  EXPECT_FALSE(rules_between(utf8(U"\xC3\x81\xC3\x81"), utf8(U"\xC3\xC3\x81")));
  EXPECT_TRUE(rules_between(utf8(U"\xC3\x81\xC3\x81"), utf8(U"\xC3\xC3")));
}

TEST(LowerCase, OfLettersAndNothingElse) {
  EXPECT_TRUE(lower_case(U'A') == U'a');
  EXPECT_TRUE(lower_case(0x0178) == 0xFF);
  EXPECT_TRUE(lower_case(0x0141) == 0x0142);
  EXPECT_TRUE(lower_case(0x0142) == 0x0142);
  EXPECT_TRUE(lower_case(0xD7) == 0xD7);
  for (char32_t c = 0; c < kLastTried; ++c) ASSERT_TRUE(lower_case(lower_case(c)) == lower_case(c));
}

}  // namespace
}  // namespace unbake::baking
