// Replacing a file by a repaired one, so that its name stands for a whole file at every moment, and so that nothing
// that others did to it meanwhile is lost.
#ifndef UNBAKE_FILES_REPLACEMENT_HPP_
#define UNBAKE_FILES_REPLACEMENT_HPP_

#include <sys/stat.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "files/descriptor.hpp"
#include "files/journal_record.hpp"
#include "files/patched_copy.hpp"
#include "files/temporary.hpp"
#include "io/failure.hpp"

namespace unbake::files {

/// Why a file is left as it is.
struct Refusal {
  enum class Kind : std::uint8_t {
    kFailed,   ///< The system refuses.
    kGate,     ///< It could be done, and would not be safe.
    kChanged,  ///< Somebody else changes the file at the same time.
  };
  Kind kind;
  io::Failure failure;
};

/// The absolute path of `path` without symbolic links, so that links stay what they are.
std::variant<std::string, io::Failure> resolved_path(const std::string& path);

/// What is done with a file that has several names.
enum class Links : std::uint8_t {
  kRefused,  ///< It is left alone, since a new file would part them.
  kKept,     ///< The new bytes are written into it.
};

/// Which time of change the new file gets.
struct NewTime {
  enum class Kind : std::uint8_t { kNow, kKept, kGiven };
  Kind kind = Kind::kNow;
  Time given;
};

/// A new file that lies whole beside the old one, on disk. It is removed again unless it takes the place of the old
/// one.
class Replacement {
 public:
  /// Makes the new file of the one at `path` (see `resolved_path`): a copy with `patch` made and with the same owner,
  /// mode and extended attributes. The old file must have the contents with `old_hash`, else it was changed. Neither
  /// `temporaries` nor, as long as it is used, `path` may go before the answer.
  static std::variant<std::unique_ptr<Replacement>, Refusal> prepare(const std::string& path, const LongPatch& patch,
                                                                     const std::string& old_hash, NewTime time,
                                                                     Links links, Temporaries& temporaries);
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement();

  [[nodiscard]] const std::string& folder() const { return folder_path_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  [[nodiscard]] std::string temporary_path() const { return folder_path_ + "/" + temporary_; }
  [[nodiscard]] std::string path() const { return folder_path_ + "/" + name_; }
  [[nodiscard]] const Patched& patched() const { return patched_; }
  [[nodiscard]] Time modified() const { return {old_.st_mtim.tv_sec, old_.st_mtim.tv_nsec}; }

  /// Puts the new file in the place of the old one, which then lies beside it as the temporary file, unless somebody
  /// has changed it or is about to: then nothing changes. `backup` is the name that the old file is to have in the end,
  /// or empty.
  std::optional<Refusal> exchange(const std::string& backup);

  /// True if the new bytes are written into the old file, since it has several names. It is no moment's work: until it
  /// is done the file has bytes of both.
  [[nodiscard]] bool in_place() const { return in_place_; }

  /// After a refusal: true if bytes of both stand in the file, and neither could be written as a whole. The new file
  /// stays where it is, for `settle`.
  [[nodiscard]] bool half_done() const { return half_done_; }

  /// Makes the exchange last. One call does for all exchanges in a folder.
  std::optional<io::Failure> sync_folder() const;

  /// Gives the old file the name `backup`, or removes it if that is empty.
  std::optional<io::Failure> finish(const std::string& backup);

 private:
  explicit Replacement(Temporaries& temporaries) : temporaries_(&temporaries) {}
  std::optional<Refusal> open_old(const std::string& path, Links links);
  std::optional<Refusal> write_new(const LongPatch& patch, const std::string& old_hash, NewTime time);
  [[nodiscard]] bool is_unchanged(const struct stat& about) const;
  /// After the exchange: whether what was swapped out is the file that was read.
  [[nodiscard]] bool swapped_rightly(int held, bool leased) const;
  std::optional<Refusal> rename_over(const std::string& backup);
  /// The old file, open as `flags` say and with a lease if there are leases, if it is what was read.
  std::variant<Descriptor, Refusal> hold(int flags, int lease, bool& leased) const;
  std::optional<Refusal> write_in_place();
  [[nodiscard]] bool put_back(int fresh, int held) const;

  Temporaries* temporaries_;
  std::string folder_path_;
  std::string name_;
  std::string temporary_;  ///< Empty if there is none any more.
  Descriptor folder_;
  Descriptor source_;  ///< The old file, until the new one is made.
  struct stat old_ {};
  struct stat new_ {};
  Patched patched_;
  bool in_place_ = false;
  bool half_done_ = false;
};

}  // namespace unbake::files

#endif  // UNBAKE_FILES_REPLACEMENT_HPP_
