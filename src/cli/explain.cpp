#include "cli/explain.hpp"

#include <string>
#include <vector>

#include "cli/finding_report.hpp"
#include "cli/source.hpp"

namespace unbake::cli {

ExitStatus run_explain(const Settings& settings, Console& console) {
  for (const std::string& path : settings.inputs()) {
    std::size_t found = 0;
    const bool read = look_at(path, settings, console, [&](Document& document) {
      for (const Finding& finding : document.explain(settings.options)) {
        console.out().write(settings.json ? json_report(document, finding)
                                          : full_report(document, finding, console.colored()));
        ++found;
      }
      return std::vector<io::Replacement>();
    });
    if (read && found == 0 && !settings.json) {
      console.out().write(display_name(path) + ": nothing in it looks damaged\n");
    }
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli
