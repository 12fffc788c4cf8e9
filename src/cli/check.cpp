#include "cli/check.hpp"

#include <string>
#include <vector>

#include "cli/display.hpp"
#include "cli/finding_report.hpp"
#include "cli/source.hpp"

namespace unbake::cli {
namespace {

/// Reports what is wrong with a document; returns the number of repairs that it needs.
std::size_t check_document(const Document& document, const Settings& settings, Console& console) {
  // Most text is clean, and a plan says so faster than findings do.
  const Plan made = plan(document.text, settings.options);
  const bool reporting = !settings.quiet && !settings.list;
  if (!reporting || (made.empty() && !settings.verbose)) return made.edits.size();
  PositionFinder positions(document.text);
  for (const Finding& finding : explain(document.text, settings.options)) {
    const Position position = positions.find(finding.edit.offset);
    if (finding.verdict == Verdict::kRepaired) {
      console.out().write(settings.json ? json_report(document, finding, position)
                                        : brief_report(document, finding, position, console.colored()));
    } else if (settings.verbose) {
      console.note(place(document, position) + ": " + verdict_name(finding.verdict) + ": " + finding.reason);
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
        [&](const Document& document) {
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
