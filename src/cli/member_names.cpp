#include "cli/member_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "cli/name_plan.hpp"
#include "io/archive_members.hpp"

namespace unbake::cli {
namespace {

/// The names in each folder of an archive, by the path of the folder.
using Folders = std::map<std::string, std::set<std::string>>;

void add_path(Folders& folders, const std::string& path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t slash = std::min(path.find('/', begin), path.size());
    if (slash > begin) folders[path.substr(0, begin)].insert(path.substr(begin, slash - begin));
    begin = slash + 1;
  }
}

}  // namespace

MemberCount report_member_names(const std::string& path, const Settings& settings, Console& console) {
  MemberCount count;
  const auto read = io::member_names(path);
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return count;
  }
  Folders folders;
  for (const std::string& member : std::get<std::vector<std::string>>(read)) add_path(folders, member);
  for (const auto& [folder, names] : folders) {
    const std::vector<std::string> old(names.begin(), names.end());
    const std::vector<std::string> repaired = repaired_names(old, settings.options);
    count.looked += old.size();
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (repaired[i] == old[i]) continue;
      ++count.damaged;
      if (settings.quiet) continue;
      console.out().write(display_name(path + "/" + folder + old[i]) + " -> " + display_name(repaired[i]) + "\n");
    }
  }
  return count;
}

}  // namespace unbake::cli
