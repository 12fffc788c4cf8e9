#include "cli/names.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/display.hpp"
#include "cli/file_selection.hpp"
#include "cli/member_names.hpp"
#include "cli/name_plan.hpp"
#include "cli/run_journal.hpp"
#include "cli/runs.hpp"
#include "cli/shell_words.hpp"
#include "files/renaming.hpp"
#include "files/walk.hpp"
#include "io/archive_members.hpp"
#include "io/interrupt.hpp"

namespace unbake::cli {
namespace {

/// The names of a folder that are to be looked at.
struct Names {
  std::string shown;  ///< The folder as it was named.
  std::set<std::string> names;
};

/// By the absolute path of the folder.
using Folders = std::map<std::string, Names>;

void add_names(Folders& folders, const std::string& folder, const std::vector<std::string>& names, Console& console) {
  const auto path = files::resolved_path(folder);
  if (const auto* failure = std::get_if<io::Failure>(&path)) return console.error(display_name(folder), *failure);
  Names& all = folders[std::get<std::string>(path)];
  if (all.names.empty()) all.shown = folder;
  all.names.insert(names.begin(), names.end());
}

/// The name that `path` ends in, unless it has none of its own.
void add_own_name(Folders& folders, std::string path, Console& console) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (name.empty() || name == "." || name == "..") return;
  const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  add_names(folders, folder, {name}, console);
}

/// The archives that are found go to `archives`.
Folders find_names(const Settings& settings, Console& console, std::vector<std::string>& archives) {
  Folders folders;
  auto options = walk_options(settings);
  options.each_once = false;
  files::Walk walk(
      options,
      [&](const files::FoundFile& file) {
        // Only folders are walked over.
        if (file.named) console.error(display_name(file.path), io::system_failure("cannot be entered", errno));
        if (io::is_archive_name(file.path)) archives.push_back(file.path);
      },
      [&](const std::string& path, const io::Failure& failure) { console.error(display_name(path), failure); });
  walk.on_folder([&](const std::string& folder, const std::vector<std::string>& names) {
    add_names(folders, folder, names, console);
  });
  const bool named = !settings.arguments.empty() || settings.files_from;
  for (const std::string& path : named ? named_paths(settings) : std::vector<std::string>{"."}) {
    struct stat about {};
    if (::lstat(path.c_str(), &about) != 0) {
      console.error(display_name(path), io::system_failure("cannot be renamed", errno));
      continue;
    }
    add_own_name(folders, path, console);
    if (S_ISDIR(about.st_mode)) walk.add(path);
    if (S_ISREG(about.st_mode) && io::is_archive_name(path)) archives.push_back(path);
  }
  return folders;
}

std::string shown_path(const std::string& folder, const std::string& name) {
  return folder == "." ? name : folder.ends_with('/') ? folder + name : folder + "/" + name;
}

class Renames {
 public:
  Renames(const Settings& settings, Console& console) : settings_(&settings), console_(&console) {}

  ExitStatus run() {
    std::vector<std::string> archives;
    for (const auto& [folder, names] : find_names(*settings_, *console_, archives)) decide(folder, names);
    // What lies deepest goes first, so that the paths to it are still right.
    std::stable_sort(intents_.begin(), intents_.end(), [](const auto& a, const auto& b) {
      return std::count(a.folder.begin(), a.folder.end(), '/') > std::count(b.folder.begin(), b.folder.end(), '/');
    });
    const std::size_t in_archives = look_into_archives(archives);
    if (settings_->write) return write();
    if (!settings_->quiet) {
      console_->out().write(std::to_string(intents_.size()) + " of " + counted(looked_, "name") + " would change\n");
      if (!intents_.empty()) console_->out().write("To rename: " + writing_command(settings_->words) + "\n");
    }
    return intents_.empty() && in_archives == 0 ? ExitStatus::kDone : ExitStatus::kFound;
  }

 private:
  /// The names in archives that should be others. They are reported, and left alone.
  std::size_t look_into_archives(const std::vector<std::string>& archives) {
    std::size_t damaged = 0;
    for (const std::string& path : archives) {
      const MemberCount count = report_member_names(path, *settings_, *console_);
      damaged += count.damaged;
      if (count.damaged == 0) continue;
      const io::Failure left = {"has " + std::to_string(count.damaged) + " of " + counted(count.looked, "name") +
                                    " damaged inside, and archives are not changed",
                                "Unpack it, rename what comes out, and pack it again."};
      if (settings_->write) {
        console_->refuse(display_name(path), left);
      } else {
        console_->note(display_name(path) + ": " + left.text());
      }
    }
    return damaged;
  }

  void decide(const std::string& folder, const Names& names) {
    const std::vector<std::string> old(names.names.begin(), names.names.end());
    const auto repaired = repaired_names(old, settings_->options);
    std::map<std::string, std::size_t> wanted;
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (repaired[i] != old[i]) ++wanted[repaired[i]];
    }
    looked_ += old.size();
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (repaired[i] != old[i]) propose(folder, names.shown, old[i], repaired[i], wanted.at(repaired[i]) > 1);
    }
  }

  void propose(const std::string& folder, const std::string& shown, const std::string& from, const std::string& to,
               bool contested) {
    const std::string path = shown_path(shown, from);
    struct stat about {};
    if (::lstat((folder + "/" + to).c_str(), &about) == 0 || errno != ENOENT) {
      return console_->refuse(display_name(path),
                              {"should be " + quoted(to) + ", and there is such a file already", "Rename it by hand."});
    }
    if (contested) {
      return console_->refuse(display_name(path), {"should be " + quoted(to) + ", and so should another file here",
                                                   "Rename one of them by hand."});
    }
    if (::lstat((folder + "/" + from).c_str(), &about) != 0) {
      if (errno != ENOENT) console_->error(display_name(path), io::system_failure("cannot be renamed", errno));
      return;
    }
    if (!settings_->quiet) console_->out().write(display_name(path) + " -> " + display_name(to) + "\n");
    intents_.push_back({0, folder, from, to, about.st_dev, about.st_ino});
  }

  ExitStatus write() {
    io::note_signals();
    RunJournal journal(*settings_, nullptr);
    if (!intents_.empty()) {
      if (const auto failure = journal.begin()) {
        console_->error("", {"nothing is renamed, since " + failure->what, failure->remedy});
        return ExitStatus::kDone;
      }
      for (files::RenameIntent& intent : intents_) {
        intent.number = journal.get().next_number();
        journal.get().add(intent);
      }
      journal.get().add(files::Planned{});
      if (const auto failure = journal.get().sync()) {
        console_->error("", {"nothing is renamed, since " + failure->what, failure->remedy});
        return ExitStatus::kDone;
      }
      rename_files(journal.get(), intents_, looked_, settings_->quiet, *console_);
    } else if (!settings_->quiet) {
      console_->out().write("0 of " + counted(looked_, "name") + " changed\n");
    }
    return ExitStatus::kDone;
  }

  const Settings* settings_;
  Console* console_;
  std::size_t looked_ = 0;
  std::vector<files::RenameIntent> intents_;
};

}  // namespace

ExitStatus run_names(const Settings& settings, Console& console) { return Renames(settings, console).run(); }

}  // namespace unbake::cli
