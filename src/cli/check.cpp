#include "cli/check.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/baseline_file.hpp"
#include "cli/display.hpp"
#include "cli/file_loop.hpp"
#include "cli/file_selection.hpp"
#include "cli/finding_report.hpp"
#include "cli/found.hpp"
#include "report/github.hpp"
#include "report/sarif.hpp"

namespace unbake::cli {
namespace {

/// One finding, as it is reported unless the baseline has it.
struct Item {
  bool counts;                         ///< If not, it is worth a note.
  std::optional<report::Found> found;  ///< Of what counts, if it is compared or kept for the end.
  std::string text;                    ///< For standard output; or the note.
};

using TakeItem = std::function<void(Item)>;

/// Looks for findings, in any thread.
class Finder {
 public:
  Finder(const Settings& settings, bool colored) : settings_(settings), colored_(colored) {}

  [[nodiscard]] bool reporting() const { return !settings_.quiet && !settings_.list && !settings_.write_baseline; }

  /// Gives every finding of a document to `take`.
  void find(Document& document, const TakeItem& take) const {
    // Most text is clean, and a plan says so faster than findings do.
    const Plan made = document.plan(settings_.options);
    if (settings_.verbose && !document.encoding().empty()) {
      take({false, std::nullopt, display_name(document.file()) + ": was read as " + document.encoding()});
    }
    std::vector<std::optional<report::Found>> found(made.edits.size());
    if (one_by_one()) {
      std::vector<report::Found> all = found_in(document, made);
      std::move(all.begin(), all.end(), found.begin());
    }
    if (!settings_.lost && (!describing() || (found.empty() && !settings_.verbose))) {
      for (auto& one : found) take(item_of(std::move(one), {}));
      return;
    }
    std::size_t repaired = 0;
    for (const Finding& finding : document.explain(settings_.options)) {
      if (finding.verdict == Verdict::kRepaired) {
        if (repaired < found.size()) take(item_of(std::move(found[repaired]), described(document, finding)));
        ++repaired;
      } else if (settings_.lost && !finding.kind.empty()) {
        std::optional<report::Found> lost;
        if (one_by_one()) lost = lost_in(document, finding);
        take(item_of(std::move(lost), described(document, finding)));
      } else if (settings_.verbose) {
        take({false, std::nullopt,
              place_text(document, finding) + ": " + verdict_name(finding.verdict) + ": " + finding.reason});
      }
    }
  }

 private:
  /// True if repairs are compared, or kept for the end.
  [[nodiscard]] bool one_by_one() const {
    return settings_.baseline || settings_.write_baseline || settings_.log != nullptr ||
           settings_.report_format == ReportFormat::kSarif || settings_.report_format == ReportFormat::kGithub;
  }

  [[nodiscard]] bool is_text() const { return settings_.report_format == ReportFormat::kText; }
  [[nodiscard]] bool is_json() const { return settings_.report_format == ReportFormat::kJson; }
  /// Whether more is wanted than what the plan says.
  [[nodiscard]] bool describing() const { return reporting() && (is_text() || is_json() || settings_.verbose); }

  [[nodiscard]] std::string described(Document& document, const Finding& finding) const {
    if (!reporting()) return {};
    if (is_json()) return json_report(document, finding);
    return is_text() ? brief_report(document, finding, colored_) : std::string();
  }

  [[nodiscard]] Item item_of(std::optional<report::Found> found, std::string text) const {
    if (settings_.report_format == ReportFormat::kGithub && reporting()) text = report::github_command(*found);
    return {true, std::move(found), std::move(text)};
  }

  const Settings& settings_;
  bool colored_;
};

/// One run of the verb.
class Check {
 public:
  Check(const Settings& settings, Console& console, report::Baseline known)
      : settings_(settings), console_(console), known_(std::move(known)), finder_(settings, console.colored()) {}

  ExitStatus run() {
    if (is_single_file(settings_)) {
      single_file({named_paths(settings_).front(), true});
    } else {
      files();
    }
    if (settings_.report_format == ReportFormat::kSarif && finder_.reporting()) {
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
  /// What one file has; nothing if it was not looked at.
  using Items = std::optional<std::vector<Item>>;

  Looked look(const files::FoundFile& file, Console& console, const Settings& settings, const TakeItem& take,
              std::uint64_t& bytes) const {
    const Examine examine = [&](Document& document) {
      std::vector<Item> items;
      finder_.find(document, [&items](Item item) { items.push_back(std::move(item)); });
      Examination examination;
      if (items.empty()) return examination;
      // Called once, so that what is found need not be copied; a function must be fit to be.
      examination.conclude = [&take, items = std::make_shared<std::vector<Item>>(std::move(items))] {
        for (Item& item : *items) take(std::move(item));
      };
      return examination;
    };
    return look_into(file, settings, console, examine, nullptr, bytes);
  }

  /// What is found in a stream is reported as it comes.
  void single_file(const files::FoundFile& file) {
    std::uint64_t bytes = 0;
    std::size_t count = 0;
    const auto take = [&](Item item) { count += report(std::move(item)); };
    if (look(file, console_, settings_, take, bytes) == Looked::kYes) conclude(file, count);
  }

  void files() {
    for_each_file<Items>(
        select_files(settings_, console_), settings_, console_,
        [this](const files::FoundFile& file, const Settings& settings, Console& console, std::uint64_t& bytes) {
          Items items(std::in_place);
          const auto take = [&](Item item) { items->push_back(std::move(item)); };
          if (look(file, console, settings, take, bytes) != Looked::kYes) items.reset();
          return items;
        },
        [this](const files::FoundFile& file, Items items) {
          if (!items) return true;
          std::size_t count = 0;
          for (Item& item : *items) count += report(std::move(item));
          conclude(file, count);
          return true;
        },
        [] { return true; });
  }

  /// Reports a finding; 1 if it counts.
  std::size_t report(Item item) {
    if (!item.counts) {
      console_.note(item.text);
      return 0;
    }
    if (item.found && known_.take(*item.found)) return 0;
    console_.out().write(item.text);
    if (settings_.log != nullptr && item.found->kind.empty()) settings_.log->all.push_back(*item.found);
    if (settings_.write_baseline || settings_.report_format == ReportFormat::kSarif) {
      all_.push_back(std::move(*item.found));
    }
    return 1;
  }

  void conclude(const files::FoundFile& file, std::size_t count) {
    total_ += count;
    if (settings_.list && count > 0) console_.out().write(listed_name(file.path, settings_));
    if (settings_.verbose) {
      console_.note(display_name(file.path) + ": " + (count == 0 ? "clean" : counted(count, "damaged place")));
    }
  }

  const Settings& settings_;
  Console& console_;
  report::Baseline known_;
  Finder finder_;
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
