#include "pipeline/decider.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "repair/alternatives.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

using repair::Candidate;
using repair::PathCosts;

baking::Path path_of(const Candidate& candidate, const PathCosts& costs) {
  baking::Path path;
  for (int k = candidate.depth; k-- > 0;) {
    const int bit = costs.cheapest(candidate.readers[static_cast<std::size_t>(k)]);
    path.push_back({candidate.sources[static_cast<std::size_t>(k)], encoding::reader(bit)});
  }
  return path;
}

// The characters before `offset` and behind `end` of a text, line ends where there are none.
repair::Surroundings surroundings(std::string_view text, std::size_t offset, std::size_t end) {
  repair::Surroundings around{{U'\n', U'\n'}, {U'\n', U'\n'}};
  for (std::size_t i = offset >= 8 ? offset - 8 : 0; i < offset;) {
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    around.before = {around.before[1], c.value};
  }
  for (char32_t& c : around.after) {
    if (end >= text.size()) break;
    const base::CodePoint next = base::decode_utf8(text, end);
    c = next.value;
    end += next.length;
  }
  return around;
}

// Replacement characters that were read again: undoing that would bring back nothing that was written.
bool is_unrecoverable(std::string_view after) {
  bool has_replacement = false;
  for (std::size_t i = 0; i < after.size();) {
    const base::CodePoint c = base::decode_utf8(after, i);
    if (c.value == base::kReplacementCharacter)
      has_replacement = true;
    else if (c.value >= 0x80)
      return false;
    i += c.length;
  }
  return has_replacement;
}

// Makes the share of the first, the chosen one, the probability that it was written, and leaves the others the rest.
void calibrate(std::vector<repair::Alternative>& alternatives) {
  if (alternatives.empty()) return;
  const double share = alternatives.front().probability;
  const double chosen = validate::choice_probability(share);
  alternatives.front().probability = chosen;
  if (share >= 1) return;
  for (auto other = alternatives.begin() + 1; other != alternatives.end(); ++other)
    other->probability *= (1 - chosen) / (1 - share);
}

}  // namespace

std::vector<Decision> Decider::decide(const detect::Window& window, const Candidate& candidate) {
  std::vector<Decision> decisions{decide_whole(window, candidate)};
  if (decisions.front().verdict != Verdict::kUnproven || candidate.joints.size() < 2) return decisions;
  std::vector<Decision> parts;
  divide(window, candidate, parts);
  const bool is_better =
      std::any_of(parts.begin(), parts.end(), [](const Decision& d) { return d.verdict == Verdict::kRepaired; });
  return is_better ? parts : decisions;
}

// Halves what is not proven until what is wrong is by itself: one letter that was chosen wrongly is no reason to leave
// all that stands around it.
void Decider::divide(const detect::Window& window, const Candidate& candidate, std::vector<Decision>& out) {
  const std::size_t middle = candidate.joints.size() / 2 - 1;
  for (const Candidate& part : {part_before(candidate, middle), part_behind(candidate, middle)}) {
    Decision decision = decide_whole(window, part);
    if (decision.verdict == Verdict::kUnproven && part.joints.size() >= 2)
      divide(window, part, out);
    else
      out.push_back(std::move(decision));
  }
}

Decision Decider::decide_whole(const detect::Window& window, const Candidate& candidate) {
  Decision decision;
  decision.offset = window.symbols[candidate.first].offset;
  const std::size_t end = candidate.last == window.symbols.size() ? window.end : window.symbols[candidate.last].offset;
  decision.length = end - decision.offset;
  decision.after = candidate.after;
  trim(decision);
  decision.path = path_of(candidate, costs_);
  score(decision, candidate);
  if (is_unrecoverable(decision.after)) {
    decision.verdict = Verdict::kUnrecoverable;
    return decision;
  }
  if (decision.confidence < settings_.min_confidence) return decision;
  const std::optional<baking::ProfileId> proof =
      baking::find_proof(decision.after, text_.substr(decision.offset + decision.length, baking::kContextLength),
                         decision.path, text_.substr(decision.offset, decision.length), last_profile_, buffers_);
  decision.verdict = proof ? Verdict::kRepaired : Verdict::kUnproven;
  if (!proof) return decision;
  decision.profile = *proof;
  last_profile_ = proof;
  add_choices(decision, candidate);
  return decision;
}

void Decider::score(Decision& decision, const Candidate& candidate) const {
  // Quotes that a choice closes may be worth more than its damage costs: that is language.
  const float structure = std::min(0.0F, candidate.structure);
  // But what a text that is damaged as a whole gives for its path comes from the document.
  const float more = candidate.structure - structure;
  const float given = std::clamp(-costs_.cost_of(candidate.sources[0], candidate.readers[0]), 0.0F, more);
  decision.language = candidate.language + more - given;
  const float saved = std::max(0.0F, std::min(-structure, saved_by_document(candidate)));
  decision.document = candidate.document > 0 ? candidate.document : saved + given;
  decision.structure = candidate.gain() - decision.language - decision.document;
  decision.confidence = validate::confidence(candidate.gain());
}

// What else could stand where bytes were lost.
void Decider::add_choices(Decision& decision, const Candidate& candidate) {
  if (candidate.chosen.empty()) return;
  constexpr std::size_t kMostAlternatives = 6;
  constexpr std::size_t kContextBytes = 16;
  const std::size_t start = decision.offset - std::min(decision.offset, kContextBytes);
  std::string repaired(text_.substr(start, decision.offset - start));
  const std::size_t shift = repaired.size();
  repaired += decision.after;
  repaired += text_.substr(decision.offset + decision.length, kContextBytes);
  if (!language_) language_.emplace(model::Model::builtin());
  for (const repair::ChosenCharacter& c : candidate.chosen) {
    const std::size_t length = base::utf8_length(c.value);
    if (c.offset + length > decision.after.size()) continue;
    const repair::Surroundings around = surroundings(repaired, shift + c.offset, shift + c.offset + length);
    decision.choices.push_back(
        {c.offset, length,
         repair::alternatives(c, candidate.sources[0], candidate.readers[0], around, *language_, kMostAlternatives)});
    calibrate(decision.choices.back().alternatives);
  }
  if (settings_.lossy == Lossy::kMark) mark_unsure(decision);
}

// U+FFFD takes the place of what is not sure.
void Decider::mark_unsure(Decision& decision) const {
  for (auto choice = decision.choices.rbegin(); choice != decision.choices.rend(); ++choice) {
    if (choice->alternatives.front().probability >= settings_.min_confidence) continue;
    decision.after.replace(choice->offset, choice->length, "\xEF\xBF\xBD");
    for (auto later = decision.choices.rbegin(); later != choice; ++later) later->offset += 3 - choice->length;
    choice->length = 3;
  }
}

// ASCII behind a lost byte took part in the search, but it was not damaged.
void Decider::trim(Decision& decision) const {
  while (decision.length > 1 && decision.after.size() > 1 && static_cast<unsigned char>(decision.after.back()) < 0x80 &&
         decision.after.back() == text_[decision.offset + decision.length - 1]) {
    decision.after.pop_back();
    --decision.length;
  }
}

// How much more entering the path would have cost if nothing were known of the document.
float Decider::saved_by_document(const Candidate& candidate) const {
  float saved = 0;
  for (int k = 0; k < candidate.depth; ++k) {
    const encoding::ReaderSet readers = candidate.readers[static_cast<std::size_t>(k)];
    const encoding::EncodingId source = candidate.sources[static_cast<std::size_t>(k)];
    saved += plain_.cost_of(source, readers) - costs_.cost_of(source, readers);
  }
  return saved;
}

}  // namespace unbake::pipeline
