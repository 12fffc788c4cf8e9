// The journal of a run: appended to while files change, read to go on or to go back.
#ifndef UNBAKE_FILES_JOURNAL_HPP_
#define UNBAKE_FILES_JOURNAL_HPP_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "files/descriptor.hpp"
#include "files/journal_record.hpp"
#include "files/long_patch.hpp"
#include "io/failure.hpp"

namespace unbake::files {

/// A change that a run meant to make, and how far it came.
struct Change {
  enum class State : std::uint8_t { kPending, kDone, kLeft, kUndoing, kUndone };
  std::variant<FileIntent, RenameIntent> intent;
  State state = State::kPending;
  std::string undo_temporary;       ///< Of a file that is being undone.
  std::size_t inverse_at = 0;       ///< Where in the journal the patch begins that undoes it: see `read_patch`.
  std::size_t undo_inverse_at = 0;  ///< And that which does it again, of a file that is being undone in place.
};

/// What a journal says. Bytes at its end that are no whole record were being written when the power failed: they are
/// passed over.
struct JournalContent {
  Begin begin;
  std::vector<Folder> folders;
  std::vector<Change> changes;  ///< In the order of their numbers, which count from 1; without their patches.
  bool planned = false;         ///< All renames are in `changes`.
  bool ended = false;
  std::size_t size = 0;  ///< Bytes of whole records.

  [[nodiscard]] std::size_t count(Change::State state) const;
};

/// Reads the journal at `path`; `size` is 0 if it was ended before it began. A journal in which a bad record is
/// followed by a good one is a failure. Memory grows with the number of changes, not with what they changed.
std::variant<JournalContent, io::Failure> read_journal(const std::string& path);

/// Reads the patch of change `number` that begins at the byte `at` of the journal at `path`. What of it is too long to
/// be held is put away in `folder`.
std::variant<LongPatch, io::Failure> read_patch(const std::string& path, std::size_t at, std::size_t number,
                                                const std::string& folder);

/// The writing end. One process at a time has it; any thread may use it. Once something could not be written, nothing
/// more is.
class Journal {
 public:
  /// Begins a journal under a new name in `folder`, which is made if it is missing.
  static std::variant<std::unique_ptr<Journal>, io::Failure> create(const std::string& folder, const Begin& begin);

  /// Goes on with the journal at `path`; `content` is what it says.
  static std::variant<std::unique_ptr<Journal>, io::Failure> reopen(const std::string& path, JournalContent& content);

  /// Adds a record, which is written by the next `sync`.
  void add(const Record& record);
  /// The same of a record, a `FileIntent` or an `Outcome`, that is to have this patch, which may be long. A failure if
  /// the patch cannot be read; then the record is not added.
  std::optional<io::Failure> add(FileIntent intent, const LongPatch& inverse);
  std::optional<io::Failure> add(Outcome outcome, const LongPatch& inverse);

  /// Writes what was added, and waits until it is on disk.
  std::optional<io::Failure> sync();

  /// Says that temporary files may come to lie in `folder`; it is on disk when this returns.
  std::optional<io::Failure> announce(const std::string& folder);

  /// The number of the next intent.
  std::size_t next_number() { return ++numbers_; }

  /// The name of the file, without its ending: the name of the run.
  [[nodiscard]] const std::string& name() const { return name_; }

  /// Where it is.
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  Journal(Descriptor file, std::string path, std::size_t size, std::size_t numbers);
  template <typename Owner>
  std::optional<io::Failure> add_with_patch(Owner owner, const LongPatch& patch);
  std::optional<io::Failure> write_out();

  std::mutex mutex_;
  Descriptor file_;
  std::string path_;
  std::string name_;
  std::size_t size_;  ///< Bytes that are written.
  std::size_t numbers_;
  std::string waiting_;
  std::set<std::string> announced_;
  std::optional<io::Failure> failure_;
};

/// True if a process is writing the journal at `path`.
bool is_running(const std::string& path);

/// What journals end in.
inline constexpr std::string_view kJournalEnding = ".jsonl";

/// The folder of the journals by the environment: unbake/runs in XDG_STATE_HOME, or in .local/state of HOME.
std::variant<std::string, io::Failure> journal_folder();

/// The names of the runs in `folder`, oldest first.
std::vector<std::string> run_names(const std::string& folder);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_JOURNAL_HPP_
