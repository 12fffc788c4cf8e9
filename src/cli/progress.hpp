// How far a command has come, on standard error.
#ifndef UNBAKE_CLI_PROGRESS_HPP_
#define UNBAKE_CLI_PROGRESS_HPP_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "cli/settings.hpp"

namespace unbake::cli {

/// `12 of 340 files, 5.1 MB, 2.3 MB/s, 41 s left`
std::string progress_text(std::size_t done, std::size_t total, std::uint64_t bytes, double seconds);

/// One line that is written again and again on a terminal; elsewhere, if it is wanted, a line every few seconds.
/// Nothing is shown of what takes less than a second.
class ProgressLine {
 public:
  ProgressLine(Progress wanted, std::size_t total);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// One more file is done.
  void advance(std::uint64_t bytes);
  /// Shows the time that has passed.
  void refresh();
  /// Takes the line off the terminal, to make room for other output.
  void clear();
  /// True if there is a line on the terminal.
  [[nodiscard]] bool shown() const { return shown_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool wanted_;
  bool terminal_;
  bool shown_ = false;
  std::size_t total_;
  std::size_t done_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_PROGRESS_HPP_
