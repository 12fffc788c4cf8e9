#include "io/output.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace unbake::io {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 16;

/// Waits until a descriptor that someone made non-blocking takes bytes again.
void wait_until_writable(int descriptor) {
  struct pollfd waiting = {descriptor, POLLOUT, 0};
  ::poll(&waiting, 1, -1);
}

}  // namespace

void Output::write(std::string_view bytes) {
  if (failed()) return;
  if (memory_ != nullptr) {
    memory_->append(bytes);
    return;
  }
  if (waiting_.size() + bytes.size() >= kBuffer) {
    write_now(waiting_);
    waiting_.clear();
  }
  if (bytes.size() >= kBuffer) {
    write_now(bytes);
  } else {
    waiting_.append(bytes);
  }
}

std::optional<Failure> Output::flush() {
  write_now(waiting_);
  waiting_.clear();
  if (failed()) return system_failure("cannot be written", error_number_);
  return std::nullopt;
}

bool Output::reader_gone() const { return error_number_ == EPIPE; }

void Output::write_now(std::string_view bytes) {
  while (!bytes.empty() && !failed()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      wait_until_writable(descriptor_);
    } else if (errno != EINTR) {
      error_number_ = errno;
    }
  }
}

}  // namespace unbake::io
