#include "pipeline/name_residues.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.hpp"
#include "detect/quotation.hpp"
#include "notation/view.hpp"
#include "pipeline/residue.hpp"

namespace unbake::pipeline {
namespace {

bool is_in_path(ResidueKind kind) { return kind == ResidueKind::kReadAgain; }

Decision decision_of(const Residue& residue) {
  Decision d;
  d.offset = residue.begin;
  d.length = residue.end - residue.begin;
  d.residue = residue.kind;
  d.verdict = Verdict::kUnrecoverable;
  if (is_in_path(residue.kind)) d.path = {{encoding::EncodingId::kUtf8, residue.reader}};
  return d;
}

// U+FFFD that is spelled, in text: `caf\ufffd`, and not one by itself between the quotes of a program.
void add_spelled(std::string_view text, notation::NotationSet notations, std::vector<Decision>& found) {
  if (!notation::may_be_spelled(text, 0, text.size(), notations)) return;
  const notation::View view = notation::View::of(text, notations, notation::View::Lines::kWithSpelled);
  const std::string_view shown = view.text();
  for (const Residue& residue : find_residues(shown)) {
    const notation::Stretch place{residue.begin, residue.end};
    if (residue.kind != ResidueKind::kReplacement || residue.is_quoted || !view.notation_in(place)) continue;
    const bool is_in_word = (place.begin > 0 && detect::is_word_byte(shown[place.begin - 1])) ||
                            (place.end < shown.size() && detect::is_word_byte(shown[place.end]));
    if (!is_in_word) continue;
    const notation::Stretch source = view.source(view.whole_atoms(place));
    Decision d = decision_of({source.begin, source.end, residue.kind, residue.reader, false});
    d.notation = view.notation_in(place);
    found.push_back(std::move(d));
  }
}

// What a decision that found nothing to restore is about: replacement characters that were read again, or so many of
// them, or of question marks, that a choice would be made up.
ResidueKind kind_of(std::string_view damage) {
  if (damage.find("\xEF\xBF\xBD") != std::string_view::npos) return ResidueKind::kReplacement;
  return damage.find("????") != std::string_view::npos ? ResidueKind::kQuestionMarks : ResidueKind::kReadAgain;
}

bool overlap(const Decision& x, const Decision& y) {
  return x.offset < y.offset + y.length && y.offset < x.offset + x.length;
}

// Of decisions, both in order, that share bytes a repair and what cannot be restored stays, else the residue.
std::vector<Decision> joined(std::vector<Decision> decisions, std::vector<Decision> residues) {
  const auto stays = [](const Decision& d) {
    return d.verdict == Verdict::kRepaired || d.verdict == Verdict::kUnrecoverable || d.verdict == Verdict::kMentioned;
  };
  const auto drop_from = [](std::vector<Decision>& some, const std::vector<Decision>& others, const auto& counts) {
    auto other = others.begin();
    std::erase_if(some, [&](const Decision& d) {
      while (other != others.end() && other->offset + other->length <= d.offset) ++other;
      for (auto o = other; o != others.end() && o->offset < d.offset + d.length; ++o) {
        if (counts(*o) && overlap(d, *o)) return true;
      }
      return false;
    });
  };
  drop_from(residues, decisions, stays);
  drop_from(decisions, residues, [](const Decision&) { return true; });
  std::vector<Decision> all;
  all.reserve(decisions.size() + residues.size());
  std::merge(std::make_move_iterator(decisions.begin()), std::make_move_iterator(decisions.end()),
             std::make_move_iterator(residues.begin()), std::make_move_iterator(residues.end()),
             std::back_inserter(all), [](const Decision& x, const Decision& y) { return x.offset < y.offset; });
  return all;
}

}  // namespace

void name_residues(std::string_view text, notation::NotationSet notations, std::vector<Decision>& decisions) {
  for (Decision& d : decisions) {
    if (d.verdict == Verdict::kUnrecoverable) d.residue = kind_of(text.substr(d.offset, d.length));
  }
  std::vector<Decision> residues;
  for (const Residue& residue : find_residues(text)) {
    if (!residue.is_quoted) residues.push_back(decision_of(residue));
  }
  if (!residues.empty()) decisions = joined(std::move(decisions), std::move(residues));
  std::vector<Decision> spelled;
  add_spelled(text, notations, spelled);
  if (!spelled.empty()) decisions = joined(std::move(decisions), std::move(spelled));
}

}  // namespace unbake::pipeline
