// Descriptors that close themselves, and system calls that are not put off by a signal.
#ifndef UNBAKE_FILES_DESCRIPTOR_HPP_
#define UNBAKE_FILES_DESCRIPTOR_HPP_

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace unbake::files {

/// Owns a file descriptor, or none (-1).
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset(std::exchange(other.number_, -1));
    return *this;
  }
  ~Descriptor() { reset(); }

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }
  /// Closes what is owned and owns `number` instead.
  void reset(int number = -1) {
    if (number_ >= 0) ::close(number_);
    number_ = number;
  }

 private:
  int number_;
};

/// Makes a system call until no signal interrupts it.
template <typename Call>
auto uninterrupted(Call call) {
  auto answer = call();
  while (answer < 0 && errno == EINTR) answer = call();
  return answer;
}

}  // namespace unbake::files

#endif  // UNBAKE_FILES_DESCRIPTOR_HPP_
