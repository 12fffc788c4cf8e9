// Names of backups, as GNU programs choose them.
#ifndef UNBAKE_FILES_BACKUP_NAME_HPP_
#define UNBAKE_FILES_BACKUP_NAME_HPP_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unbake::files {

enum class Backup : std::uint8_t {
  kNone,
  kSimple,    ///< The name and the suffix, whatever had that name before.
  kNumbered,  ///< `NAME.~1~`, `NAME.~2~`, and so on.
  kExisting,  ///< Numbered if there are numbered ones already, else simple.
};

/// By the words of GNU: none, off, simple, never, existing, nil, numbered, t.
std::optional<Backup> backup_of(const std::string& word);

/// The name that the backup of `name` in `folder` gets; empty for `kNone`. A name has no slash in it.
std::string backup_name(const std::string& folder, const std::string& name, Backup backup, const std::string& suffix);

/// True if the name is one that a backup gets.
bool is_backup_name(std::string_view name, std::string_view suffix);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_BACKUP_NAME_HPP_
