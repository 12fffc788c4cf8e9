#include "files/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <ctime>
#include <utility>

#include "io/output.hpp"

namespace unbake::files {
namespace {

constexpr int kNames = 1000;
constexpr std::size_t kEnough = std::size_t{1} << 20;
/// Bytes that the replacements of one record may have.
constexpr std::size_t kMostOfRecord = std::size_t{1} << 16;

std::string new_name(int number) {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  struct tm parts {};
  ::gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
  return std::string(text) + "-" + std::to_string(::getpid()) + (number > 0 ? "-" + std::to_string(number) : "");
}

/// Makes `folder` and those around it.
std::optional<io::Failure> make_folders(const std::string& folder) {
  for (std::size_t end = folder.find('/', 1);; end = folder.find('/', end + 1)) {
    const std::string part = folder.substr(0, end);
    if (::mkdir(part.c_str(), 0700) != 0 && errno != EEXIST) {
      return io::system_failure(("the folder " + part + " cannot be made").c_str(), errno);
    }
    if (end == std::string::npos) return std::nullopt;
  }
}

int sync_file(int descriptor) {
  return uninterrupted([&] { return ::fsync(descriptor); });
}

io::Failure lock_failure() {
  if (errno == EWOULDBLOCK) return {"is still running", "Wait for it, or end it."};
  return io::system_failure("its journal cannot be locked", errno);
}

std::optional<io::Failure> lock(int descriptor) {
  if (uninterrupted([&] { return ::flock(descriptor, LOCK_EX | LOCK_NB); }) != 0) return lock_failure();
  return std::nullopt;
}

}  // namespace

std::variant<std::unique_ptr<Journal>, io::Failure> Journal::create(const std::string& folder, const Begin& begin) {
  if (auto failure = make_folders(folder)) return *failure;
  for (int number = 0;; ++number) {
    const std::string name = new_name(number);
    const std::string path = folder + "/" + name + std::string(kJournalEnding);
    Descriptor file(
        uninterrupted([&] { return ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600); }));
    if (!file.open() && errno == EEXIST && number < kNames) continue;
    if (!file.open()) return io::system_failure(("the journal " + path + " cannot be made").c_str(), errno);
    if (auto failure = lock(file.get())) return *failure;
    std::unique_ptr<Journal> journal(new Journal(std::move(file), path, 0, 0));
    journal->add(begin);
    auto failure = journal->sync();
    if (!failure) {
      const Descriptor around(
          uninterrupted([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
      if (!around.open() || sync_file(around.get()) != 0) {
        failure = io::system_failure("the folder of the journal cannot be written", errno);
      }
    }
    if (failure) {
      ::unlink(path.c_str());
      return *failure;
    }
    return journal;
  }
}

std::variant<std::unique_ptr<Journal>, io::Failure> Journal::reopen(const std::string& path, JournalContent& content) {
  Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC); }));
  if (!file.open()) return io::system_failure("its journal cannot be written", errno);
  if (auto failure = lock(file.get())) return *failure;
  auto read = read_journal(path);
  if (auto* failure = std::get_if<io::Failure>(&read)) return *failure;
  content = std::move(std::get<JournalContent>(read));
  const auto size = static_cast<off_t>(content.size);
  if (uninterrupted([&] { return ::ftruncate(file.get(), size); }) != 0) {
    return io::system_failure("its journal cannot be written", errno);
  }
  return std::unique_ptr<Journal>(new Journal(std::move(file), path, content.size, content.changes.size()));
}

Journal::Journal(Descriptor file, std::string path, std::size_t size, std::size_t numbers)
    : file_(std::move(file)), path_(std::move(path)), size_(size), numbers_(numbers) {
  name_ = path_.substr(path_.rfind('/') + 1);
  name_.resize(name_.size() - kJournalEnding.size());
}

void Journal::add(const Record& record) {
  const std::lock_guard guard(mutex_);
  waiting_ += journal_line(record);
  // What is added without end must not be held without end; what goes wrong is told by the next sync.
  if (waiting_.size() > kEnough) static_cast<void>(write_out());
}

std::optional<io::Failure> Journal::add(FileIntent intent, const LongPatch& inverse) {
  return add_with_patch(std::move(intent), inverse);
}

std::optional<io::Failure> Journal::add(Outcome outcome, const LongPatch& inverse) {
  return add_with_patch(std::move(outcome), inverse);
}

template <typename Owner>
std::optional<io::Failure> Journal::add_with_patch(Owner owner, const LongPatch& patch) {
  std::size_t held = 0;
  const auto take = [&](const Patch& some) -> std::optional<io::Failure> {
    for (const io::Replacement& replacement : some) {
      const std::size_t more = sizeof replacement + replacement.after.size();
      if (held > 0 && held + more > kMostOfRecord) {
        add(PatchPart{owner.number, std::exchange(owner.inverse, {})});
        ++owner.parts;
        held = 0;
      }
      owner.inverse.push_back(replacement);
      held += more;
    }
    return std::nullopt;
  };
  if (auto failure = patch.for_each(take)) return failure;
  add(owner);
  return std::nullopt;
}

std::optional<io::Failure> Journal::write_out() {
  if (failure_ || waiting_.empty()) return failure_;
  io::Output output(file_.get());
  output.write(waiting_);
  if (auto failure = output.flush()) {
    failure_ = io::Failure{"its journal " + failure->what, failure->remedy};
    // Half a record would be taken for damage if something followed it; nothing will. This only tidies up.
    static_cast<void>(::ftruncate(file_.get(), static_cast<off_t>(size_)) == 0);
  } else {
    size_ += waiting_.size();
  }
  waiting_.clear();
  return failure_;
}

std::optional<io::Failure> Journal::sync() {
  const std::lock_guard guard(mutex_);
  if (auto failure = write_out()) return failure;
  if (sync_file(file_.get()) != 0) failure_ = io::system_failure("its journal cannot be written", errno);
  return failure_;
}

std::optional<io::Failure> Journal::announce(const std::string& folder) {
  {
    const std::lock_guard guard(mutex_);
    if (!announced_.insert(folder).second) return failure_;
    waiting_ += journal_line(Folder{folder, static_cast<std::size_t>(::getpid())});
  }
  return sync();
}

bool is_running(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.open() && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}  // namespace unbake::files
