#include "files/replacement.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "files/content_hash.hpp"
#include "files/metadata.hpp"
#include "files/overwrite.hpp"

namespace unbake::files {
namespace {

Refusal failed(const char* doing) { return {Refusal::Kind::kFailed, io::system_failure(doing, errno)}; }

Refusal gate(std::string what, std::string remedy) {
  return {Refusal::Kind::kGate, {std::move(what), std::move(remedy)}};
}

Refusal changed(std::string what) {
  return {Refusal::Kind::kChanged, {std::move(what), "It was left alone. Run the same command again."}};
}

bool same_time(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

bool same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

/// Reserves room, where the file system can do that. False, with errno, if there is none.
bool reserve(int descriptor, std::size_t size) {
  if (size == 0) return true;
  return uninterrupted([&] { return ::fallocate(descriptor, 0, 0, static_cast<off_t>(size)); }) == 0 ||
         errno == EOPNOTSUPP || errno == ENOSYS;
}

bool exchange_missing() { return errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP; }

}  // namespace

std::variant<std::string, io::Failure> resolved_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  if (!real) return io::system_failure("cannot be read", errno);
  return std::string(real.get());
}

std::variant<std::unique_ptr<Replacement>, Refusal> Replacement::prepare(const std::string& path,
                                                                         const LongPatch& patch,
                                                                         const std::string& old_hash, NewTime time,
                                                                         Links links, Temporaries& temporaries) {
  std::unique_ptr<Replacement> replacement(new Replacement(temporaries));
  if (auto refusal = replacement->open_old(path, links)) return *refusal;
  if (auto refusal = replacement->write_new(patch, old_hash, time)) return *refusal;
  return replacement;
}

Replacement::~Replacement() {
  if (temporary_.empty()) return;
  ::unlinkat(folder_.get(), temporary_.c_str(), 0);
  temporaries_->forget(folder_path_, temporary_);
}

std::optional<Refusal> Replacement::open_old(const std::string& path, Links links) {
  const std::size_t slash = path.rfind('/');
  folder_path_ = path.substr(0, slash);
  name_ = path.substr(slash + 1);
  folder_.reset(
      uninterrupted([&] { return ::open((folder_path_ + "/").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!folder_.open()) return failed("its folder cannot be opened");
  source_.reset(uninterrupted([&] {
    return ::openat(folder_.get(), name_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  }));
  if (!source_.open()) return errno == ELOOP ? changed("was replaced by a symbolic link") : failed("cannot be read");
  if (::fstat(source_.get(), &old_) != 0) return failed("cannot be read");
  if (!S_ISREG(old_.st_mode)) return gate("is no regular file", "It is left alone.");
  in_place_ = old_.st_nlink > 1 && links == Links::kKept;
  if (old_.st_nlink > 1 && !in_place_) {
    return gate("has " + std::to_string(old_.st_nlink) + " names (hard links), which a new file would part",
                "It is left alone. To write into the file itself: --hardlinks=inplace");
  }
  // Putting another file in its place asks no leave of it, so that a write-protected one would change by surprise.
  if (::faccessat(folder_.get(), name_.c_str(), W_OK, AT_EACCESS) != 0) return failed("cannot be written");
  return std::nullopt;
}

std::optional<Refusal> Replacement::write_new(const LongPatch& patch, const std::string& old_hash, NewTime time) {
  const Descriptor made = temporaries_->create(folder_.get(), folder_path_, temporary_);
  if (!made.open()) {
    temporary_.clear();
    return failed("a new file beside it cannot be made");
  }
  const int target = made.get();
  const std::ptrdiff_t size = static_cast<std::ptrdiff_t>(old_.st_size) + patch.growth();
  if (size < 0) return changed("was changed by somebody else meanwhile");
  if (!reserve(target, static_cast<std::size_t>(size))) return failed("the new file cannot be written");
  if (auto failure = copy_patched(source_.get(), target, patch, patched_)) {
    return Refusal{Refusal::Kind::kFailed, {"the new file " + failure->what, failure->remedy}};
  }
  if (patched_.old_hash != old_hash) return changed("was changed by somebody else meanwhile");
  if (auto failure = copy_metadata(source_.get(), target, old_)) return Refusal{Refusal::Kind::kGate, *failure};
  if (time.kind != NewTime::Kind::kNow) {
    const timespec given = {time.given.seconds, time.given.nanoseconds};
    const timespec times[] = {old_.st_atim, time.kind == NewTime::Kind::kKept ? old_.st_mtim : given};
    if (::futimens(target, times) != 0) return failed("its time of change cannot be kept");
  }
  if (uninterrupted([&] { return ::fsync(target); }) != 0) return failed("the new file cannot be written");
  if (::fstat(target, &new_) != 0) return failed("the new file cannot be read");
  source_.reset();
  return std::nullopt;
}

bool Replacement::is_unchanged(const struct stat& about) const {
  return same_file(about, old_) && about.st_size == old_.st_size && same_time(about.st_mtim, old_.st_mtim) &&
         same_time(about.st_ctim, old_.st_ctim);
}

std::variant<Descriptor, Refusal> Replacement::hold(int flags, int lease, bool& leased) const {
  Descriptor held(uninterrupted(
      [&] { return ::openat(folder_.get(), name_.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); }));
  if (!held.open())
    return errno == ENOENT || errno == ELOOP ? changed("has vanished meanwhile") : failed("cannot be read");
  // A lease is not given while somebody has the file open for writing, and is broken when somebody wants to: that is
  // how those are noticed who change a file without giving it a new name. Not every file system has leases.
  leased = ::fcntl(held.get(), F_SETLEASE, lease) == 0;
  if (!leased && errno == EAGAIN) {
    return changed(lease == F_RDLCK ? "is open for writing in another program" : "is open in another program");
  }
  struct stat about {};
  if (::fstat(held.get(), &about) != 0) return failed("cannot be read");
  if (!is_unchanged(about)) return changed("was changed by somebody else meanwhile");
  const auto hash = hash_of(held.get());
  if (!hash) return failed("cannot be read");
  if (*hash != patched_.old_hash) return changed("was changed by somebody else meanwhile");
  if (leased && ::fcntl(held.get(), F_GETLEASE) != lease) return changed("was opened by another program");
  return held;
}

std::optional<Refusal> Replacement::exchange(const std::string& backup) {
  if (in_place_) return write_in_place();
  bool leased = false;
  auto opened = hold(O_RDONLY, F_RDLCK, leased);
  if (auto* refusal = std::get_if<Refusal>(&opened)) return std::move(*refusal);
  const auto& held = std::get<Descriptor>(opened);
  const auto swap = [&] {
    return uninterrupted(
        [&] { return ::renameat2(folder_.get(), temporary_.c_str(), folder_.get(), name_.c_str(), RENAME_EXCHANGE); });
  };
  if (swap() != 0) {
    if (exchange_missing()) return rename_over(backup);
    return errno == ENOENT ? changed("has vanished meanwhile") : failed("cannot be replaced");
  }
  if (swapped_rightly(held.get(), leased)) return std::nullopt;
  struct stat there {};
  const bool still_ours =
      ::fstatat(folder_.get(), name_.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0 && same_file(there, new_);
  if (still_ours && swap() != 0) {
    // What was swapped out must not be removed: it is not what was read.
    const std::string where = temporary_path();
    temporaries_->forget(folder_path_, temporary_);
    temporary_.clear();
    return Refusal{Refusal::Kind::kFailed,
                   {"was changed by somebody else meanwhile, and cannot be put back",
                    "The version of the others is in " + where + "; rename it."}};
  }
  return changed("was changed by somebody else meanwhile");
}

bool Replacement::swapped_rightly(int held, bool leased) const {
  struct stat out {};
  if (::fstatat(folder_.get(), temporary_.c_str(), &out, AT_SYMLINK_NOFOLLOW) != 0) return false;
  return same_file(out, old_) && out.st_size == old_.st_size && same_time(out.st_mtim, old_.st_mtim) &&
         (!leased || ::fcntl(held, F_GETLEASE) == F_RDLCK);
}

std::optional<Refusal> Replacement::write_in_place() {
  bool leased = false;
  // Until this lease is given back, whoever opens the file waits.
  auto opened = hold(O_RDWR, F_WRLCK, leased);
  if (auto* refusal = std::get_if<Refusal>(&opened)) return std::move(*refusal);
  const auto& held = std::get<Descriptor>(opened);
  const Descriptor fresh(
      uninterrupted([&] { return ::openat(folder_.get(), temporary_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC); }));
  if (!fresh.open()) return failed("the new bytes cannot be read");
  auto failure = overwrite(fresh.get(), held.get());
  if (!failure) return std::nullopt;
  if (put_back(fresh.get(), held.get())) return Refusal{Refusal::Kind::kFailed, *failure};
  half_done_ = true;
  temporaries_->forget(folder_path_, temporary_);
  temporary_.clear();
  failure->what += ", and is half written";
  failure->remedy += " Then `unbake resume` finishes it, and `unbake undo` takes it back.";
  return Refusal{Refusal::Kind::kFailed, *failure};
}

bool Replacement::put_back(int fresh, int held) const {
  Patched ignored;
  const timespec times[] = {old_.st_atim, old_.st_mtim};
  return ::lseek(held, 0, SEEK_SET) == 0 && !copy_patched(fresh, held, patched_.inverse, ignored) &&
         uninterrupted([&] { return ::ftruncate(held, old_.st_size); }) == 0 && hash_of(held) == patched_.old_hash &&
         ::fchmod(held, old_.st_mode & 07777) == 0 && ::futimens(held, times) == 0 && ::fsync(held) == 0;
}

std::optional<Refusal> Replacement::rename_over(const std::string& backup) {
  if (!backup.empty()) {
    // The old file keeps its first name until the new one takes it.
    ::unlinkat(folder_.get(), backup.c_str(), 0);
    if (::linkat(folder_.get(), name_.c_str(), folder_.get(), backup.c_str(), 0) != 0) {
      return failed("its backup cannot be made");
    }
  }
  struct stat about {};
  if (::fstatat(folder_.get(), name_.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0 || !same_file(about, old_)) {
    return changed("was changed by somebody else meanwhile");
  }
  if (uninterrupted([&] { return ::renameat(folder_.get(), temporary_.c_str(), folder_.get(), name_.c_str()); }) != 0) {
    return failed("cannot be replaced");
  }
  temporaries_->forget(folder_path_, temporary_);
  temporary_.clear();
  return std::nullopt;
}

std::optional<io::Failure> Replacement::sync_folder() const {
  if (uninterrupted([&] { return ::fsync(folder_.get()); }) == 0 || errno == EINVAL || errno == EROFS) {
    return std::nullopt;
  }
  return io::system_failure("is repaired, and may not outlive a power failure", errno);
}

std::optional<io::Failure> Replacement::finish(const std::string& backup) {
  if (temporary_.empty()) return std::nullopt;
  const std::string where = temporary_path();
  const int answer = uninterrupted([&] {
    return backup.empty() ? ::unlinkat(folder_.get(), temporary_.c_str(), 0)
                          : ::renameat(folder_.get(), temporary_.c_str(), folder_.get(), backup.c_str());
  });
  const int error_number = errno;
  temporaries_->forget(folder_path_, temporary_);
  temporary_.clear();
  if (answer == 0) return std::nullopt;
  auto failure = io::system_failure(backup.empty() ? "is repaired, and the old file cannot be removed"
                                                   : "is repaired, and its backup cannot be named",
                                    error_number);
  failure.remedy = "The old file is " + where + ". " + failure.remedy;
  return failure;
}

}  // namespace unbake::files
