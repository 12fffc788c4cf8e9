// The public promises of repair, on any bytes. The last byte chooses: its distance from a line feed, so that seeds are
// plain text files, holds the options and whether the text is first damaged by some reader.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bake/proof.hpp"
#include "base/utf8.hpp"
#include "encoding/reader_index.hpp"
#include "repair_cases/spelled_span.hpp"
#include "unbake/unbake.hpp"

namespace {

using namespace unbake;

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

// The edit with the likeliest characters where it has marks: so it is proven.
std::string likeliest(const Edit& edit) {
  std::string after = edit.after;
  for (std::size_t i = edit.losses.size(); i-- > 0;) {
    const Loss& loss = edit.losses[i];
    if (!loss.candidates.empty()) after.replace(loss.offset, loss.length, loss.candidates.front().text);
  }
  return after;
}

bool proves(const Edit& edit, std::string_view text) {
  const auto path = baking::parse_path(edit.path);
  const auto profile = baking::parse_profile(edit.profile);
  if (!edit.notation.empty()) {
    const tests::SpelledSpan span = tests::read_spelled_span(text, edit);
    return path && profile && baking::proves(span.repaired, span.following, *path, *profile, span.damaged);
  }
  return path && profile &&
         baking::proves(likeliest(edit), text.substr(edit.offset + edit.length, baking::kContextLength), *path,
                        *profile, text.substr(edit.offset, edit.length));
}

void check_edit(const Edit& edit, std::size_t done, std::string_view text, const Options& options) {
  require(edit.offset >= done, "edits are sorted and disjoint");
  require(edit.length > 0 && edit.offset + edit.length <= text.size(), "edits lie in the text");
  require(edit.after != text.substr(edit.offset, edit.length), "edits change something");
  require(edit.confidence >= options.min_confidence && edit.confidence <= 1, "edits are confident");
  require(base::find_invalid_utf8(edit.after) == edit.after.size(), "edits are UTF-8");
  require(options.lossy != Lossy::kLeave || edit.losses.empty(), "kLeave leaves losses");
  for (const Loss& loss : edit.losses) {
    require(loss.length > 0 && loss.offset + loss.length <= edit.after.size(), "losses lie in the edit");
    require(options.lossy == Lossy::kMark || loss.candidates.empty() ||
                loss.candidates.front().text == edit.after.substr(loss.offset, loss.length),
            "the first candidate is the one chosen");
  }
  require(proves(edit, text), "edits are proven");
}

Plan checked_plan(std::string_view text, const Options& options) {
  Plan plan = unbake::plan(text, options);
  std::size_t done = 0;
  for (const Edit& edit : plan.edits) {
    check_edit(edit, done, text, options);
    done = edit.offset + edit.length;
  }
  return plan;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string text(reinterpret_cast<const char*>(data), size - 1);
  const auto choice = static_cast<std::uint8_t>(data[size - 1] - '\n');
  Options options;
  options.lossy = static_cast<Lossy>((choice & 3) % 3);
  options.max_layers = 3 - (choice >> 2 & 1);
  if ((choice & 8) != 0) options.min_confidence = 0.5;
  if ((choice >> 4) != 0) {
    const int bit = (choice >> 4) * 4 % encoding::reader_count();
    const auto baked = bake(text, "utf-8>" + std::string(encoding::get(encoding::reader(bit)).name));
    if (baked) text = *baked;
  }

  const Plan plan = checked_plan(text, options);
  const Fixed fixed = fix(text, options);
  require(fixed.changed() == !plan.empty(), "fix makes the plan");
  require(fixed.text() == apply(text, plan).value(), "fix is apply of plan");
  if (!fixed.changed()) require(fixed.text().data() == text.data(), "unchanged text is not copied");

  const Fixed again = fix(fixed.text(), options);
  require(!again.changed(), "fix(fix(x)) == fix(x)");

  std::size_t repaired = 0;
  std::size_t offset = 0;
  for (const Finding& finding : explain(text, options)) {
    require(finding.edit.offset >= offset, "findings are in order");
    offset = finding.edit.offset;
    if (finding.verdict != Verdict::kRepaired) continue;
    require(repaired < plan.edits.size() && plan.edits[repaired].offset == offset, "repaired findings are the plan");
    ++repaired;
  }
  require(repaired == plan.edits.size(), "the plan is the repaired findings");
  return 0;
}
