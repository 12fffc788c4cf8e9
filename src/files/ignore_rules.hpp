// The patterns of .gitignore files, and of --glob.
#ifndef UNBAKE_FILES_IGNORE_RULES_HPP_
#define UNBAKE_FILES_IGNORE_RULES_HPP_

#include <string>
#include <string_view>
#include <vector>

namespace unbake::files {

/// True if `path` (parts joined by `/`) matches `pattern`: `*`, `?` and `[...]` stay within a part; `**` as a whole
/// part stands for any number of parts, none included. Polynomial in the lengths.
bool matches(std::string_view pattern, std::string_view path);

/// What a set of patterns says about a path.
enum class Ignored { kUndecided, kYes, kNo };

/// The patterns of one file, in the language of gitignore(5).
class IgnoreRules {
 public:
  IgnoreRules() = default;
  /// Lines of patterns. A line may end in CR LF; a byte order mark before them is passed over.
  explicit IgnoreRules(std::string_view text);

  /// Adds one pattern; blank lines and comments add nothing.
  void add(std::string_view line);

  /// What the last pattern that matches says of `path`, which is relative to the folder of the file.
  [[nodiscard]] Ignored decide(std::string_view path, bool is_folder) const;
  [[nodiscard]] bool empty() const { return rules_.empty(); }

 private:
  struct Rule {
    std::string pattern;
    bool negated;       ///< `!`: what matches is not ignored after all.
    bool folders_only;  ///< It ended in `/`.
    bool anchored;      ///< It has a `/`: it is matched against the whole path, else against the last part.
  };

  std::vector<Rule> rules_;
};

}  // namespace unbake::files

#endif  // UNBAKE_FILES_IGNORE_RULES_HPP_
