#include "io/input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace unbake::io {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

}  // namespace

std::variant<Input, Failure> Input::open(const std::string& path) {
  if (path == "-") return Input(STDIN_FILENO, false);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_failure("cannot be read", errno);
  Input input(descriptor, true);
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return input;
  if (S_ISDIR(about.st_mode)) {
    return Failure{"is a directory", "Name a file; `unbake check` and `unbake fix` take directories too."};
  }
  if (S_ISREG(about.st_mode)) input.length_ = static_cast<std::size_t>(about.st_size);
  return input;
}

std::variant<Input, Failure> Input::open_regular(const std::string& path) {
  int descriptor = -1;
  do {
    descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  } while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0) return system_failure("cannot be read", errno);
  Input input(descriptor, true);
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return system_failure("cannot be read", errno);
  if (!S_ISREG(about.st_mode)) return Failure{"is no regular file", "It is left alone."};
  input.length_ = static_cast<std::size_t>(about.st_size);
  return input;
}

Input::Input(Input&& other) noexcept
    : descriptor_(other.descriptor_),
      owned_(std::exchange(other.owned_, false)),
      ended_(other.ended_),
      length_(other.length_),
      taken_(other.taken_),
      peeked_(std::move(other.peeked_)) {}

std::optional<Failure> Input::begin_at(std::size_t offset) {
  if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) return system_failure("cannot be read", errno);
  taken_ = offset;
  return std::nullopt;
}

Input::~Input() {
  if (owned_) ::close(descriptor_);
}

std::variant<std::size_t, Failure> Input::read(char* buffer, std::size_t size) {
  if (peeked_.empty()) return read_now(buffer, size);
  const std::size_t count = peeked_.copy(buffer, size);
  peeked_.erase(0, count);
  return count;
}

std::variant<std::string_view, Failure> Input::peek(std::size_t size) {
  while (peeked_.size() < size) {
    const std::size_t before = peeked_.size();
    // Room that is not needed would be filled with zeros, which takes longer than reading a small file.
    const std::size_t likely = length_ > 0 ? length_ - std::min(length_, taken_) + 1 : kChunk;
    const std::size_t step = std::min(size - before, likely);
    peeked_.resize(before + step);
    auto count = read_now(peeked_.data() + before, step);
    const auto* added = std::get_if<std::size_t>(&count);
    peeked_.resize(before + (added != nullptr ? *added : 0));
    if (added == nullptr) return std::get<Failure>(count);
    if (*added == 0) break;
  }
  return peeked_;
}

std::variant<std::size_t, Failure> Input::read_now(char* buffer, std::size_t size) {
  if (ended_ || size == 0) return std::size_t{0};
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) {
      taken_ += static_cast<std::size_t>(count);
      ended_ = owned_ && count == 0;
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) return system_failure("cannot be read", errno);
  }
}

bool Input::is_ready() const {
  if (!peeked_.empty()) return true;
  struct pollfd waiting = {descriptor_, POLLIN, 0};
  return ::poll(&waiting, 1, 0) != 0;
}

std::size_t Input::size_hint() const {
  if (owned_) return length_ - std::min(length_, taken_) + peeked_.size();
  struct stat about {};
  if (::fstat(descriptor_, &about) != 0 || !S_ISREG(about.st_mode)) return 0;
  const off_t position = ::lseek(descriptor_, 0, SEEK_CUR);
  if (position < 0 || about.st_size < position) return peeked_.size();
  return static_cast<std::size_t>(about.st_size - position) + peeked_.size();
}

bool Input::is_file(const std::string& path) const {
  struct stat mine {};
  struct stat other {};
  return ::fstat(descriptor_, &mine) == 0 && ::stat(path.c_str(), &other) == 0 && mine.st_dev == other.st_dev &&
         mine.st_ino == other.st_ino;
}

std::variant<std::string, Failure> read_all(Input& input, std::size_t most) {
  const auto too_large = [most] {
    return Failure{"is larger than " + std::to_string(most >> 20) + " MiB, which is the most that is held in memory",
                   "Split it."};
  };
  std::string text;
  std::size_t used = 0;
  const std::size_t expected = input.size_hint();
  if (expected > most) return too_large();
  // One byte more than expected, so that the end of a file is seen without growing.
  text.resize(expected + 1);
  for (;;) {
    if (used == text.size()) text.resize(text.size() + std::max(kChunk, text.size() / 2));
    auto count = input.read(text.data() + used, text.size() - used);
    if (auto* failure = std::get_if<Failure>(&count)) return std::move(*failure);
    const std::size_t added = std::get<std::size_t>(count);
    if (added == 0) break;
    used += added;
    if (used > most) return too_large();
  }
  text.resize(used);
  return text;
}

}  // namespace unbake::io
