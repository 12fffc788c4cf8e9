// What was found, read out through structs that may grow.
#include <algorithm>
#include <cstring>
#include <memory>

#include "c_api/barrier.hpp"
#include "c_api/handles.hpp"

namespace unbake::c_api {
namespace {

int32_t verdict_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kRepaired:
      return UNBAKE_VERDICT_REPAIRED;
    case Verdict::kUnsure:
      return UNBAKE_VERDICT_UNSURE;
    case Verdict::kUnproven:
      return UNBAKE_VERDICT_UNPROVEN;
    case Verdict::kUnrecoverable:
      return UNBAKE_VERDICT_UNRECOVERABLE;
    case Verdict::kMentioned:
      return UNBAKE_VERDICT_MENTIONED;
  }
  return UNBAKE_VERDICT_UNSURE;
}

unbake_finding to_c(const Finding& finding) {
  const Edit& edit = finding.edit;
  unbake_finding out;
  out.offset = edit.offset;
  out.length = edit.length;
  out.after = to_view(edit.after);
  out.path = to_view(edit.path);
  out.profile = to_view(edit.profile);
  out.notation = to_view(edit.notation);
  out.reason = to_view(finding.reason);
  out.confidence = edit.confidence;
  out.score = edit.score;
  out.language = edit.parts.language;
  out.structure = edit.parts.structure;
  out.document = edit.parts.document;
  out.verdict = verdict_of(finding.verdict);
  out.is_lossy = edit.losses.empty() ? 0 : 1;
  out.kind = to_view(finding.kind);
  out.fidelity = edit.fidelity;
  return out;
}

// Fills in as much of `out` as its user knows of.
template <typename Struct>
unbake_status write_struct(Struct value, Struct* out) {
  if (out->struct_size < sizeof value.struct_size) return UNBAKE_BAD_ARGUMENT;
  value.struct_size = out->struct_size;
  std::memcpy(static_cast<void*>(out), &value, std::min(out->struct_size, sizeof value));
  return UNBAKE_UNCHANGED;
}

bool is_repaired(const Finding& finding) { return finding.verdict == Verdict::kRepaired; }

}  // namespace
}  // namespace unbake::c_api

using unbake::c_api::guarded;

extern "C" unbake_status unbake_explain(const unbake_fixer* fixer, unbake_view text, unbake_report** report) {
  return guarded([&]() -> unbake_status {
    if (!unbake::c_api::is_valid(text) || report == nullptr) return UNBAKE_BAD_ARGUMENT;
    auto made = std::make_unique<unbake_report>();
    made->findings = unbake::explain(unbake::c_api::to_string_view(text), unbake::c_api::options_of(fixer));
    const bool is_repaired = std::any_of(made->findings.begin(), made->findings.end(), unbake::c_api::is_repaired);
    *report = made.release();
    return is_repaired ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED;
  });
}

extern "C" void unbake_report_free(unbake_report* report) { delete report; }

extern "C" size_t unbake_report_size(const unbake_report* report) {
  return report == nullptr ? 0 : report->findings.size();
}

extern "C" unbake_status unbake_report_finding(const unbake_report* report, size_t index, unbake_finding* finding) {
  if (report == nullptr || finding == nullptr) return UNBAKE_BAD_ARGUMENT;
  if (index >= report->findings.size()) return UNBAKE_OUT_OF_RANGE;
  return unbake::c_api::write_struct(unbake::c_api::to_c(report->findings[index]), finding);
}

extern "C" unbake_status unbake_report_candidate(const unbake_report* report, size_t finding, size_t loss, size_t index,
                                                 unbake_candidate* candidate) {
  if (report == nullptr || candidate == nullptr) return UNBAKE_BAD_ARGUMENT;
  if (finding >= report->findings.size()) return UNBAKE_OUT_OF_RANGE;
  const std::vector<unbake::Loss>& losses = report->findings[finding].edit.losses;
  if (loss >= losses.size() || index >= losses[loss].candidates.size()) return UNBAKE_OUT_OF_RANGE;
  const unbake::LossCandidate& found = losses[loss].candidates[index];
  const unbake_candidate out = {sizeof out, losses[loss].offset, losses[loss].length,
                                unbake::c_api::to_view(found.text), found.probability};
  return unbake::c_api::write_struct(out, candidate);
}
