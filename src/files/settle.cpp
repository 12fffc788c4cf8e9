#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <set>
#include <utility>

#include "files/content_hash.hpp"
#include "files/folder_stream.hpp"
#include "files/overwrite.hpp"
#include "files/recovery.hpp"
#include "files/renaming.hpp"
#include "files/temporary_name.hpp"

namespace unbake::files {
namespace {

Refusal failed(const char* doing) { return {Refusal::Kind::kFailed, io::system_failure(doing, errno)}; }

/// A replacement that may have been interrupted anywhere between its intent and its outcome.
struct Interrupted {
  const std::string& folder;
  const std::string& name;
  const std::string& temporary;
  const std::string& before_hash;
  const std::string& after_hash;
  const std::string& backup;
  bool in_place;
  const std::string& journal;           ///< In place: the path of the journal, which from
  std::size_t inverse_at;               ///< here on has what makes what was before of what comes after, for
  std::size_t number;                   ///< this change.
  std::optional<Time> before_modified;  ///< In place: the time of change of what was before, if it is known.
};

class Settling {
 public:
  explicit Settling(const Interrupted& what) : what_(&what) {}

  /// Ends it. `after` becomes true if the name stands for the new file.
  std::optional<Refusal> run(bool& after) {
    after = false;
    folder_.reset(
        uninterrupted([&] { return ::open((what_->folder + "/").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (!folder_.open())
      return errno == ENOENT || errno == ENOTDIR ? std::nullopt : refusal("its folder cannot be opened");
    if (auto refused = read(what_->name, there_)) return refused;
    if (auto refused = read(what_->temporary, beside_)) return refused;
    after = there_ == what_->after_hash;
    if (what_->in_place) return end_in_place(after);
    if (!beside_) return std::nullopt;
    if (after && *beside_ != what_->before_hash && *beside_ != what_->after_hash) {
      // It was swapped out, and it is not what was read: somebody else's version, which comes back.
      after = false;
      if (exchange() != 0) return refusal("cannot be put back");
    } else if (!after && *beside_ != what_->after_hash && *beside_ != what_->before_hash) {
      return Refusal{Refusal::Kind::kFailed,
                     {"was changed by somebody else, and so was " + what_->temporary + " beside it",
                      "Keep the one that is right, and remove " + what_->temporary}};
    }
    if (after && !what_->backup.empty() && *beside_ == what_->before_hash) {
      return move_to_backup() == 0 ? std::nullopt : refusal("its backup cannot be named");
    }
    return remove() == 0 ? std::nullopt : refusal("the temporary file beside it cannot be removed");
  }

 private:
  /// Of bytes that are written into the file: what was begun is finished.
  std::optional<Refusal> end_in_place(bool& after) const {
    if (!beside_) return std::nullopt;
    if (there_ && *there_ != what_->before_hash && *beside_ == what_->after_hash) {
      const Descriptor file = opened(what_->name, O_RDWR);
      const Descriptor fresh = opened(what_->temporary, O_RDONLY);
      if (!file.open() || !fresh.open()) return refusal("is half written, and cannot be opened");
      bool ours = after;
      std::optional<io::Failure> failure;
      if (!ours) failure = ask_whose(file.get(), fresh.get(), ours);
      if (!failure && !ours) {
        return Refusal{
            Refusal::Kind::kFailed,
            {"was being written into, and somebody else has written into it since",
             "What it should be is in " + what_->temporary + " beside it; keep what is right, and remove that."}};
      }
      // Also of what has all its bytes: its time and permissions came last.
      if (!failure) failure = overwrite(fresh.get(), file.get());
      if (failure) return Refusal{Refusal::Kind::kFailed, *failure};
      after = true;
    } else if (there_ == what_->before_hash && what_->before_modified) {
      // Room was made in it, or nothing but the same bytes were written, which may have changed its time.
      const Descriptor file = opened(what_->name, O_RDONLY);
      const timespec times[] = {{0, UTIME_OMIT},
                                {what_->before_modified->seconds, what_->before_modified->nanoseconds}};
      if (!file.open() || ::futimens(file.get(), times) != 0) return refusal("its time of change cannot be kept");
    }
    return remove() == 0 ? std::nullopt : refusal("the temporary file beside it cannot be removed");
  }
  /// Whether nobody but the program has written into `file`.
  std::optional<io::Failure> ask_whose(int file, int fresh, bool& ours) const {
    const auto inverse = read_patch(what_->journal, what_->inverse_at, what_->number, what_->folder);
    if (const auto* failure = std::get_if<io::Failure>(&inverse)) return *failure;
    return is_mixture(file, fresh, std::get<LongPatch>(inverse), folder_.get(), ours);
  }
  [[nodiscard]] Descriptor opened(const std::string& name, int flags) const {
    return Descriptor(uninterrupted(
        [&] { return ::openat(folder_.get(), name.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); }));
  }

  static std::optional<Refusal> refusal(const char* doing) { return failed(doing); }

  /// The hash of a regular file of the folder; none if there is no such file.
  std::optional<Refusal> read(const std::string& name, std::optional<std::string>& hash) const {
    const Descriptor file = opened(name, O_RDONLY);
    if (!file.open()) return errno == ENOENT || errno == ELOOP ? std::nullopt : refusal("cannot be read");
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return refusal("cannot be read");
    if (!S_ISREG(about.st_mode)) return std::nullopt;
    hash = hash_of(file.get());
    return hash ? std::nullopt : refusal("cannot be read");
  }
  [[nodiscard]] int exchange() const {
    return uninterrupted([&] {
      return ::renameat2(folder_.get(), what_->temporary.c_str(), folder_.get(), what_->name.c_str(), RENAME_EXCHANGE);
    });
  }
  [[nodiscard]] int move_to_backup() const {
    return uninterrupted(
        [&] { return ::renameat(folder_.get(), what_->temporary.c_str(), folder_.get(), what_->backup.c_str()); });
  }
  [[nodiscard]] int remove() const {
    return uninterrupted([&] { return ::unlinkat(folder_.get(), what_->temporary.c_str(), 0); });
  }

  const Interrupted* what_;
  Descriptor folder_;
  std::optional<std::string> there_;
  std::optional<std::string> beside_;
};

/// Removes the temporary files of `process` in `folder`, but for those that are `kept`.
std::optional<Refusal> sweep(const Folder& folder, const std::set<std::string>& kept) {
  const FolderStream entries = open_folder(folder.folder);
  if (!entries) return errno == ENOENT || errno == ENOTDIR ? std::nullopt : std::optional(failed("cannot be entered"));
  const std::string mine = ".unbake-" + std::to_string(folder.process) + "-";
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string name = entry->d_name;
    const std::string path = folder.folder + "/" + name;
    if (!name.starts_with(mine) || !is_temporary_name(name) || kept.contains(path)) continue;
    if (uninterrupted([&] { return ::unlink(path.c_str()); }) != 0 && errno != ENOENT) {
      return failed("a temporary file in it cannot be removed");
    }
  }
  return std::nullopt;
}

void conclude(Change& change, std::size_t number, Outcome::Kind kind, Journal& journal) {
  constexpr Change::State kStates[] = {Change::State::kDone, Change::State::kLeft, Change::State::kUndoing,
                                       Change::State::kUndone};
  change.state = kStates[static_cast<std::size_t>(kind)];
  journal.add(Outcome{kind, number, ""});
}

std::optional<Refusal> settle_file(Change& change, const FileIntent& intent, Journal& journal) {
  const bool undoing = change.state == Change::State::kUndoing;
  const std::string none;
  const Interrupted what = {intent.folder,
                            intent.name,
                            undoing ? change.undo_temporary : intent.temporary,
                            undoing ? intent.new_hash : intent.old_hash,
                            undoing ? intent.old_hash : intent.new_hash,
                            undoing ? none : intent.backup,
                            intent.in_place,
                            journal.path(),
                            undoing ? change.undo_inverse_at : change.inverse_at,
                            intent.number,
                            undoing ? std::nullopt : std::optional(intent.modified)};
  bool after = false;
  if (auto refused = Settling(what).run(after)) return refused;
  const Outcome::Kind forth = after ? Outcome::Kind::kDone : Outcome::Kind::kLeft;
  const Outcome::Kind back = after ? Outcome::Kind::kUndone : Outcome::Kind::kDone;
  conclude(change, intent.number, undoing ? back : forth, journal);
  return std::nullopt;
}

void settle_rename(Change& change, const RenameIntent& intent, Journal& journal) {
  const bool renamed = is_inode(intent.folder + "/" + intent.to, intent.device, intent.inode);
  if (change.state == Change::State::kPending && renamed) {
    conclude(change, intent.number, Outcome::Kind::kDone, journal);
  } else if (change.state == Change::State::kUndoing) {
    conclude(change, intent.number, renamed ? Outcome::Kind::kDone : Outcome::Kind::kUndone, journal);
  }
}

}  // namespace

bool settle(Journal& journal, JournalContent& content, const OnRefusal& refused) {
  bool good = true;
  std::set<std::string> kept;
  const auto tell = [&](const std::string& path, const Refusal& refusal) {
    good = false;
    refused(path, refusal);
  };
  for (Change& change : content.changes) {
    if (auto* rename = std::get_if<RenameIntent>(&change.intent)) {
      settle_rename(change, *rename, journal);
      continue;
    }
    if (change.state != Change::State::kPending && change.state != Change::State::kUndoing) continue;
    const auto& intent = std::get<FileIntent>(change.intent);
    const std::string temporary = change.state == Change::State::kUndoing ? change.undo_temporary : intent.temporary;
    if (auto refusal = settle_file(change, intent, journal)) {
      tell(intent.folder + "/" + intent.name, *refusal);
      kept.insert(intent.folder + "/" + temporary);
    }
  }
  for (const Folder& folder : content.folders) {
    if (auto refusal = sweep(folder, kept)) tell(folder.folder, *refusal);
  }
  if (auto failure = journal.sync()) tell(journal.name(), {Refusal::Kind::kFailed, *failure});
  return good;
}

}  // namespace unbake::files
