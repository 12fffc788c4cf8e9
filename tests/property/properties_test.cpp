// The promises of unbake.hpp, for any text and any options.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "property/texts.hpp"
#include "repair_cases/promises.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

// A hundred texts, which is RapidCheck's own number, are few where each is quick. The environment can ask for more.
[[maybe_unused]] const int kAskForMore = setenv("RC_PARAMS", "max_success=500", 0);

bool same(const Loss& a, const Loss& b) {
  return a.offset == b.offset && a.length == b.length &&
         std::equal(a.candidates.begin(), a.candidates.end(), b.candidates.begin(), b.candidates.end(),
                    [](const LossCandidate& x, const LossCandidate& y) {
                      return x.text == y.text && x.probability == y.probability;
                    });
}

bool same(const Edit& a, const Edit& b) {
  return a.offset == b.offset && a.length == b.length && a.after == b.after && a.path == b.path &&
         a.profile == b.profile && a.score == b.score && a.confidence == b.confidence &&
         a.parts.language == b.parts.language && a.parts.structure == b.parts.structure &&
         a.parts.document == b.parts.document &&
         std::equal(a.losses.begin(), a.losses.end(), b.losses.begin(), b.losses.end(),
                    [](const Loss& x, const Loss& y) { return same(x, y); });
}

bool same(const Plan& a, const Plan& b) {
  return std::equal(a.edits.begin(), a.edits.end(), b.edits.begin(), b.edits.end(),
                    [](const Edit& x, const Edit& y) { return same(x, y); });
}

void require_kept(const std::string& broken) {
  if (!broken.empty()) RC_FAIL(broken);
}

RC_GTEST_PROP(Properties, AsciiIsNeitherChangedNorCopied, ()) {
  const std::string text = *ascii_text();
  const Fixed fixed = fix(text);
  RC_ASSERT_FALSE(fixed.changed());
  RC_ASSERT(fixed.text().data() == text.data());
  RC_ASSERT(fixed.text().size() == text.size());
  RC_ASSERT(explain(text).empty());
}

RC_GTEST_PROP(Properties, CleanTextIsLeftAlone, ()) {
  const std::string text = *clean_mixture();
  const Fixed fixed = fix(text);
  if (fixed.changed()) RC_FAIL(describe(text, fixed.plan()));
  RC_ASSERT(fixed.text().data() == text.data());
}

RC_GTEST_PROP(Properties, AnyBytesAreAccepted, ()) {
  const std::string text = *any_bytes();
  require_kept(broken_order(text, plan(text)));
  require_kept(broken_answer(text, fix(text)));
}

RC_GTEST_PROP(Properties, EditsAreSortedDisjointAndInRange, ()) {
  const std::string text = *any_text();
  require_kept(broken_order(text, plan(text)));
}

RC_GTEST_PROP(Properties, FixIsApplyOfPlan, ()) {
  const std::string text = *any_text();
  require_kept(broken_answer(text, fix(text)));
}

RC_GTEST_PROP(Properties, EditsBakeBack, ()) {
  const std::string text = *any_text();
  require_kept(broken_proof(text, plan(text)));
}

RC_GTEST_PROP(Properties, FixingTwiceIsFixingOnce, ()) { require_kept(broken_idempotence(*any_text())); }

RC_GTEST_PROP(Properties, BytesOutsideEditsAreUntouched, ()) {
  const std::string text = *any_text();
  const Fixed fixed = fix(text);
  std::string_view rest = fixed.text();
  std::size_t at = 0;
  for (const Edit& edit : fixed.plan().edits) {
    const std::string_view kept = std::string_view(text).substr(at, edit.offset - at);
    RC_ASSERT(rest.starts_with(kept));
    rest.remove_prefix(kept.size());
    RC_ASSERT(rest.starts_with(edit.after));
    rest.remove_prefix(edit.after.size());
    at = edit.offset + edit.length;
  }
  RC_ASSERT(rest == std::string_view(text).substr(at));
}

RC_GTEST_PROP(Properties, AnyOptionsKeepThePromises, ()) {
  const std::string text = *any_text();
  const Options options = *any_options();
  require_kept(broken_order(text, plan(text, options)));
  require_kept(broken_proof(text, plan(text, options)));
  require_kept(broken_answer(text, fix(text, options)));
}

RC_GTEST_PROP(Properties, AnyOptionsAreIdempotent, ()) {
  require_kept(broken_idempotence(*any_text(), *any_options()));
}

RC_GTEST_PROP(Properties, OptionsAreObeyed, ()) {
  const std::string text = *any_text();
  const Options options = *any_options();
  for (const Edit& edit : plan(text, options).edits) {
    RC_ASSERT(edit.confidence >= std::min(options.min_confidence, 1.0));
    const auto layers = 1 + std::count(edit.path.begin(), edit.path.end(), '|');
    RC_ASSERT(layers <= std::clamp(options.max_layers, 1, 5));
    if (options.lossy == Lossy::kLeave) RC_ASSERT(edit.losses.empty());
    for (const std::string& denied : options.deny) {
      RC_ASSERT((" | " + edit.path + " | ").find(" | " + denied + " | ") == std::string::npos);
    }
  }
}

RC_GTEST_PROP(Properties, WhatIsExplainedAsRepairedIsThePlan, ()) {
  const std::string text = *any_text();
  Plan repaired;
  std::size_t end = 0;
  for (const Finding& finding : explain(text)) {
    RC_ASSERT(finding.edit.offset >= end);
    RC_ASSERT(finding.edit.offset + finding.edit.length <= text.size());
    RC_ASSERT(!finding.reason.empty());
    end = finding.edit.offset;
    if (finding.verdict == Verdict::kRepaired) repaired.edits.push_back(finding.edit);
  }
  RC_ASSERT(same(repaired, plan(text)));
}

RC_GTEST_PROP(Properties, SameTextSamePlan, ()) {
  const std::string text = *any_text();
  // Elsewhere in memory, and with other bytes around it.
  const std::string around = "\xC3\x83" + text + "\xC2\xA9";
  RC_ASSERT(same(plan(text), plan(std::string_view(around).substr(2, text.size()))));
}

RC_GTEST_PROP(Properties, ThreadsAgree, ()) {
  const std::string text = *any_text();
  std::vector<Plan> plans(2);
  {
    std::vector<std::jthread> threads;
    for (Plan& made : plans) threads.emplace_back([&made, &text] { made = plan(text); });
  }
  RC_ASSERT(same(plans[0], plans[1]));
  RC_ASSERT(same(plans[0], plan(text)));
}

RC_GTEST_PROP(Properties, PlansOfOtherTextsAreRefusedOrApplied, ()) {
  const std::string text = *any_text();
  Plan made = plan(*any_text());
  const bool fits = broken_order(text, made).empty();
  const Result<std::string> applied = unbake::apply(text, made);
  if (fits) RC_ASSERT(applied.has_value());
  if (!applied) RC_ASSERT(applied.error().code == Error::Code::kBadPlan);
  std::reverse(made.edits.begin(), made.edits.end());
  if (made.edits.size() > 1) RC_ASSERT_FALSE(unbake::apply(text, made).has_value());
}

}  // namespace
}  // namespace unbake::tests
