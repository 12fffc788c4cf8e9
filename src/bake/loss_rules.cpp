#include "bake/loss_rules.hpp"

#include <array>

#include "bake/lower_case.hpp"
#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kSoftHyphen = 0xAD;

constexpr bool is_c1(char32_t c) { return c >= 0x80 && c <= 0x9F; }
constexpr bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD); }
// Zero-width characters and direction marks: code pages 1255 and 1256 have them where UTF-8 has its trail bytes.
constexpr bool is_invisible_format(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0xFEFF; }

constexpr char32_t straightened(char32_t c) {
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  return c >= 0x201C && c <= 0x201F ? U'"' : c;
}

// The table of loss rules. An earlier rule comes first where two rules of a set change the same character.
constexpr std::array kLossRules = {
    LossRule{"replacement-to-question", "U+FFFD became '?' (an encoder that has no U+FFFD)",
             [](char32_t c) { return c == base::kReplacementCharacter ? U'?' : c; }},
    LossRule{"replacement-removed", "U+FFFD was removed",
             [](char32_t c) { return c == base::kReplacementCharacter ? kErased : c; }},
    LossRule{"c1-stripped", "C1 controls (U+0080 to U+009F) were removed",
             [](char32_t c) { return is_c1(c) ? kErased : c; }},
    LossRule{"c1-to-question", "C1 controls became '?' (an encoder that has none)",
             [](char32_t c) { return is_c1(c) ? U'?' : c; }},
    LossRule{"c1-to-replacement", "C1 controls became U+FFFD",
             [](char32_t c) { return is_c1(c) ? base::kReplacementCharacter : c; }},
    LossRule{"c1-to-space", "C1 controls became spaces", [](char32_t c) { return is_c1(c) ? U' ' : c; }},
    LossRule{"pua-stripped", "private-use characters were removed",
             [](char32_t c) { return is_private(c) ? kErased : c; }},
    LossRule{"pua-to-question", "private-use characters became '?' (an encoder that has none)",
             [](char32_t c) { return is_private(c) ? U'?' : c; }},
    LossRule{"pua-to-replacement", "private-use characters became U+FFFD",
             [](char32_t c) { return is_private(c) ? base::kReplacementCharacter : c; }},
    LossRule{"nbsp-to-space", "the no-break space became a space",
             [](char32_t c) { return c == kNoBreakSpace ? U' ' : c; }},
    LossRule{"nbsp-removed", "the no-break space was removed (trimmed text)",
             [](char32_t c) { return c == kNoBreakSpace ? kErased : c; }},
    LossRule{"soft-hyphen-removed", "the soft hyphen was removed",
             [](char32_t c) { return c == kSoftHyphen ? kErased : c; }},
    LossRule{"format-removed", "zero-width characters and direction marks were removed",
             [](char32_t c) { return is_invisible_format(c) ? kErased : c; }},
    LossRule{"quotes-straightened", "curly quotation marks and apostrophes became straight", straightened},
    LossRule{"lower-cased", "letters became lower case", lower_case},
};
static_assert(kLossRules.size() <= 16, "RuleSet has 16 bits");

// The rules that change `code_point`.
RuleSet rules_of(char32_t code_point) {
  unsigned rules = 0;
  for (std::size_t i = 0; i < kLossRules.size(); ++i) {
    if (kLossRules[i].map(code_point) != code_point) rules |= 1U << i;
  }
  return static_cast<RuleSet>(rules);
}

// Reads `code_point` at `offset` of `expected` and moves on; nothing is read for `kErased`.
bool match(std::string_view expected, std::size_t& offset, char32_t code_point) {
  if (code_point == kErased) return true;
  if (offset == expected.size()) return false;
  const base::CodePoint e = base::decode_utf8(expected, offset);
  offset += e.length;
  return e.value == code_point;
}

// The rules that turn `text` from `i` on into `expected` from `j` on, `on` among them. Whether the rules of `decided`
// are on is known; it becomes known of all rules of a character where that character comes first.
std::optional<RuleSet> align(std::string_view text, std::size_t i, std::string_view expected, std::size_t j, RuleSet on,
                             RuleSet decided) {
  while (i < text.size()) {
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    const RuleSet rules = rules_of(c.value);
    if ((rules & ~decided) == 0) {
      if (!match(expected, j, apply_rules(on, c.value))) return std::nullopt;
      continue;
    }
    const auto now_decided = static_cast<RuleSet>(decided | rules);
    std::size_t kept = j;
    if (match(expected, kept, c.value)) {
      if (const auto found = align(text, i, expected, kept, on, now_decided)) return found;
    }
    for (std::size_t r = 0; r < kLossRules.size(); ++r) {
      if ((rules >> r & 1) == 0) continue;
      std::size_t changed = j;
      if (!match(expected, changed, kLossRules[r].map(c.value))) continue;
      const auto now_on = static_cast<RuleSet>(on | 1U << r);
      if (const auto found = align(text, i, expected, changed, now_on, now_decided)) return found;
    }
    return std::nullopt;
  }
  if (j != expected.size()) return std::nullopt;
  return on;
}

}  // namespace

std::span<const LossRule> loss_rules() { return kLossRules; }

char32_t apply_rules(RuleSet rules, char32_t code_point) {
  for (std::size_t i = 0; i < kLossRules.size() && code_point != kErased; ++i) {
    if (rules >> i & 1) code_point = kLossRules[i].map(code_point);
  }
  return code_point;
}

void apply_rules(RuleSet rules, std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    const char32_t changed = apply_rules(rules, c.value);
    if (changed != kErased) base::append_utf8(out, changed);
    i += c.length;
  }
}

bool becomes(RuleSet rules, std::string_view text, std::string_view expected) {
  if (rules == 0) return text == expected;
  std::size_t matched = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    if (!match(expected, matched, apply_rules(rules, c.value))) return false;
    i += c.length;
  }
  return matched == expected.size();
}

std::optional<RuleSet> rules_between(std::string_view text, std::string_view expected) {
  return align(text, 0, expected, 0, 0, 0);
}

}  // namespace unbake::baking
