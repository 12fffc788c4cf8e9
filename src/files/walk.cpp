#include "files/walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <variant>

#include "files/backup_name.hpp"
#include "files/folder_stream.hpp"
#include "files/temporary_name.hpp"
#include "io/input.hpp"

namespace unbake::files {
namespace {

constexpr std::string_view kVersionControl[] = {".git", ".hg", ".svn", ".bzr", ".jj", "_darcs", "CVS"};

bool is_version_control(std::string_view name) {
  return std::find(std::begin(kVersionControl), std::end(kVersionControl), name) != std::end(kVersionControl);
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

/// Where the last name in a path begins; its end, with one slash more, if that is no name of its own.
std::size_t last_part(const std::string& path) {
  const std::size_t last = path.find_last_not_of('/');
  if (last == std::string::npos) return 1;
  const std::size_t slash = path.rfind('/', last);
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  const std::string_view name = std::string_view(path).substr(begin, last + 1 - begin);
  return name == "." || name == ".." ? path.size() + (path.ends_with('/') ? 0 : 1) : begin;
}

/// Without symbolic links and without a slash at the end: the root is empty.
std::string absolute_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  const std::string answer = real ? real.get() : path;
  return answer == "/" ? "" : answer;
}

IgnoreRules rules_in(const std::string& path) {
  struct stat about {};
  // A pipe by that name would never end.
  if (::stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return {};
  auto opened = io::Input::open(path);
  if (std::holds_alternative<io::Failure>(opened)) return {};
  const auto text = io::read_all(std::get<io::Input>(opened));
  return std::holds_alternative<io::Failure>(text) ? IgnoreRules() : IgnoreRules(std::get<std::string>(text));
}

}  // namespace

Walk::Walk(WalkOptions options, OnFile on_file, OnFailure on_failure)
    : options_(std::move(options)), on_file_(std::move(on_file)), on_failure_(std::move(on_failure)) {
  for (const std::string& glob : options_.globs) {
    globs_.add(glob);
    must_match_ = must_match_ || !glob.starts_with('!');
  }
  if (!options_.without.empty()) static_cast<void>(seen_before(options_.without));
}

bool Walk::seen_before(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 && !seen_.emplace(about.st_dev, about.st_ino).second;
}

void Walk::add(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) {
    // What cannot be read is for those to tell who try.
    if (options_.each_once && seen_before(path)) return;
    on_file_({path, true, last_part(path)});
    return;
  }
  inside_ = last_part(path);
  root_ = absolute_path(path);
  levels_.clear();
  if (options_.ignore_files) read_rules_around(root_);
  if (!seen_before(path)) enter(path, root_);
}

void Walk::read_rules(const std::string& folder) {
  levels_.push_back({folder, rules_in(folder + "/.gitignore"), rules_in(folder + "/.unbakeignore")});
}

void Walk::read_rules_around(const std::string& absolute) {
  std::vector<std::string> around;
  for (std::string folder = absolute;;) {
    struct stat about {};
    if (::lstat((folder + "/.git").c_str(), &about) == 0) break;
    if (folder.empty()) return;
    folder.resize(folder.rfind('/'));
    around.push_back(folder);
  }
  std::for_each(around.rbegin(), around.rend(), [this](const std::string& folder) { read_rules(folder); });
}

Walk::Kind Walk::kind_of(const std::string& path, unsigned char type) const {
  if (type == DT_REG) return Kind::kFile;
  if (type == DT_DIR) return Kind::kFolder;
  if (type != DT_UNKNOWN && !(type == DT_LNK && options_.follow)) return Kind::kOther;
  struct stat about {};
  const int answer = options_.follow ? ::stat(path.c_str(), &about) : ::lstat(path.c_str(), &about);
  if (answer != 0) return Kind::kOther;
  return S_ISREG(about.st_mode) ? Kind::kFile : S_ISDIR(about.st_mode) ? Kind::kFolder : Kind::kOther;
}

bool Walk::read_entries(const std::string& path, std::vector<Entry>& entries) const {
  const FolderStream folder = open_folder(path);
  if (!folder) {
    on_failure_(path, io::system_failure("cannot be entered", errno));
    return false;
  }
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr) break;
    const std::string name = entry->d_name;
    if (name == "." || name == ".." || is_temporary_name(name)) continue;
    if (!options_.backup_suffix.empty() && is_backup_name(name, options_.backup_suffix)) continue;
    if (!options_.hidden && name.starts_with('.')) continue;
    const Kind kind = kind_of(joined(path, name), entry->d_type);
    if (kind == Kind::kFolder && is_version_control(name)) continue;
    entries.push_back({name, kind});
  }
  if (errno != 0) on_failure_(path, io::system_failure("cannot be read as a whole", errno));
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return true;
}

bool Walk::left_out(const std::string& absolute, const Entry& entry) const {
  const std::string path = absolute + "/" + entry.name;
  const bool is_folder = entry.kind == Kind::kFolder;
  const Ignored globbed = globs_.decide(std::string_view(path).substr(root_.size() + 1), is_folder);
  if (globbed == Ignored::kNo || (globbed == Ignored::kUndecided && must_match_ && !is_folder)) return true;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    const std::string_view relative = std::string_view(path).substr(level->folder.size() + 1);
    for (const IgnoreRules* rules : {&level->unbake, &level->git}) {
      const Ignored ignored = rules->decide(relative, is_folder);
      if (ignored != Ignored::kUndecided) return ignored == Ignored::kYes;
    }
  }
  return false;
}

void Walk::enter(const std::string& path, const std::string& absolute) {
  std::vector<Entry> entries;
  if (!read_entries(path, entries)) return;
  if (options_.ignore_files) read_rules(absolute);
  std::erase_if(entries, [&](const Entry& entry) { return left_out(absolute, entry); });
  if (on_folder_) {
    std::vector<std::string> names;
    for (const Entry& entry : entries) names.push_back(entry.name);
    on_folder_(path, names);
  }
  for (const Entry& entry : entries) {
    const std::string inside = joined(path, entry.name);
    if (entry.kind == Kind::kFile) {
      if (!options_.each_once || !seen_before(inside)) on_file_({inside, false, inside_});
    } else if (entry.kind == Kind::kFolder && !seen_before(inside)) {
      enter(inside, absolute + "/" + entry.name);
    }
  }
  if (options_.ignore_files) levels_.pop_back();
}

}  // namespace unbake::files
