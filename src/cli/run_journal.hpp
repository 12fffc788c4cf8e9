// The journal of the run in hand, which begins when there is something to note.
#ifndef UNBAKE_CLI_RUN_JOURNAL_HPP_
#define UNBAKE_CLI_RUN_JOURNAL_HPP_

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "files/journal.hpp"
#include "files/replacement.hpp"

namespace unbake::cli {

class RunJournal {
 public:
  /// Goes on with `journal` if it is not null.
  RunJournal(const Settings& settings, std::unique_ptr<files::Journal> journal)
      : settings_(&settings), journal_(std::move(journal)) {}

  /// Begins the journal, if that is not done yet, and says there that temporary files may come to lie in `folder`. From
  /// any thread.
  std::optional<io::Failure> announce(const std::string& folder);

  /// Begins the journal, if that is not done yet. From any thread.
  std::optional<io::Failure> begin();

  [[nodiscard]] bool begun() const {
    const std::lock_guard guard(mutex_);
    return journal_ != nullptr;
  }
  /// Only once begun.
  files::Journal& get() { return *journal_; }

 private:
  const Settings* settings_;
  mutable std::mutex mutex_;
  std::unique_ptr<files::Journal> journal_;
  std::optional<io::Failure> failure_;
};

/// Tells the console why a file was left as it is.
void report_refusal(Console& console, const std::string& path, const files::Refusal& refusal);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_RUN_JOURNAL_HPP_
