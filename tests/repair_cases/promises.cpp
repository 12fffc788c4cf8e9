#include "repair_cases/promises.hpp"

#include <cmath>

#include "bake/proof.hpp"
#include "repair_cases/spelled_span.hpp"

namespace unbake::tests {
namespace {

// At most this much of a text is shown.
constexpr std::size_t kShown = 200;
constexpr std::size_t kEditsShown = 10;

std::string shown(std::string_view text) {
  return "'" + std::string(text.substr(0, kShown)) + (text.size() > kShown ? "'..." : "'");
}

std::string broken_losses(const Edit& edit) {
  std::size_t end = 0;
  for (const Loss& loss : edit.losses) {
    if (loss.offset < end || loss.offset + loss.length > edit.after.size()) return "a loss is out of place";
    end = loss.offset + loss.length;
    double sum = 0;
    for (const LossCandidate& candidate : loss.candidates) sum += candidate.probability;
    if (sum > 1 + 1e-6) return "the candidates of a loss sum to " + std::to_string(sum);
    const std::string chosen = edit.after.substr(loss.offset, loss.length);
    const bool is_marked = chosen == "\xEF\xBF\xBD";
    if (!loss.candidates.empty() && !is_marked && loss.candidates.front().text != chosen) {
      return "the first candidate of a loss is not what was chosen";
    }
  }
  return {};
}

std::string broken_edit(const Edit& edit) {
  if (!(edit.confidence >= 0 && edit.confidence <= 1)) return "confidence " + std::to_string(edit.confidence);
  const double sum = edit.parts.language + edit.parts.structure + edit.parts.document;
  if (!(std::abs(sum - edit.score) <= 1e-6 * (1 + std::abs(edit.score)))) {
    return "the parts sum to " + std::to_string(sum) + ", the score is " + std::to_string(edit.score);
  }
  if (edit.parts.structure > 0) return "structure is above 0";
  return broken_losses(edit);
}

}  // namespace

std::string describe(std::string_view text, const Edit& edit) {
  return std::to_string(edit.offset) + ": " + shown(text.substr(edit.offset, edit.length)) + " -> " +
         shown(edit.after) + " (" + edit.path + ", " + edit.profile + ", score " + std::to_string(edit.score) +
         ", confidence " + std::to_string(edit.confidence) + ")";
}

std::string describe(std::string_view text, const Plan& plan) {
  std::string all;
  for (std::size_t i = 0; i < plan.edits.size() && i < kEditsShown; ++i) all += "\n  " + describe(text, plan.edits[i]);
  if (plan.edits.size() > kEditsShown) all += "\n  and " + std::to_string(plan.edits.size() - kEditsShown) + " more";
  return all;
}

std::string broken_order(std::string_view text, const Plan& plan) {
  std::size_t end = 0;
  for (const Edit& edit : plan.edits) {
    if (edit.offset < end) return "edits overlap or are unsorted at " + std::to_string(edit.offset);
    if (edit.length == 0 || edit.offset > text.size() || edit.length > text.size() - edit.offset) {
      return "an edit is out of range at " + std::to_string(edit.offset);
    }
    end = edit.offset + edit.length;
    if (text.substr(edit.offset, edit.length) == edit.after) {
      return "an edit changes nothing: " + describe(text, edit);
    }
    if (std::string broken = broken_edit(edit); !broken.empty()) return broken + ": " + describe(text, edit);
  }
  return {};
}

// What was proven of an edit: where a character is marked as not sure, the likeliest stood.
std::string unmarked(const Edit& edit) {
  std::string after = edit.after;
  for (auto loss = edit.losses.rbegin(); loss != edit.losses.rend(); ++loss) {
    if (after.substr(loss->offset, loss->length) == "\xEF\xBF\xBD" && !loss->candidates.empty()) {
      after.replace(loss->offset, loss->length, loss->candidates.front().text);
    }
  }
  return after;
}

// The same for an edit of characters that are spelled.
std::string broken_spelled_proof(std::string_view text, const Edit& edit) {
  const SpelledSpan span = read_spelled_span(text, edit);
  const auto path = baking::parse_path(edit.path);
  const auto profile = baking::parse_profile(edit.profile);
  if (baking::proves(span.repaired, span.following, *path, *profile, span.damaged)) return {};
  return shown(span.repaired) + " does not bake to " + shown(span.damaged) + ": " + describe(text, edit);
}

std::string broken_proof(std::string_view text, const Plan& plan) {
  for (const Edit& edit : plan.edits) {
    if (!edit.notation.empty()) {
      if (std::string broken = broken_spelled_proof(text, edit); !broken.empty()) return broken;
      continue;
    }
    const std::string_view span = text.substr(edit.offset, edit.length);
    const std::string proven = unmarked(edit);
    const Result<std::string> baked = bake(proven, edit.path, edit.profile);
    if (!baked) return "cannot be baked: " + baked.error().message + ": " + describe(text, edit);
    if (*baked == span) continue;
    // The bytes behind the span decide how its last byte was read.
    const auto path = baking::parse_path(edit.path);
    const auto profile = baking::parse_profile(edit.profile);
    if (!baking::proves(proven, text.substr(edit.offset + edit.length), *path, *profile, span)) {
      return "bakes to " + shown(*baked) + ": " + describe(text, edit);
    }
  }
  return {};
}

std::string broken_answer(std::string_view text, const Fixed& fixed) {
  const Result<std::string> applied = unbake::apply(text, fixed.plan());
  if (!applied) return "the plan cannot be applied: " + applied.error().message;
  if (*applied != fixed.text()) return "the plan replayed gives " + shown(*applied) + ", not " + shown(fixed.text());
  if (!fixed.changed() && (fixed.text().data() != text.data() || fixed.text().size() != text.size())) {
    return "nothing was changed, but the text was copied";
  }
  return {};
}

std::string broken_idempotence(std::string_view text, const Options& options) {
  const Fixed once = fix(text, options);
  const Fixed twice = fix(once.text(), options);
  if (!twice.changed()) return {};
  return "the second repair changes the answer of the first:" + describe(once.text(), twice.plan());
}

std::string broken_promise(std::string_view text, const Options& options) {
  const Fixed fixed = fix(text, options);
  if (std::string broken = broken_order(text, fixed.plan()); !broken.empty()) return broken;
  if (std::string broken = broken_proof(text, fixed.plan()); !broken.empty()) return broken;
  if (std::string broken = broken_answer(text, fixed); !broken.empty()) return broken;
  return broken_idempotence(text, options);
}

}  // namespace unbake::tests
