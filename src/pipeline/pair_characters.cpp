#include "pipeline/pair_characters.hpp"

#include <map>

#include "base/utf8.hpp"
#include "model/character_class.hpp"

namespace unbake::pipeline {
namespace {

bool is_repair(const Decision& d) { return d.verdict == Verdict::kRepaired; }

bool is_of_pairs(char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  return k >= model::CharacterClass::kHangulCommon && k <= model::CharacterClass::kPrivateUse;
}

// Whether the only character beyond ASCII in `damage` is one of pairs.
bool is_lone(std::string_view damage) {
  const std::size_t first = base::find_non_ascii(damage, 0);
  if (first == damage.size()) return false;
  const base::CodePoint c = base::decode_utf8(damage, first);
  return is_of_pairs(c.value) && base::find_non_ascii(damage, first + c.length) == damage.size();
}

}  // namespace

std::size_t pairs_in(std::string_view text) {
  std::size_t pairs = 0;
  for (std::size_t i = base::find_non_ascii(text, 0); i < text.size(); i = base::find_non_ascii(text, i)) {
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    if (is_of_pairs(c.value)) ++pairs;
  }
  return pairs;
}

std::size_t pairs_in_repairs(std::string_view text, const std::vector<Decision>& decisions) {
  std::size_t pairs = 0;
  for (const Decision& d : decisions) {
    if (is_repair(d)) pairs += pairs_in(text.substr(d.offset, d.length));
  }
  return pairs;
}

void refuse_lone_pairs(std::string_view text, std::vector<Decision>& decisions) {
  std::map<std::string_view, std::size_t> occurrences;
  for (const Decision& d : decisions) {
    const std::string_view damage = text.substr(d.offset, d.length);
    if (is_repair(d) && is_lone(damage)) ++occurrences[damage];
  }
  if (occurrences.empty()) return;
  const std::size_t pairs = pairs_in(text);
  const auto explained = static_cast<double>(pairs_in_repairs(text, decisions));
  if (pairs < kManyPairs || explained >= kExplainedOfMany * static_cast<double>(pairs)) return;
  for (Decision& d : decisions) {
    const auto known = occurrences.find(text.substr(d.offset, d.length));
    if (is_repair(d) && known != occurrences.end() && known->second == 1) d.verdict = Verdict::kUnsure;
  }
}

}  // namespace unbake::pipeline
