// Loss rules: what happens to text after a decoder has made it. One table; a rule is one row of loss_rules.cpp.
#ifndef UNBAKE_BAKE_LOSS_RULES_HPP_
#define UNBAKE_BAKE_LOSS_RULES_HPP_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unbake::baking {

/// What a rule gives for a character that it removes.
inline constexpr char32_t kErased = 0xFFFFFFFF;

/// One way in which text loses characters after it was decoded.
struct LossRule {
  std::string_view name;
  std::string_view description;
  /// What becomes of a character: itself, another one, or `kErased`. Two rules change the same characters, or have
  /// none in common; no rule makes a character that a later one changes.
  char32_t (*map)(char32_t);
};

/// All rules, in the order in which they are applied.
std::span<const LossRule> loss_rules();

/// A set of loss rules: bit i is rule i.
using RuleSet = std::uint16_t;

/// What becomes of `code_point` under all of `rules`, in order.
char32_t apply_rules(RuleSet rules, char32_t code_point);
/// Appends `text` (any bytes) to `out`, its characters changed by `rules`.
void apply_rules(RuleSet rules, std::string_view text, std::string& out);
/// True if `text` changed by `rules` is `expected`.
bool becomes(RuleSet rules, std::string_view text, std::string_view expected);
/// The rules that turn `text` into `expected`, if any set of them does: as few as can be, each one changing something.
/// Linear, with a constant for the few sets that can fit.
std::optional<RuleSet> rules_between(std::string_view text, std::string_view expected);

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_LOSS_RULES_HPP_
