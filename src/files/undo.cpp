#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "files/content_hash.hpp"
#include "files/recovery.hpp"
#include "files/renaming.hpp"

namespace unbake::files {
namespace {

/// Undoes one change at a time.
class Undoing {
 public:
  Undoing(Journal& journal, Temporaries& temporaries) : journal_(&journal), temporaries_(&temporaries) {}

  std::optional<Refusal> run(Change& change) {
    return std::visit([&](const auto& intent) { return undo(change, intent); }, change.intent);
  }

 private:
  static Refusal failed(io::Failure failure) { return {Refusal::Kind::kFailed, std::move(failure)}; }

  std::optional<Refusal> mark(Change& change, const Outcome& outcome, Change::State state) {
    change.state = state;
    change.undo_temporary = outcome.temporary;
    journal_->add(outcome);
    if (auto failure = journal_->sync()) return failed(*failure);
    return std::nullopt;
  }

  std::optional<Refusal> undo(Change& change, const FileIntent& intent) {
    const std::string path = intent.folder + "/" + intent.name;
    Descriptor file(
        uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC); }));
    if (!file.open()) return failed(io::system_failure("cannot be read", errno));
    const auto hash = hash_of(file.get());
    if (!hash) return failed(io::system_failure("cannot be read", errno));
    file.reset();
    if (*hash == intent.old_hash)
      return mark(change, {Outcome::Kind::kUndone, intent.number, ""}, Change::State::kUndone);
    if (*hash != intent.new_hash) {
      return Refusal{Refusal::Kind::kChanged,
                     {"was changed since, and is left as it is", "`unbake runs -v` says what was repaired in it."}};
    }
    if (auto failure = journal_->announce(intent.folder)) return failed(*failure);
    const NewTime time = {NewTime::Kind::kGiven, intent.modified};
    const Links links = intent.in_place ? Links::kKept : Links::kRefused;
    const auto inverse = read_patch(journal_->path(), change.inverse_at, intent.number, intent.folder);
    if (const auto* failure = std::get_if<io::Failure>(&inverse)) return failed(*failure);
    auto prepared =
        Replacement::prepare(path, std::get<LongPatch>(inverse), intent.new_hash, time, links, *temporaries_);
    if (auto* refusal = std::get_if<Refusal>(&prepared)) return *refusal;
    auto& replacement = *std::get<std::unique_ptr<Replacement>>(prepared);
    if (replacement.patched().new_hash != intent.old_hash) {
      return failed({"what the journal says of it does not give its old text", "It was left alone."});
    }
    return exchange(change, intent, replacement);
  }

  std::optional<Refusal> exchange(Change& change, const FileIntent& intent, Replacement& replacement) {
    const Outcome undoing = {Outcome::Kind::kUndoing, intent.number, replacement.temporary()};
    const LongPatch none;
    const LongPatch& inverse = replacement.in_place() ? replacement.patched().inverse : none;
    if (auto failure = journal_->add(undoing, inverse)) return failed(*failure);
    change.state = Change::State::kUndoing;
    if (auto failure = journal_->sync()) return failed(*failure);
    if (auto refusal = replacement.exchange("")) {
      if (replacement.half_done()) return refusal;
      static_cast<void>(mark(change, {Outcome::Kind::kDone, intent.number, ""}, Change::State::kDone));
      return refusal;
    }
    auto failure = replacement.sync_folder();
    if (auto unfinished = replacement.finish("")) return failed(*unfinished);
    if (failure) return failed(*failure);
    if (auto refusal = mark(change, {Outcome::Kind::kUndone, intent.number, ""}, Change::State::kUndone))
      return refusal;
    return remove_backup(intent);
  }

  /// The backup was not there before the run. What somebody put in its place stays.
  static std::optional<Refusal> remove_backup(const FileIntent& intent) {
    if (intent.backup.empty()) return std::nullopt;
    const std::string path = intent.folder + "/" + intent.backup;
    const Descriptor file(
        uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC); }));
    if (!file.open() || hash_of(file.get()) != intent.old_hash) return std::nullopt;
    if (uninterrupted([&] { return ::unlink(path.c_str()); }) == 0) return std::nullopt;
    return failed(io::system_failure("its backup cannot be removed", errno));
  }

  std::optional<Refusal> undo(Change& change, const RenameIntent& intent) {
    const Outcome undoing = {Outcome::Kind::kUndoing, intent.number, ""};
    if (auto refusal = mark(change, undoing, Change::State::kUndoing)) return refusal;
    if (auto refusal = rename_within(intent.folder, intent.to, intent.from, intent.device, intent.inode)) {
      static_cast<void>(mark(change, {Outcome::Kind::kDone, intent.number, ""}, Change::State::kDone));
      return refusal;
    }
    if (auto failure = sync_folder(intent.folder)) return failed(*failure);
    return mark(change, {Outcome::Kind::kUndone, intent.number, ""}, Change::State::kUndone);
  }

  Journal* journal_;
  Temporaries* temporaries_;
};

std::string path_of(const Change& change) {
  if (const auto* file = std::get_if<FileIntent>(&change.intent)) return file->folder + "/" + file->name;
  const auto& rename = std::get<RenameIntent>(change.intent);
  return rename.folder + "/" + rename.to;
}

}  // namespace

std::size_t undo(Journal& journal, JournalContent& content, Temporaries& temporaries, const OnRefusal& refused,
                 const std::function<bool()>& stopped) {
  std::size_t undone = 0;
  Undoing undoing(journal, temporaries);
  for (auto change = content.changes.rbegin(); change != content.changes.rend() && !stopped(); ++change) {
    if (change->state != Change::State::kDone) continue;
    const auto refusal = undoing.run(*change);
    if (refusal) refused(path_of(*change), *refusal);
    if (change->state == Change::State::kUndone) ++undone;
  }
  return undone;
}

}  // namespace unbake::files
