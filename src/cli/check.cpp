#include "cli/check.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/display.hpp"
#include "cli/file_loop.hpp"
#include "cli/file_selection.hpp"
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

/// Reports what is wrong with a file; returns the number of repairs that it needs.
std::size_t check_file(const files::FoundFile& file, const Settings& settings, Console& console, std::uint64_t& bytes) {
  std::size_t found = 0;
  NoSink nowhere;
  const Examine examine = [&](const Document& document) {
    found += check_document(document, settings, console);
    return std::vector<io::Replacement>();
  };
  if (look_into(file, settings, console, examine, nowhere, bytes) != Looked::kYes) return found;
  if (settings.list && found > 0) console.out().write(listed_name(file.path, settings));
  if (settings.verbose) {
    console.note(display_name(file.path) + ": " + (found == 0 ? "clean" : counted(found, "damaged place")));
  }
  return found;
}

}  // namespace

ExitStatus run_check(const Settings& settings, Console& console) {
  std::size_t total = 0;
  if (is_single_file(settings)) {
    // What is found in a stream is reported as it comes.
    std::uint64_t bytes = 0;
    total = check_file({named_paths(settings).front(), true}, settings, console, bytes);
  } else {
    for_each_file<std::size_t>(
        select_files(settings, console), settings, console, &check_file,
        [&](const files::FoundFile&, std::size_t found) {
          total += found;
          return true;
        },
        [] { return true; });
  }
  return total > 0 ? ExitStatus::kFound : ExitStatus::kDone;
}

}  // namespace unbake::cli
