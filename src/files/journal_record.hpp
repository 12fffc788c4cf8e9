// What a journal says: one line of JSON for each record, guarded by a checksum.
#ifndef UNBAKE_FILES_JOURNAL_RECORD_HPP_
#define UNBAKE_FILES_JOURNAL_RECORD_HPP_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "files/patch.hpp"

namespace unbake::files {

/// A point of time on the clock of the system.
struct Time {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
};

/// The first record: what the run was told to do.
struct Begin {
  std::size_t schema_version = 1;
  std::string version;             ///< Of the program.
  std::string folder;              ///< The working folder.
  std::vector<std::string> words;  ///< The command line, without the program.
  std::vector<std::string> names;  ///< The paths to look at, if they are not in `words`.
  std::string evidence;            ///< What the run knew of other documents; empty if nothing.
};

/// Temporary files of `process` may lie in `folder`.
struct Folder {
  std::string folder;
  std::size_t process = 0;
};

/// A file is about to be replaced. The new one lies beside it, whole, as `temporary`.
struct FileIntent {
  std::size_t number = 0;  ///< Of this and of the renames, from 1.
  std::string folder;      ///< Absolute.
  std::string name;
  std::string temporary;
  std::string backup;  ///< The name that the old file is to have; empty if it goes.
  std::string old_hash;
  std::string new_hash;
  Time modified;  ///< The old file, that is.
  std::size_t repairs = 0;
  std::size_t parts = 0;  ///< Records before this one that have the beginning of `inverse`.
  Patch inverse = {};     ///< Makes the old bytes of the new ones.
  bool in_place = false;  ///< The new bytes are written into the old file, which keeps its names.
};

/// A part of a patch that is too long for one record. The record that it belongs to will follow.
struct PatchPart {
  std::size_t number = 0;  ///< Of the intent.
  Patch inverse;
};

/// Something is about to be renamed within its folder.
struct RenameIntent {
  std::size_t number = 0;
  std::string folder;  ///< Absolute, by the names at that time.
  std::string from;
  std::string to;
  std::size_t device = 0;
  std::size_t inode = 0;
};

/// What became of an intent.
struct Outcome {
  enum class Kind : std::uint8_t {
    kDone,
    kLeft,     ///< It was given up; all is as before.
    kUndoing,  ///< It was done, and is about to be undone.
    kUndone,
  };
  Kind kind = Kind::kDone;
  std::size_t number = 0;
  std::string temporary;  ///< Of `kUndoing` a file.
  std::size_t parts = 0;  ///< As of `FileIntent`.
  Patch inverse = {};     ///< Of `kUndoing` in place: makes the new bytes of the old ones.
};

/// All renames are planned: from here on they are made.
struct Planned {};

/// The command came to its end: nothing is left for `resume`.
struct End {};

using Record = std::variant<Begin, Folder, PatchPart, FileIntent, RenameIntent, Outcome, Planned, End>;

/// The record as a line with its line feed.
std::string journal_line(const Record& record);

/// Reads a line, without its line feed. Nothing if it is no whole record.
std::optional<Record> parse_journal_line(std::string_view line);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_JOURNAL_RECORD_HPP_
