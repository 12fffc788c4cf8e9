#include "api/convert.hpp"

#include <algorithm>
#include <utility>

#include "api/evidence.hpp"
#include "base/utf8.hpp"
#include "encoding/encoding.hpp"
#include "notation/notation.hpp"
#include "validate/confidence.hpp"

namespace unbake::api {
namespace {

std::vector<baking::Layer> layers_of(const std::vector<std::string>& names) {
  std::vector<baking::Layer> layers;
  for (const std::string& name : names) {
    const Result<baking::Path> path = baking::parse_path(name);
    if (path && path->size() == 1) layers.push_back(path->front());
  }
  return layers;
}

encoding::ReaderSet readers_of(const std::vector<baking::Layer>& layers, bool of_utf8) {
  encoding::ReaderSet readers = 0;
  for (const baking::Layer layer : layers) {
    if ((layer.from == encoding::EncodingId::kUtf8) != of_utf8) continue;
    const int bit = encoding::get(layer.read_as).reader_bit;
    if (bit >= 0) readers |= encoding::ReaderSet{1} << bit;
  }
  return readers;
}

notation::NotationSet notations_of(const std::vector<std::string>& names) {
  notation::NotationSet notations = 0;
  for (const std::string& name : names) {
    if (name == "all") notations |= notation::kAllNotations;
    if (const auto notation = notation::find(name)) notations |= notation::set_of(*notation);
  }
  return notations;
}

pipeline::Lossy lossy_of(Lossy lossy) {
  switch (lossy) {
    case Lossy::kGuess:
      return pipeline::Lossy::kGuess;
    case Lossy::kMark:
      return pipeline::Lossy::kMark;
    case Lossy::kLeave:
      return pipeline::Lossy::kLeave;
  }
  return pipeline::Lossy::kGuess;
}

}  // namespace

pipeline::Settings settings_of(const Options& options) {
  pipeline::Settings settings;
  settings.min_confidence = std::clamp(options.min_confidence, 0.0, 1.0);
  settings.max_layers = std::clamp(options.max_layers, 1, repair::kMaxDepth);
  settings.lossy = lossy_of(options.lossy);
  if (!options.allow.empty()) {
    settings.only = layers_of(options.allow);
    settings.readers = readers_of(*settings.only, true);
  }
  settings.never = layers_of(options.deny);
  settings.readers &= ~readers_of(settings.never, true);
  // Another text may have been misread by the same reader.
  if (settings.only) settings.readers |= readers_of(*settings.only, false);
  settings.notations = notations_of(options.notations);
  settings.evidence = EvidenceAccess::counts_of(options.evidence);
  return settings;
}

bool is_edit(const pipeline::Decision& decision) { return decision.verdict == pipeline::Verdict::kRepaired; }

Edit edit_of(pipeline::Decision&& decision) {
  Edit edit;
  edit.offset = decision.offset;
  edit.length = decision.length;
  edit.after = std::move(decision.after);
  if (decision.notation) edit.notation = notation::get(*decision.notation).name;
  edit.path = baking::to_string(decision.path);
  if (!decision.path.empty()) edit.profile = baking::to_string(decision.profile);
  edit.parts = {decision.language, decision.structure, decision.document};
  edit.score = edit.parts.language + edit.parts.structure + edit.parts.document;
  edit.confidence = decision.confidence;
  std::vector<double> chosen;
  for (const pipeline::Choice& choice : decision.choices) {
    Loss loss{choice.offset, choice.length, {}};
    if (!choice.alternatives.empty()) chosen.push_back(choice.alternatives.front().probability);
    for (const repair::Alternative& a : choice.alternatives) {
      LossCandidate candidate{{}, a.probability};
      base::append_utf8(candidate.text, a.value);
      loss.candidates.push_back(std::move(candidate));
    }
    edit.losses.push_back(std::move(loss));
  }
  edit.fidelity = validate::fidelity(edit.confidence, chosen);
  return edit;
}

Plan plan_of(std::vector<pipeline::Decision> decisions) {
  Plan plan;
  plan.edits.reserve(static_cast<std::size_t>(std::count_if(decisions.begin(), decisions.end(), is_edit)));
  for (pipeline::Decision& decision : decisions) {
    if (is_edit(decision)) plan.edits.push_back(edit_of(std::move(decision)));
  }
  return plan;
}

}  // namespace unbake::api
