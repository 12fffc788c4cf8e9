#include "pipeline/pair_characters.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "model/character_class.hpp"
#include "model/latin_symbol.hpp"
#include "pipeline/neighbours.hpp"
#include "pipeline/word_in_line.hpp"

namespace unbake::pipeline {
namespace {

bool is_repair(const Decision& d) { return d.verdict == Verdict::kRepaired; }

// Whether the only character beyond ASCII in `damage` is one of pairs.
bool is_lone(std::string_view damage) {
  const std::size_t first = base::find_non_ascii(damage, 0);
  if (first == damage.size()) return false;
  const base::CodePoint c = base::decode_utf8(damage, first);
  return is_of_pairs(c.value) && base::find_non_ascii(damage, first + c.length) == damage.size();
}

// What a word of one letter gains, in nats, over a sign that is no letter, in lines of languages that have it: 6.5
// to 13. Others gain less than 5.
constexpr float kWord = 6.0F;

bool is_letter(char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  const auto within = [k](model::CharacterClass first, model::CharacterClass last) { return k >= first && k <= last; };
  return model::is_ascii_letter(c) || within(model::CharacterClass::kLatin1Lower, model::CharacterClass::kPhonetic) ||
         (within(model::CharacterClass::kGreekLower, model::CharacterClass::kPrivateUse) &&
          k != model::CharacterClass::kCjkPunctuation);
}

// Whether the repair makes letters, and nothing else, of a single character of pairs with no letter beside it.
bool is_odd(std::string_view text, const Decision& d) {
  if (!is_lone(text.substr(d.offset, d.length))) return false;
  if (is_letter(character_before(text, d.offset)) || is_letter(character_at(text, d.offset + d.length))) return false;
  const std::vector<char32_t> letters = characters_of(d.after);
  if (!std::all_of(letters.begin(), letters.end(), is_letter)) return false;
  if (!std::all_of(letters.begin(), letters.end(), is_latin_letter)) return true;
  const WordInLine line(text.substr(0, d.offset), text.substr(d.offset + d.length));
  return line.gain(characters_of(text.substr(d.offset, d.length)), letters) < kWord;
}

// Whether two bytes may begin a character of pairs: U+02EA and U+02EB, and those from U+1000 on, but for the
// punctuation and the symbols below U+2E80.
constexpr bool may_begin_pair(char first, char second) {
  const auto a = static_cast<unsigned char>(first);
  const auto b = static_cast<unsigned char>(second);
  return (a >= 0xE1 && (a != 0xE2 || b >= 0xBA)) || (a == 0xCB && (b & 0xFEU) == 0xAA);
}

}  // namespace

bool is_of_pairs(char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  return k >= model::CharacterClass::kHangulCommon && k <= model::CharacterClass::kPrivateUse;
}

std::size_t find_pair(std::string_view text, std::size_t from) {
  // Where one is, the next is near.
  if (from + 1 < text.size() && may_begin_pair(text[from], text[from + 1])) return from;
  // Blocks that compilers turn into vectors.
  constexpr std::size_t kBlock = 64;
  for (; from + kBlock < text.size(); from += kBlock) {
    unsigned found = 0;
    for (std::size_t i = from; i < from + kBlock; ++i) found |= may_begin_pair(text[i], text[i + 1]) ? 1U : 0U;
    if (found != 0) break;
  }
  for (; from + 1 < text.size(); ++from) {
    if (may_begin_pair(text[from], text[from + 1])) return from;
  }
  return text.size();
}

std::size_t pairs_in(std::string_view text) {
  std::size_t pairs = 0;
  for (std::size_t i = find_pair(text, 0); i < text.size(); i = find_pair(text, i)) {
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

void refuse_odd_pairs(std::string_view text, std::vector<Decision>& decisions) {
  std::vector<Decision*> odd;
  std::set<encoding::EncodingId> readers;  // of other repairs
  for (Decision& d : decisions) {
    if (!is_repair(d)) continue;
    if (is_odd(text, d)) {
      odd.push_back(&d);
    } else {
      readers.insert(d.path.back().read_as);
    }
  }
  for (Decision* d : odd) {
    if (readers.count(d->path.back().read_as) == 0) d->verdict = Verdict::kUnsure;
  }
}

}  // namespace unbake::pipeline
