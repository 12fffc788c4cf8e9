// The C interface says what the C++ interface says, on any bytes: repair, report, and the text in pieces.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "unbake/unbake.h"
#include "unbake/unbake.hpp"

namespace {

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

std::string_view text_of(unbake_view view) { return {view.data, view.size}; }

void check_report(unbake_view text, bool changed) {
  unbake_report* report = nullptr;
  require(unbake_explain(nullptr, text, &report) == (changed ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED), "reports tell");
  for (std::size_t i = 0; i < unbake_report_size(report); ++i) {
    unbake_finding finding;
    finding.struct_size = sizeof finding;
    require(unbake_report_finding(report, i, &finding) == UNBAKE_UNCHANGED, "findings are there");
    require(finding.offset <= text.size && finding.length <= text.size - finding.offset, "findings lie in the text");
    unbake_candidate candidate;
    candidate.struct_size = sizeof candidate;
    const unbake_status status = unbake_report_candidate(report, i, 0, 0, &candidate);
    require(status == UNBAKE_UNCHANGED || finding.is_lossy == 0, "losses have candidates");
  }
  unbake_report_free(report);
}

std::string in_pieces(std::string_view text, std::size_t size) {
  unbake_stream* stream = nullptr;
  require(unbake_stream_new(nullptr, &stream) == UNBAKE_UNCHANGED, "streams are made");
  std::string out;
  unbake_view ready;
  for (std::size_t i = 0; i < text.size(); i += size) {
    const std::string_view piece = text.substr(i, size);
    require(unbake_stream_push(stream, unbake_view_of(piece.data(), piece.size()), &ready) >= 0, "pieces are taken");
    out += text_of(ready);
  }
  require(unbake_stream_finish(stream, &ready) >= 0, "texts end");
  out += text_of(ready);
  unbake_stream_free(stream);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size - 1);
  const unbake_view view = unbake_view_of(text.data(), text.size());
  const unbake::Fixed fixed = unbake::fix(text);

  unbake_string repaired = UNBAKE_NO_STRING;
  const unbake_status status = unbake_fix(nullptr, view, &repaired);
  require(status == (fixed.changed() ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED), "the status tells");
  if (status == UNBAKE_REPAIRED) require(std::string_view(repaired.data, repaired.size) == fixed.text(), "same repair");
  unbake_string_clear(&repaired);

  check_report(view, fixed.changed());
  require(in_pieces(text, data[size - 1] + std::size_t{1}) == fixed.text(), "pieces make no difference");

  // The text as the other kinds of input: nothing but a status comes of it.
  unbake_evidence* evidence = nullptr;
  require(unbake_evidence_new(&evidence) == UNBAKE_UNCHANGED, "evidence is made");
  (void)unbake_evidence_merge(evidence, view, nullptr);
  unbake_evidence_free(evidence);
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  options.evidence = view;
  options.allow = &view;
  options.allow_count = 1;
  unbake_fixer* fixer = nullptr;
  if (unbake_fixer_new(&options, &fixer, nullptr) < 0) require(fixer == nullptr, "what fails sets nothing");
  unbake_fixer_free(fixer);
  return 0;
}
