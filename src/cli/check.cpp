#include "cli/check.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/baseline_file.hpp"
#include "cli/display.hpp"
#include "cli/finding_report.hpp"
#include "cli/found.hpp"
#include "cli/source.hpp"
#include "report/github.hpp"
#include "report/sarif.hpp"

namespace unbake::cli {
namespace {

/// One run of the verb.
class Check {
 public:
  Check(const Settings& settings, Console& console, report::Baseline known)
      : settings_(settings), console_(console), known_(std::move(known)) {}

  ExitStatus run() {
    for (const std::string& path : settings_.inputs()) file(path);
    if (settings_.report_format == ReportFormat::kSarif && reporting()) {
      console_.out().write(report::sarif_log(all_, version()));
    }
    if (settings_.write_baseline) {
      write_baseline(*settings_.write_baseline, all_, console_);
      console_.note(*settings_.write_baseline + ": notes " + counted(all_.size(), "finding"));
      return ExitStatus::kDone;
    }
    if (settings_.verbose && known_.left() > 0) {
      console_.note(counted(known_.left(), "finding") + " of the baseline did not occur; write it again");
    }
    return total_ > 0 ? ExitStatus::kFound : ExitStatus::kDone;
  }

 private:
  [[nodiscard]] bool reporting() const { return !settings_.quiet && !settings_.list && !settings_.write_baseline; }

  /// True if repairs are compared, or kept for the end.
  [[nodiscard]] bool one_by_one() const {
    return settings_.baseline || settings_.write_baseline || settings_.log != nullptr ||
           settings_.report_format == ReportFormat::kSarif || settings_.report_format == ReportFormat::kGithub;
  }

  void file(const std::string& path) {
    std::size_t found = 0;
    const bool read = look_at(path, settings_, console_, [&](Document& document) {
      found += check(document);
      return std::vector<io::Replacement>();
    });
    if (!read) return;
    if (settings_.list && found > 0) console_.out().write(display_name(path) + "\n");
    if (settings_.verbose) {
      console_.note(display_name(path) + ": " + (found == 0 ? "clean" : counted(found, "damaged place")));
    }
    total_ += found;
  }

  /// Reports what is wrong with a document; returns the number of repairs that it needs.
  std::size_t check(Document& document) {
    // Most text is clean, and a plan says so faster than findings do.
    const Plan made = document.plan(settings_.options);
    if (!one_by_one()) {
      if (reporting() && (!made.empty() || settings_.verbose)) describe(document, {});
      return made.edits.size();
    }
    std::vector<bool> is_known(made.edits.size(), false);
    std::size_t count = 0;
    std::vector<report::Found> found = found_in(document, made);
    for (std::size_t i = 0; i < found.size(); ++i) {
      is_known[i] = known_.take(found[i]);
      if (is_known[i]) continue;
      ++count;
      if (settings_.report_format == ReportFormat::kGithub && reporting()) {
        console_.out().write(report::github_command(found[i]));
      }
      if (settings_.log != nullptr) settings_.log->all.push_back(found[i]);
      if (settings_.write_baseline || settings_.report_format == ReportFormat::kSarif) {
        all_.push_back(std::move(found[i]));
      }
    }
    if (reporting() && (count > 0 || settings_.verbose)) describe(document, is_known);
    return count;
  }

  /// Findings in the formats that tell of each alone what is known of it, and in notes.
  void describe(Document& document, const std::vector<bool>& is_known) {
    const bool text = settings_.report_format == ReportFormat::kText;
    const bool json = settings_.report_format == ReportFormat::kJson;
    if (!text && !json && !settings_.verbose) return;
    std::size_t repaired = 0;
    for (const Finding& finding : document.explain(settings_.options)) {
      if (finding.verdict == Verdict::kRepaired) {
        const std::size_t number = repaired++;
        if (number < is_known.size() && is_known[number]) continue;
        if (json) console_.out().write(json_report(document, finding));
        if (text) console_.out().write(brief_report(document, finding, console_.colored()));
      } else if (settings_.verbose) {
        console_.note(place_text(document, finding) + ": " + verdict_name(finding.verdict) + ": " + finding.reason);
      }
    }
  }

  const Settings& settings_;
  Console& console_;
  report::Baseline known_;
  std::vector<report::Found> all_;  ///< If they are needed in the end.
  std::size_t total_ = 0;
};

}  // namespace

ExitStatus run_check(const Settings& settings, Console& console) {
  report::Baseline known;
  if (settings.baseline) {
    auto read = read_baseline(*settings.baseline, console);
    if (!read) return ExitStatus::kError;
    known = std::move(*read);
  }
  return Check(settings, console, std::move(known)).run();
}

}  // namespace unbake::cli
