#include "cli/progress.hpp"

#include <unistd.h>

#include "cli/display.hpp"
#include "io/output.hpp"

namespace unbake::cli {
namespace {

constexpr double kMegabyte = 1e6;
constexpr std::chrono::milliseconds kFirst{1000};
constexpr std::chrono::milliseconds kOnTerminal{100};
constexpr std::chrono::milliseconds kElsewhere{5000};

void write_error(const std::string& text) {
  io::Output stream(STDERR_FILENO);
  stream.write(text);
  static_cast<void>(stream.flush());  // there is nowhere to report that it failed
}

}  // namespace

std::string progress_text(std::size_t done, std::size_t total, std::uint64_t bytes, double seconds) {
  const double megabytes = static_cast<double>(bytes) / kMegabyte;
  std::string text = std::to_string(done) + " of " + counted(total, "file") + ", " + decimal(megabytes, 1) + " MB";
  if (seconds > 0) text += ", " + decimal(megabytes / seconds, 1) + " MB/s";
  if (done > 0) {
    text += ", " + decimal(seconds * static_cast<double>(total - done) / static_cast<double>(done), 0) + " s left";
  }
  return text;
}

ProgressLine::ProgressLine(Progress wanted, std::size_t total)
    : wanted_(wanted != Progress::kNever), terminal_(::isatty(STDERR_FILENO) != 0), total_(total) {
  if (wanted == Progress::kAuto && !terminal_) wanted_ = false;
  next_ = start_ + (wanted == Progress::kAlways ? std::chrono::milliseconds(0) : kFirst);
}

void ProgressLine::advance(std::uint64_t bytes) {
  ++done_;
  bytes_ += bytes;
  refresh();
}

void ProgressLine::refresh() {
  const auto now = Clock::now();
  if (!wanted_ || now < next_) return;
  next_ = now + (terminal_ ? kOnTerminal : kElsewhere);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string text = progress_text(done_, total_, bytes_, seconds);
  write_error(terminal_ ? "\r" + text + "\033[K" : text + "\n");
  shown_ = terminal_;
}

void ProgressLine::clear() {
  if (shown_) write_error("\r\033[K");
  shown_ = false;
}

}  // namespace unbake::cli
