#include "files/renaming.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "files/descriptor.hpp"

namespace unbake::files {
namespace {

Refusal failed(const char* doing) { return {Refusal::Kind::kFailed, io::system_failure(doing, errno)}; }

}  // namespace

bool is_inode(const std::string& path, std::size_t device, std::size_t inode) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) == 0 && about.st_dev == device && about.st_ino == inode;
}

std::optional<Refusal> rename_within(const std::string& folder, const std::string& from, const std::string& to,
                                     std::size_t device, std::size_t inode) {
  const Descriptor opened(
      uninterrupted([&] { return ::open((folder + "/").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!opened.open()) return failed("its folder cannot be opened");
  struct stat about {};
  if (::fstatat(opened.get(), from.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0 || about.st_dev != device ||
      about.st_ino != inode) {
    return Refusal{Refusal::Kind::kChanged, {"was changed by somebody else meanwhile", "It was left alone."}};
  }
  if (uninterrupted(
          [&] { return ::renameat2(opened.get(), from.c_str(), opened.get(), to.c_str(), RENAME_NOREPLACE); }) == 0) {
    return std::nullopt;
  }
  if (errno == EEXIST) {
    return Refusal{Refusal::Kind::kGate, {"cannot be renamed: there is a '" + to + "' already", "It was left alone."}};
  }
  return failed("cannot be renamed");
}

std::optional<io::Failure> sync_folder(const std::string& folder) {
  const Descriptor opened(
      uninterrupted([&] { return ::open((folder + "/").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (opened.open() &&
      (uninterrupted([&] { return ::fsync(opened.get()); }) == 0 || errno == EINVAL || errno == EROFS)) {
    return std::nullopt;
  }
  return io::system_failure("its renaming may not outlive a power failure", errno);
}

std::size_t make_renames(Journal& journal, const std::vector<RenameIntent>& intents,
                         const std::function<void(const std::string& path, const Refusal&)>& refused,
                         const std::function<bool()>& stopped) {
  std::size_t made = 0;
  std::vector<std::string> failed_folders;
  for (std::size_t i = 0; i < intents.size() && !stopped(); ++i) {
    const RenameIntent& intent = intents[i];
    // What is still to be renamed would not be found by the path in the journal if a folder around it had another name.
    const std::string path = intent.folder + "/" + intent.from + "/";
    if (std::any_of(failed_folders.begin(), failed_folders.end(),
                    [&](const std::string& folder) { return (folder + "/").starts_with(path); })) {
      failed_folders.push_back(intent.folder);
      continue;
    }
    const auto refusal = rename_within(intent.folder, intent.from, intent.to, intent.device, intent.inode);
    if (refusal) refused(intent.folder + "/" + intent.from, *refusal);
    // What failed may be tried again by `resume`: it stays pending.
    if (!refusal || refusal->kind != Refusal::Kind::kFailed) {
      journal.add(Outcome{refusal ? Outcome::Kind::kLeft : Outcome::Kind::kDone, intent.number, ""});
    }
    if (!refusal) ++made;
    if (refusal && refusal->kind == Refusal::Kind::kFailed) failed_folders.push_back(intent.folder);
    const bool last_here = i + 1 == intents.size() || intents[i + 1].folder != intent.folder;
    if (!last_here) continue;
    if (const auto failure = sync_folder(intent.folder)) refused(intent.folder, {Refusal::Kind::kFailed, *failure});
    // Before a folder around this one gets another name, by which the journal would not find this one.
    if (const auto failure = journal.sync()) {
      refused(intent.folder, {Refusal::Kind::kFailed, *failure});
      break;
    }
  }
  return made;
}

}  // namespace unbake::files
