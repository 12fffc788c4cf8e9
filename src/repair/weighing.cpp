#include "repair/weighing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "encoding/latin_page.hpp"
#include "model/character_class.hpp"

namespace unbake::repair {
namespace {

// Kept symbols after a run that still depend on it: the model looks back two characters.
constexpr std::size_t kInfluence = 2;

// Clusters of a passage speak for each other, but they err together: only this share of what the others gain counts.
constexpr float kShareOfOthers = 0.5F;
constexpr float kLeastEntry = 1.5F;

// Legacy text that rests on one character only may as well be meant: `s <= s` is mathematics, not an accented letter.
constexpr float kThinEvidence = 14.0F;

// And there is no structure that would prove it.
constexpr float kNoStructure = 4.0F;

// Symbols among which there is no letter are less likely to have been letters.
constexpr float kSymbolsOnly = 6.0F;

// Characters that boxes and lines were, if they were read wrongly, cost less than this each, in nats.
constexpr float kLineArt = 9.0F;

// Different characters that text in a script of its own must have.
constexpr std::ptrdiff_t kLeastDistinct = 3;

// What no gain makes up for.
constexpr float kImplausible = 1000.0F;

// Candidates that are each other's context: the steps [begin, end) depend on them.
struct Cluster {
  std::size_t first_candidate;
  std::size_t last_candidate;
  std::size_t begin;
  std::size_t end;
  float language = 0;
  float damage = 0;  // structure without what was paid for being on the path
  float entry = 0;
  [[nodiscard]] float own() const { return language + damage; }
};

// What one step gains, and the symbol beyond ASCII that it is about: its own, or one just before it.
struct StepGain {
  char32_t subject;
  char32_t symbol;
  std::size_t cluster;
  float gain;
};

class Passage {
 public:
  Passage(std::span<Cluster> clusters, const std::vector<Step>& parse, const SymbolsInContext& symbols,
          model::LanguageMemory& language)
      : clusters_(clusters), parse_(parse), symbols_(symbols), language_(language) {}

  void weigh(std::span<Candidate> candidates) {
    add_language();
    float entry = 0;
    float all = 0;
    for (const Cluster& c : clusters_) {
      entry += c.entry;
      all += std::max(0.0F, c.own());
    }
    if (is_legacy()) {
      weigh_legacy(candidates, entry + legacy_surcharge());
      return;
    }
    if (is_line_art()) entry += kImplausible;
    // Being on the path is paid for once: each cluster is charged the whole price, less what the others say for it.
    for (const Cluster& c : clusters_) {
      const float others = all - std::max(0.0F, c.own());
      const float charged = std::max(std::min(entry, kLeastEntry), entry - kShareOfOthers * others);
      for (Candidate& candidate : candidates.subspan(c.first_candidate, c.last_candidate - c.first_candidate)) {
        candidate.language = c.language;
        candidate.structure = c.damage - charged;
      }
    }
  }

 private:
  // Legacy text is damaged throughout or not at all: all candidates are one.
  void weigh_legacy(std::span<Candidate> candidates, float entry) {
    float language = 0;
    float damage = 0;
    for (const Cluster& c : clusters_) {
      language += c.language;
      damage += c.damage;
    }
    for (const Cluster& c : clusters_) {
      for (Candidate& candidate : candidates.subspan(c.first_candidate, c.last_candidate - c.first_candidate)) {
        candidate.language = language;
        candidate.structure = damage - entry;
      }
    }
  }

  [[nodiscard]] char32_t symbol(std::size_t i) const { return symbols_.at(static_cast<std::ptrdiff_t>(i)); }

  // The gains of all steps. In legacy text the k-th time that a symbol is met counts 1/k: it says little that the first
  // time did not.
  void add_language() {
    if (is_legacy()) {
      add_language_of_legacy();
      return;
    }
    for (Cluster& c : clusters_) {
      for (std::size_t i = c.begin; i < c.end; ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        c.language +=
            parse_[i].language - language_.log_probability(symbols_.at(at - 2), symbols_.at(at - 1), symbols_.at(at));
      }
    }
  }

  void add_language_of_legacy() {
    std::vector<StepGain> gains;
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      for (std::size_t i = clusters_[c].begin; i < clusters_[c].end; ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        const char32_t x = symbols_.at(at - 2);
        const char32_t y = symbols_.at(at - 1);
        const char32_t z = symbols_.at(at);
        const char32_t subject = z >= 0x80 ? z : y >= 0x80 ? y : x;
        gains.push_back({subject, z, c, parse_[i].language - language_.log_probability(x, y, z)});
      }
    }
    std::stable_sort(gains.begin(), gains.end(),
                     [](const StepGain& x, const StepGain& y) { return x.subject < y.subject; });
    std::size_t times = 1;
    for (std::size_t i = 0; i < gains.size(); ++i) {
      const bool is_again = i > 0 && gains[i].subject == gains[i - 1].subject;
      if (!is_again)
        times = 1;
      else if (gains[i].symbol == gains[i].subject)
        ++times;
      clusters_[gains[i].cluster].language += gains[i].gain / static_cast<float>(times);
    }
  }

  [[nodiscard]] bool is_legacy() const {
    const Step& step = parse_[clusters_.front().begin];
    return step.sources[0] != encoding::EncodingId::kUtf8;
  }

  // What legacy text costs more where little speaks for it, or where it would not be text.
  [[nodiscard]] float legacy_surcharge() const {
    std::vector<char32_t> before;  // the damaged symbols
    std::vector<char32_t> after;   // the characters they become
    float cost = 0;
    int costed = 0;
    int signs = 0;
    for (const Cluster& c : clusters_) {
      bool follows_high = false;
      for (std::size_t i = c.begin; i < c.end; ++i) {
        const Step& step = parse_[i];
        const bool is_same = step.output_length == 1 && step.output[0] == symbol(i);
        if (step.damaged && symbol(i) >= 0x80 && !is_same) before.push_back(symbol(i));
        for (std::size_t j = 0; j < step.output_length; ++j) {
          if (step.damaged) after.push_back(step.output[j]);
          follows_high = follows_high || step.output[j] >= 0x80;
        }
        // Signs between the fields of a table say nothing of its language; one of them is no table.
        const bool is_sign = follows_high && step.output_length == 1 && step.output[0] < 0x80 &&
                             step.output[0] != U' ' && !is_ascii_letter(step.output[0]);
        signs += is_sign ? 1 : 0;
        if (follows_high && (!is_sign || signs == 1)) {
          cost -= step.language;
          costed += static_cast<int>(step.output_length);
        }
        follows_high = step.output_length > 0 && step.output[step.output_length - 1U] >= 0x80;
      }
    }
    if (!is_one_encoding() || (!has_letter(before) && !has_letter(after))) return kImplausible;
    if (!stands_in_words() || is_drawing(before)) return kImplausible;
    if (is_enumeration(before) || is_enumeration(after) || !is_text(before, after, cost, costed)) return kImplausible;
    // Of Latin text a line says more than its characters do: that is left to the detector. Here such pages stand
    // against others that would explain the same.
    if (encoding::is_latin_page(parse_[clusters_.front().begin].sources[0])) return kImplausible;
    const float symbols_only = has_letter(before) ? 0 : kSymbolsOnly;
    std::sort(before.begin(), before.end());
    const auto distinct = std::max<std::ptrdiff_t>(1, std::unique(before.begin(), before.end()) - before.begin());
    if (distinct < kLeastDistinct && !stands_in_ascii_words()) return kImplausible;
    return kNoStructure + symbols_only + kThinEvidence / static_cast<float>(distinct);
  }

  // Boxes and lines only, that repeat, and what they would be is no likelier than letters of an unknown language.
  [[nodiscard]] bool is_line_art() const {
    if (any_damaged([&](std::size_t i) { return symbol(i) >= 0x80 && !is_drawn(symbol(i)); })) return false;
    std::vector<char32_t> after;
    float cost = 0;
    for (const Cluster& c : clusters_) {
      for (std::size_t i = c.begin; i < c.end; ++i) {
        const Step& step = parse_[i];
        if (!step.damaged) continue;
        cost -= step.output_length > 0 ? step.language : 0;
        after.insert(after.end(), step.output.begin(), step.output.begin() + step.output_length);
      }
    }
    if (cost <= kLineArt * static_cast<float>(after.size())) return false;
    const std::size_t all = after.size();
    std::sort(after.begin(), after.end());
    after.erase(std::unique(after.begin(), after.end()), after.end());
    return 2 * after.size() < all;
  }

  // A symbol for a symbol says nothing about language.
  static bool has_letter(const std::vector<char32_t>& characters) {
    return std::any_of(characters.begin(), characters.end(), [](char32_t c) {
      const model::CharacterClass k = model::character_class(c);
      const bool is_european = k >= model::CharacterClass::kLatin1Lower && k <= model::CharacterClass::kPhonetic;
      return is_european || (k >= model::CharacterClass::kGreekLower && k <= model::CharacterClass::kHanExtension);
    });
  }

  // Boxes, blocks, arrows and operators only: letters that are read so are never all read so.
  static bool is_drawing(const std::vector<char32_t>& characters) {
    return std::all_of(characters.begin(), characters.end(), is_drawn);
  }
  static bool is_drawn(char32_t c) {
    const model::CharacterClass k = model::character_class(c);
    return k >= model::CharacterClass::kLetterlike && k <= model::CharacterClass::kEmoji;
  }

  // Words next to each other were not written in different encodings.
  [[nodiscard]] bool is_one_encoding() const {
    const encoding::EncodingId source = parse_[clusters_.front().begin].sources[0];
    return !any_damaged([&](std::size_t i) { return parse_[i].sources[0] != source; });
  }

  // Bullets and operators stand alone; a letter that was damaged has a letter beside it somewhere.
  [[nodiscard]] bool stands_in_words() const {
    return any_damaged([&](std::size_t i) {
      const bool after = i + 1 < parse_.size() && (is_ascii_letter(i + 1) || parse_[i + 1].damaged);
      return after || is_ascii_letter_before(i) || (i > 0 && parse_[i - 1].damaged);
    });
  }

  // Latin text that is damaged has most of its letters left.
  [[nodiscard]] bool stands_in_ascii_words() const {
    return any_damaged(
        [&](std::size_t i) { return is_ascii_letter_before(i) || (i + 1 < parse_.size() && is_ascii_letter(i + 1)); });
  }

  template <typename Test>
  [[nodiscard]] bool any_damaged(Test test) const {
    for (const Cluster& c : clusters_) {
      for (std::size_t i = c.begin; i < c.end; ++i) {
        if (parse_[i].damaged && test(i)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_ascii_letter(std::size_t i) const { return is_ascii_letter(symbol(i)); }
  [[nodiscard]] bool is_ascii_letter_before(std::size_t i) const {
    return is_ascii_letter(symbols_.at(static_cast<std::ptrdiff_t>(i) - 1));
  }
  static bool is_ascii_letter(char32_t c) { return (c | 0x20U) - U'a' < 26U; }

  // A list of characters in order, as in tables and tests: each third or more follows the one before it in Unicode.
  static bool is_enumeration(const std::vector<char32_t>& characters) {
    if (characters.size() < 6) return false;
    std::size_t in_order = 0;
    for (std::size_t i = 1; i < characters.size(); ++i) in_order += characters[i] == characters[i - 1] + 1 ? 1 : 0;
    return in_order * 3 >= characters.size();
  }

  // Whether the characters are as likely as clean text of their script is; measured on clean lines of 115 languages.
  [[nodiscard]] static bool is_text(const std::vector<char32_t>& before, const std::vector<char32_t>& characters,
                                    float cost, int costed) {
    using enum model::CharacterClass;
    std::size_t latin = 0;
    std::size_t ideographs = 0;
    std::size_t cyrillic = 0;
    for (const char32_t c : characters) {
      const model::CharacterClass k = model::character_class(c);
      latin += k >= kAsciiLower && k <= kPhonetic ? 1 : 0;
      cyrillic += k >= kCyrillicLower && k <= kCyrillicOtherUpper ? 1 : 0;
      ideographs += (k >= kHangulCommon && k <= kHanExtension) ? 1 : 0;
    }
    // Cyrillic is held to more: KOI-8 makes a transliteration of any Latin text, which has its rhythm but not its
    // letters.
    float most = cyrillic * 2 > characters.size() ? 3.6F : 5.0F;
    if (ideographs * 2 > characters.size()) most = 8.0F;
    if (latin * 2 > characters.size()) most = 10.0F;
    // The first characters of a word have less context: a fixed allowance. Symbols that become letters get none.
    return cost <= most * static_cast<float>(costed) + (has_letter(before) ? 8.0F : 0.0F);
  }

  std::span<Cluster> clusters_;
  const std::vector<Step>& parse_;
  const SymbolsInContext& symbols_;
  model::LanguageMemory& language_;
};

// Whether one candidate is context of the next. The model takes no context from the line before.
bool is_near(const Candidate& before, const Candidate& after, const SymbolsInContext& symbols) {
  if (after.first > before.last + kInfluence) return false;
  for (std::size_t i = before.last; i < after.first; ++i) {
    if (symbols.at(static_cast<std::ptrdiff_t>(i)) == U'\n') return false;
  }
  return true;
}

std::vector<Cluster> find_clusters(std::span<const Candidate> candidates, const std::vector<Step>& parse,
                                   const SymbolsInContext& symbols) {
  std::vector<Cluster> clusters;
  for (std::size_t i = 0; i < candidates.size();) {
    std::size_t j = i + 1;
    while (j < candidates.size() && is_near(candidates[j - 1], candidates[j], symbols)) ++j;
    Cluster cluster{i, j, candidates[i].first, std::min(candidates[j - 1].last + kInfluence, parse.size())};
    for (std::size_t k = cluster.begin; k < cluster.end; ++k) {
      cluster.damage += parse[k].structure + parse[k].entry;
      cluster.entry += parse[k].entry;
    }
    clusters.push_back(cluster);
    i = j;
  }
  return clusters;
}

}  // namespace

void weigh(std::span<Candidate> candidates, const std::vector<Step>& parse, const SymbolsInContext& symbols,
           model::LanguageMemory& language) {
  std::vector<Cluster> clusters = find_clusters(candidates, parse, symbols);
  for (std::size_t i = 0; i < clusters.size();) {
    std::size_t j = i + 1;
    while (j < clusters.size() && clusters[j].entry == 0) ++j;  // the path goes on
    Passage(std::span(clusters).subspan(i, j - i), parse, symbols, language).weigh(candidates);
    i = j;
  }
}

}  // namespace unbake::repair
