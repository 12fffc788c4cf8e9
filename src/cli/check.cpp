#include "cli/check.hpp"

#include <string>
#include <vector>

#include "cli/display.hpp"
#include "cli/finding_report.hpp"
#include "cli/source.hpp"

namespace unbake::cli {
namespace {

/// Reports what is wrong with a document; returns the number of repairs that it needs.
std::size_t check_document(Document& document, const Settings& settings, Console& console) {
  // Most text is clean, and a plan says so faster than findings do.
  const Plan made = document.plan(settings.options);
  const bool reporting = !settings.quiet && !settings.list;
  if (!reporting || (made.empty() && !settings.verbose)) return made.edits.size();
  for (const Finding& finding : document.explain(settings.options)) {
    if (finding.verdict == Verdict::kRepaired) {
      console.out().write(settings.json ? json_report(document, finding)
                                        : brief_report(document, finding, console.colored()));
    } else if (settings.verbose) {
      console.note(place_text(document, finding) + ": " + verdict_name(finding.verdict) + ": " + finding.reason);
    }
  }
  return made.edits.size();
}

}  // namespace

ExitStatus run_check(const Settings& settings, Console& console) {
  std::size_t total = 0;
  for (const std::string& path : settings.inputs()) {
    std::size_t found = 0;
    NoSink nowhere;
    const bool read = process(
        path, settings, console,
        [&](Document& document) {
          found += check_document(document, settings, console);
          return std::vector<io::Replacement>();
        },
        nowhere);
    if (!read) continue;
    if (settings.list && found > 0) console.out().write(display_name(path) + "\n");
    if (settings.verbose) {
      console.note(display_name(path) + ": " + (found == 0 ? "clean" : counted(found, "damaged place")));
    }
    total += found;
  }
  return total > 0 ? ExitStatus::kFound : ExitStatus::kDone;
}

}  // namespace unbake::cli
