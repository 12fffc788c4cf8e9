#include "cli/file_selection.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "io/input.hpp"

namespace unbake::cli {
namespace {

bool is_folder(const std::string& path) {
  struct stat about {};
  return path != kStandardInput && ::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

}  // namespace

files::WalkOptions walk_options(const Settings& settings) {
  return {.hidden = settings.hidden || settings.unrestricted > 1,
          .ignore_files = settings.unrestricted == 0,
          .follow = settings.follow,
          .each_once = settings.write,
          .backup_suffix = settings.backup ? settings.suffix : "",
          .without = settings.out_folder.value_or(""),
          .globs = settings.globs};
}

bool read_file_list(Settings& settings, Console& console) {
  if (!settings.files_from) return true;
  const std::string& path = *settings.files_from;
  auto opened = io::Input::open(path);
  std::variant<std::string, io::Failure> read;
  if (auto* failure = std::get_if<io::Failure>(&opened)) {
    read = *failure;
  } else {
    read = io::read_all(std::get<io::Input>(opened));
  }
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return false;
  }
  std::string_view text = std::get<std::string>(read);
  const char end = settings.null_separated ? '\0' : '\n';
  while (!text.empty()) {
    const std::size_t length = std::min(text.find(end), text.size());
    if (length > 0) settings.listed_files.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return true;
}

std::vector<std::string> named_paths(const Settings& settings) {
  if (!settings.files_from) return settings.inputs();
  std::vector<std::string> paths = settings.arguments;
  paths.insert(paths.end(), settings.listed_files.begin(), settings.listed_files.end());
  return paths;
}

std::vector<files::FoundFile> select_files(const Settings& settings, Console& console) {
  std::vector<files::FoundFile> found;
  files::Walk walk(
      walk_options(settings), [&](files::FoundFile file) { found.push_back(std::move(file)); },
      [&](const std::string& path, const io::Failure& failure) { console.error(display_name(path), failure); });
  for (const std::string& path : named_paths(settings)) {
    if (path == kStandardInput) {
      found.push_back({path, true});
    } else {
      walk.add(path);
    }
  }
  return found;
}

bool is_single_file(const Settings& settings) {
  const auto paths = named_paths(settings);
  return !settings.files_from && paths.size() == 1 && !is_folder(paths.front());
}

}  // namespace unbake::cli
