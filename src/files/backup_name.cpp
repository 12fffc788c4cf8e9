#include "files/backup_name.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "files/folder_stream.hpp"

namespace unbake::files {
namespace {

/// The highest number among the numbered backups of `name`; 0 if there is none.
std::size_t highest_number(const std::string& folder, const std::string& name) {
  std::size_t highest = 0;
  const std::string prefix = name + ".~";
  const FolderStream entries = open_folder(folder);
  if (!entries) return 0;
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string_view other = entry->d_name;
    if (!other.starts_with(prefix) || !other.ends_with('~')) continue;
    const char* end = other.data() + other.size() - 1;
    std::size_t number = 0;
    const auto read = std::from_chars(other.data() + prefix.size(), end, number);
    if (read.ec == std::errc() && read.ptr == end) highest = std::max(highest, number);
  }
  return highest;
}

}  // namespace

std::optional<Backup> backup_of(const std::string& word) {
  constexpr std::pair<std::string_view, Backup> kWords[] = {
      {"none", Backup::kNone},         {"off", Backup::kNone},          {"simple", Backup::kSimple},
      {"never", Backup::kSimple},      {"existing", Backup::kExisting}, {"nil", Backup::kExisting},
      {"numbered", Backup::kNumbered}, {"t", Backup::kNumbered},
  };
  for (const auto& [name, backup] : kWords) {
    if (word == name) return backup;
  }
  return std::nullopt;
}

std::string backup_name(const std::string& folder, const std::string& name, Backup backup, const std::string& suffix) {
  if (backup == Backup::kNone) return "";
  const std::size_t highest = backup == Backup::kSimple ? 0 : highest_number(folder, name);
  if (backup == Backup::kSimple || (backup == Backup::kExisting && highest == 0)) return name + suffix;
  return name + ".~" + std::to_string(highest + 1) + "~";
}

bool is_backup_name(std::string_view name, std::string_view suffix) {
  if (name.ends_with(suffix)) return true;
  if (!name.ends_with('~')) return false;
  name.remove_suffix(1);
  const std::size_t digits = name.find_last_not_of("0123456789");
  return digits != std::string_view::npos && digits + 1 < name.size() && name.substr(0, digits + 1).ends_with(".~");
}

}  // namespace unbake::files
