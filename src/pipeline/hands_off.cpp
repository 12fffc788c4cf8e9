#include "pipeline/hands_off.hpp"

#include "base/utf8.hpp"
#include "detect/legacy_witness.hpp"
#include "detect/mention.hpp"
#include "encoding/latin_page.hpp"
#include "pipeline/pair_characters.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

bool is_repair(const Decision& d) { return d.verdict == Verdict::kRepaired; }

// Marks that were read as controls stand beside words, not in them; but no other sense of a control is left.
bool is_stray_control(const baking::Layer& layer) {
  return layer.from == encoding::EncodingId::kWindows1252 && layer.read_as == encoding::EncodingId::kIso88591;
}

bool is_legacy(const Decision& d) {
  const encoding::EncodingId from = d.path.front().from;
  return from != encoding::EncodingId::kUtf8 && from != encoding::EncodingId::kCesu8 &&
         !is_stray_control(d.path.front());
}

std::size_t count_controls(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t i = 0; (i = text.find('\xC2', i)) != std::string_view::npos; ++i) {
    const char32_t c = base::decode_utf8(text, i).value;
    if (c >= 0x80 && c < 0xA0) ++found;
  }
  return found;
}

// Nothing was ever assigned in the planes 4 to 13 of Unicode.
bool has_unassigned(std::string_view text) {
  for (std::size_t i = 0; (i = text.find_first_of("\xF1\xF2\xF3", i)) != std::string_view::npos; ++i) {
    const char32_t c = base::decode_utf8(text, i).value;
    if (c >= 0x40000 && c < 0xE0000) return true;
  }
  return false;
}

// Control characters of C1, and what is no character, are in no text that was written: what becomes them has more
// layers than were found, or was not damaged.
void refuse_nonsense(std::string_view text, std::vector<Decision>& decisions) {
  for (Decision& d : decisions) {
    const std::string_view before = text.substr(d.offset, d.length);
    const bool is_nonsense =
        count_controls(d.after) > count_controls(before) || (has_unassigned(d.after) && !has_unassigned(before));
    if (is_repair(d) && is_nonsense) d.verdict = Verdict::kLeavesDamage;
  }
}

// Where nothing is left of so many characters in a row, whatever came back would be made up.
bool is_blank(std::string_view damage) {
  constexpr std::size_t kMostMarkers = 20;
  constexpr std::string_view kMarker = "\xEF\xBF\xBD";
  std::size_t row = 0;
  for (std::size_t i = 0; i < damage.size() && row <= kMostMarkers;) {
    const bool is_marker = damage.substr(i, kMarker.size()) == kMarker;
    row = is_marker || damage[i] == '?' ? row + 1 : 0;
    i += is_marker ? kMarker.size() : 1;
  }
  return row > kMostMarkers;
}

void refuse_tables_and_blanks(std::string_view text, std::vector<Decision>& decisions) {
  for (Decision& d : decisions) {
    if (!is_repair(d)) continue;
    if (is_blank(text.substr(d.offset, d.length))) d.verdict = Verdict::kUnrecoverable;
    const baking::Layer& layer = d.path.front();
    if (detect::is_row_of_table(text, {d.offset, d.offset + d.length, d.after, layer.from, layer.read_as}))
      d.verdict = Verdict::kMentioned;
  }
}

// Latin text in another Latin page is told by the language of its line, and escapes stand in lines of code.
void refuse_spelled_latin(std::vector<Decision>& decisions) {
  for (Decision& d : decisions) {
    const baking::Layer& layer = d.path.front();
    if (is_repair(d) && d.notation && !is_stray_control(layer) && encoding::is_latin_page(layer.from) &&
        encoding::is_latin_page(layer.read_as))
      d.verdict = Verdict::kStandsAlone;
  }
}

// What no word bears has gained nothing, however often it is met.
void refuse_wordless(std::string_view text, double min_confidence, std::vector<Decision>& decisions) {
  std::vector<Decision*> repairs;
  std::vector<detect::LegacyPlace> places;
  for (Decision& d : decisions) {
    // What is spelled was asked for its words already.
    if (!is_repair(d) || !is_legacy(d) || d.notation) continue;
    repairs.push_back(&d);
    places.push_back({d.offset, d.offset + d.length, d.after, d.path.front().from, d.path.front().read_as});
  }
  const std::vector<bool> borne = detect::borne_by_words(text, places);
  for (std::size_t i = 0; i < repairs.size(); ++i) {
    if (borne[i]) continue;
    Decision& d = *repairs[i];
    d.structure -= d.language + d.structure + d.document;
    d.confidence = validate::confidence(0);
    if (d.confidence < min_confidence) d.verdict = Verdict::kUnsure;
  }
}

void refuse_mentions(std::string_view text, std::vector<Decision>& decisions) {
  std::vector<Decision*> repairs;
  std::vector<detect::Place> places;
  for (Decision& d : decisions) {
    if (!is_repair(d)) continue;
    repairs.push_back(&d);
    places.push_back({d.offset, d.offset + d.length, d.after});
  }
  const std::vector<bool> mentions = detect::find_mentions(text, places);
  for (std::size_t i = 0; i < repairs.size(); ++i) {
    if (mentions[i]) repairs[i]->verdict = Verdict::kMentioned;
  }
}

}  // namespace

void keep_hands_off(std::string_view text, double min_confidence, std::vector<Decision>& decisions) {
  refuse_nonsense(text, decisions);
  refuse_tables_and_blanks(text, decisions);
  refuse_lone_pairs(text, decisions);
  refuse_odd_pairs(text, decisions);
  refuse_spelled_latin(decisions);
  refuse_wordless(text, min_confidence, decisions);
  refuse_mentions(text, decisions);
}

}  // namespace unbake::pipeline
