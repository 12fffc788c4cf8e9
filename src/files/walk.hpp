// Finding the files that a command is about: those named, and those in the folders named.
#ifndef UNBAKE_FILES_WALK_HPP_
#define UNBAKE_FILES_WALK_HPP_

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/ignore_rules.hpp"
#include "io/failure.hpp"

namespace unbake::files {

struct WalkOptions {
  bool hidden = false;                  ///< Also what has a name that begins with a dot.
  bool ignore_files = true;             ///< Leave out what .gitignore and .unbakeignore say.
  bool follow = false;                  ///< Go through symbolic links that are found in folders.
  bool each_once = false;               ///< A file that has several names, or is named twice, is found once.
  std::string backup_suffix = {};       ///< If not empty: leave out backups, `NAME~` (with this suffix) and `NAME.~1~`.
  std::string without = {};             ///< If not empty: a folder that is not entered.
  std::vector<std::string> globs = {};  ///< Only files that match one of these; none that matches one after `!`.
};

/// A file that is to be looked at.
struct FoundFile {
  std::string path;
  bool named = false;  ///< By the caller, as opposed to found in a folder.
  /// Where the path begins as it is seen from around what was named: `site/a.html` of `../web/site/a.html`, if
  /// `../web/site` was named.
  std::size_t inside = 0;
};

/// Walks over paths. Files of a folder come in the order of the bytes of their names, whatever the file system says.
/// Found are regular files; what else lies in a folder is passed over, and so are the folders of version control and
/// the temporary files of this program. What the caller names is always found, whatever it is.
class Walk {
 public:
  using OnFile = std::function<void(FoundFile)>;
  using OnFailure = std::function<void(const std::string& path, const io::Failure&)>;
  /// Called for each folder with the names in it that are found, of any kind, before it is entered.
  using OnFolder = std::function<void(const std::string& path, const std::vector<std::string>& names)>;

  Walk(WalkOptions options, OnFile on_file, OnFailure on_failure);

  /// Sets who is told about folders.
  void on_folder(OnFolder on_folder) { on_folder_ = std::move(on_folder); }

  /// Finds `path`, or what is in it.
  void add(const std::string& path);

 private:
  /// The rules of one folder.
  struct Level {
    std::string folder;  ///< Absolute, without a slash at its end.
    IgnoreRules git;
    IgnoreRules unbake;
  };
  enum class Kind { kFile, kFolder, kOther };
  struct Entry {
    std::string name;
    Kind kind;
  };

  void enter(const std::string& path, const std::string& absolute);
  void read_rules(const std::string& folder);
  /// The rules of the folders around, up to the root of the repository that holds `absolute`, if one does.
  void read_rules_around(const std::string& absolute);
  [[nodiscard]] bool read_entries(const std::string& path, std::vector<Entry>& entries) const;
  [[nodiscard]] Kind kind_of(const std::string& path, unsigned char type) const;
  [[nodiscard]] bool left_out(const std::string& absolute, const Entry& entry) const;
  [[nodiscard]] bool seen_before(const std::string& path);

  WalkOptions options_;
  IgnoreRules globs_;
  bool must_match_ = false;  ///< There is a glob without `!`.
  OnFile on_file_;
  OnFailure on_failure_;
  OnFolder on_folder_;
  std::string root_;           ///< The folder that was named, absolute.
  std::size_t inside_ = 0;     ///< Of the files in it.
  std::vector<Level> levels_;  ///< From the outermost folder.
  std::set<std::pair<unsigned long, unsigned long>> seen_;
};

}  // namespace unbake::files

#endif  // UNBAKE_FILES_WALK_HPP_
