#include "cli/explain.hpp"

#include <string>
#include <utility>
#include <vector>

#include "cli/finding_report.hpp"
#include "cli/source.hpp"

namespace unbake::cli {

ExitStatus run_explain(const Settings& settings, Console& console) {
  for (const std::string& path : settings.inputs()) {
    std::size_t found = 0;
    const bool read = look_at(path, settings, console, [&](Document& document) {
      std::vector<std::string> reports;
      for (const Finding& finding : document.explain(settings.options)) {
        reports.push_back(settings.json ? json_report(document, finding)
                                        : full_report(document, finding, console.colored()));
      }
      Examination examination;
      if (reports.empty()) return examination;
      examination.conclude = [&found, &console, reports = std::move(reports)] {
        for (const std::string& report : reports) console.out().write(report);
        found += reports.size();
      };
      return examination;
    });
    if (read && found == 0 && !settings.json) {
      console.out().write(display_name(path) + ": nothing in it looks damaged\n");
    }
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli
