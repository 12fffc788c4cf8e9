#include "cli/write_run.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/file_loop.hpp"
#include "cli/file_selection.hpp"
#include "cli/repair_content.hpp"
#include "cli/run_journal.hpp"
#include "cli/summary.hpp"
#include "files/replacement.hpp"
#include "files/temporary.hpp"
#include "io/input.hpp"
#include "io/interrupt.hpp"

namespace unbake::cli {
namespace {

/// Files that are replaced with one journal entry on disk.
constexpr std::size_t kBatch = 64;
/// Bytes of inverse patches that are held for that.
constexpr std::size_t kBatchBytes = std::size_t{1} << 24;
/// How often a file is looked at that others change at the same time.
constexpr int kAttempts = 3;

/// What looking at one file led to.
struct Repaired {
  Tally tally;
  bool looked = false;                              ///< It was read, and is no business of others.
  bool fatal = false;                               ///< The journal cannot be written: nothing more can be done.
  std::unique_ptr<files::Replacement> replacement;  ///< The new file, if it needs repair.
  std::optional<files::Refusal> refusal;
};

class WriteRun {
 public:
  WriteRun(const Settings& settings, Console& console, std::unique_ptr<files::Journal> journal)
      : settings_(&settings), console_(&console), journal_(settings, std::move(journal)) {}

  ExitStatus run() {
    io::note_signals();
    const auto files = select_files(*settings_, *console_);
    for_each_file<Repaired>(
        files, *settings_, *console_,
        [this](const files::FoundFile& file, const Settings& settings, Console& console, std::uint64_t& bytes) {
          return look(file, settings, console, bytes);
        },
        [this](const files::FoundFile& file, Repaired repaired) {
          ++taken_;
          return take(file, std::move(repaired));
        },
        [this] { return flush(); });
    // A file that somebody was changing may wait again after this.
    while (!fatal_ && !waiting_.empty()) flush();
    // The loop ends early if nobody reads what is reported.
    complete_ = complete_ && taken_ == files.size();
    end();
    return ExitStatus::kDone;
  }

 private:
  struct Waiting {
    files::FoundFile file;
    Repaired repaired;
    int attempt = 1;
    std::size_t number = 0;
    std::string backup;
    bool exchanged = false;
  };

  /// In any thread: what repairs a file, and the new file beside it.
  Repaired look(const files::FoundFile& file, const Settings& settings, Console& console, std::uint64_t& bytes) {
    Repaired repaired;
    if (file.path == kStandardInput) {
      console.error(display_name(file.path), {"cannot be repaired in place", "Leave out --write."});
      return repaired;
    }
    auto content = repair_content(file, settings, console, bytes);
    if (!content) return repaired;
    repaired.looked = true;
    repaired.tally = std::move(content->tally);
    if (content->patch.empty()) return repaired;
    if (content->looks_binary && !settings.binary) {
      repaired.refusal = {
          files::Refusal::Kind::kGate,
          {"is binary: there is a NUL at its beginning", "If it is to be repaired, say --binary=force."}};
      return repaired;
    }
    prepare(file, *content, settings, repaired);
    return repaired;
  }

  void prepare(const files::FoundFile& file, const RepairedContent& content, const Settings& settings,
               Repaired& repaired) {
    const auto path = files::resolved_path(file.path);
    if (const auto* failure = std::get_if<io::Failure>(&path)) {
      repaired.refusal = {files::Refusal::Kind::kFailed, *failure};
      return;
    }
    const auto& resolved = std::get<std::string>(path);
    if (auto failure = journal_.announce(resolved.substr(0, resolved.rfind('/')))) {
      repaired.refusal = {files::Refusal::Kind::kFailed, *failure};
      repaired.fatal = true;
      return;
    }
    const files::NewTime time = {settings.keep_modified ? files::NewTime::Kind::kKept : files::NewTime::Kind::kNow, {}};
    const files::Links links = settings.links_kept ? files::Links::kKept : files::Links::kRefused;
    auto prepared = files::Replacement::prepare(resolved, content.patch, content.hash, time, links, temporaries_);
    if (auto* refusal = std::get_if<files::Refusal>(&prepared)) {
      repaired.refusal = std::move(*refusal);
      return;
    }
    repaired.replacement = std::move(std::get<std::unique_ptr<files::Replacement>>(prepared));
    if (!is_settled(*repaired.replacement, file.path, settings)) {
      repaired.replacement.reset();
      repaired.refusal = {files::Refusal::Kind::kGate,
                          {"would need another repair after this one, which should not be",
                           "It was left alone. Please report it, with the file."}};
    }
  }

  /// Reads the new file again: it has what was to be written, and needs no repair.
  bool is_settled(const files::Replacement& replacement, const std::string& path, const Settings& settings) const {
    Console nobody = console_->collecting();
    std::uint64_t bytes = 0;
    Settings own = settings;
    own.as = &format_of(path, settings);  // its name does not tell
    own.collected = nullptr;
    own.log = nullptr;
    const auto again = repair_content({replacement.temporary_path(), true}, own, nobody, bytes);
    return again && again->patch.empty() && again->hash == replacement.patched().new_hash;
  }

  bool take(const files::FoundFile& file, Repaired repaired, int attempt = 1) {
    end_if_signalled();
    if (repaired.fatal) {
      fail(repaired.refusal->failure);
      return false;
    }
    if (repaired.refusal && repaired.refusal->kind == files::Refusal::Kind::kChanged && attempt < kAttempts) {
      return look_again(file, attempt);
    }
    if (repaired.refusal) {
      refuse(file.path, *repaired.refusal);
      ++summary_.files;
    } else if (!repaired.replacement) {
      if (!repaired.looked) return true;
      summary_.add({});
      if (settings_->verbose) console_->note(display_name(file.path) + ": clean");
    } else {
      held_ += repaired.replacement->patched().inverse.held();
      waiting_.push_back({file, std::move(repaired), attempt, 0, "", false});
      if (waiting_.size() >= kBatch || held_ >= kBatchBytes) return flush();
    }
    return true;
  }

  bool look_again(const files::FoundFile& file, int attempt) {
    std::uint64_t bytes = 0;
    return take(file, look(file, *settings_, *console_, bytes), attempt + 1);
  }

  /// Puts the new files that wait in the place of the old ones. False if the run cannot go on.
  bool flush() {
    end_if_signalled();
    if (waiting_.empty()) return !fatal_;
    std::optional<io::Failure> failed;
    for (Waiting& waiting : waiting_) {
      if (!failed) failed = intend(waiting);
    }
    if (!failed) failed = journal_.get().sync();
    if (failed) {
      // What was not written is not done.
      waiting_.clear();
      held_ = 0;
      fail(*failed);
      return false;
    }
    std::vector<std::pair<files::FoundFile, int>> again;
    for (Waiting& waiting : waiting_) {
      auto refusal = exchange(waiting);
      if (!refusal) continue;
      if (refusal->kind == files::Refusal::Kind::kChanged && waiting.attempt < kAttempts) {
        again.emplace_back(waiting.file, waiting.attempt);
      } else {
        refuse(waiting.file.path, *refusal);
        ++summary_.files;
      }
    }
    sync_folders();
    for (Waiting& waiting : waiting_) finish(waiting);
    waiting_.clear();
    held_ = 0;
    if (const auto failure = journal_.get().sync()) {
      fail(*failure);
      return false;
    }
    for (const auto& [file, attempt] : again) {
      if (!look_again(file, attempt)) return false;
    }
    return true;
  }

  /// The failure, if what undoes the change cannot be read.
  std::optional<io::Failure> intend(Waiting& waiting) {
    const files::Replacement& replacement = *waiting.repaired.replacement;
    waiting.number = journal_.get().next_number();
    waiting.backup = files::backup_name(replacement.folder(), replacement.name(),
                                        settings_->backup.value_or(files::Backup::kNone), settings_->suffix);
    return journal_.get().add(files::FileIntent{.number = waiting.number,
                                                .folder = replacement.folder(),
                                                .name = replacement.name(),
                                                .temporary = replacement.temporary(),
                                                .backup = waiting.backup,
                                                .old_hash = replacement.patched().old_hash,
                                                .new_hash = replacement.patched().new_hash,
                                                .modified = replacement.modified(),
                                                .repairs = waiting.repaired.tally.repairs,
                                                .in_place = replacement.in_place()},
                              replacement.patched().inverse);
  }

  std::optional<files::Refusal> exchange(Waiting& waiting) {
    std::optional<files::Refusal> refusal;
    // On a signal, what was not begun is left; the signal is heard when the batch is finished.
    const bool left = io::noted_signal() != 0;
    if (!left) refusal = waiting.repaired.replacement->exchange(waiting.backup);
    waiting.exchanged = !left && !refusal;
    if (!waiting.exchanged) {
      // What is half written is finished by `resume`, or taken back by `undo`.
      if (!waiting.repaired.replacement->half_done()) {
        journal_.get().add(files::Outcome{files::Outcome::Kind::kLeft, waiting.number, ""});
      }
      waiting.repaired.replacement.reset();
    }
    return refusal;
  }

  void sync_folders() {
    std::set<std::string> synced;
    for (const Waiting& waiting : waiting_) {
      if (!waiting.exchanged || !synced.insert(waiting.repaired.replacement->folder()).second) continue;
      if (const auto failure = waiting.repaired.replacement->sync_folder()) {
        refuse(waiting.file.path, {files::Refusal::Kind::kFailed, *failure});
      }
    }
  }

  void finish(Waiting& waiting) {
    if (!waiting.exchanged) return;
    if (const auto failure = waiting.repaired.replacement->finish(waiting.backup)) {
      // Without its outcome in the journal, `resume` will look after what lies about.
      refuse(waiting.file.path, {files::Refusal::Kind::kFailed, *failure});
    } else {
      journal_.get().add(files::Outcome{files::Outcome::Kind::kDone, waiting.number, ""});
    }
    const Tally& tally = waiting.repaired.tally;
    summary_.add(tally);
    if (settings_->list) {
      console_->out().write(listed_name(waiting.file.path, *settings_));
    } else if (!settings_->quiet) {
      console_->out().write(display_name(waiting.file.path) + ": " + tally.text() + "\n");
    }
  }

  void refuse(const std::string& path, const files::Refusal& refusal) {
    if (refusal.kind != files::Refusal::Kind::kGate) complete_ = false;
    report_refusal(*console_, path, refusal);
  }

  void fail(const io::Failure& failure) {
    fatal_ = true;
    console_->error("", {"nothing more is changed, since " + failure.what, failure.remedy});
  }

  void end() {
    if (!fatal_ && complete_ && !console_->failed() && journal_.begun()) {
      journal_.get().add(files::End{});
      if (const auto failure = journal_.get().sync()) fail(*failure);
    }
    end_if_signalled();
    if (settings_->quiet || settings_->list) return;
    console_->out().write(summary_.text("repaired"));
    if (journal_.begun()) {
      const std::string& name = journal_.get().name();
      if (fatal_ || !complete_ || console_->failed()) console_->out().write("To go on: unbake resume " + name + "\n");
      if (summary_.damaged > 0) console_->out().write("To undo this: unbake undo " + name + "\n");
    }
  }

  void end_if_signalled() {
    const int signal = io::noted_signal();
    if (signal == 0) return;
    temporaries_.remove_all();
    console_->flush();
    std::string advice;
    if (journal_.begun()) {
      const std::string& name = journal_.get().name();
      advice = " To go on: unbake resume " + name + ". To undo what was done: unbake undo " + name;
    }
    console_->note("interrupted. Every file is whole, the old or the new one." + advice);
    io::end_by_signal(signal);
  }

  const Settings* settings_;
  Console* console_;
  RunJournal journal_;
  files::Temporaries temporaries_;
  std::vector<Waiting> waiting_;
  std::size_t held_ = 0;
  Summary summary_;
  std::size_t taken_ = 0;  ///< Files whose turn has come.
  bool complete_ = true;
  bool fatal_ = false;
};

}  // namespace

ExitStatus write_files(const Settings& settings, Console& console, std::unique_ptr<files::Journal> journal) {
  return WriteRun(settings, console, std::move(journal)).run();
}

}  // namespace unbake::cli
