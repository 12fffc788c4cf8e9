#include "cli/file_loop.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <variant>

#include "io/input.hpp"

namespace unbake::cli {
namespace {

bool is_gone(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) != 0 && errno == ENOENT;
}

}  // namespace

bool looks_binary(std::string_view head) { return head.substr(0, kBinaryHead).find('\0') != std::string_view::npos; }

std::size_t jobs(const Settings& settings) {
  return settings.jobs > 0 ? settings.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Looked look_into(const files::FoundFile& file, const Settings& settings, Console& console, const Examine& examine,
                 Sink* sink, std::uint64_t& bytes) {
  auto opened = file.named && !settings.write ? io::Input::open(file.path) : io::Input::open_regular(file.path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    if (!file.named && is_gone(file.path)) {
      console.note(display_name(file.path) + ": has vanished meanwhile");
      return Looked::kPassed;
    }
    console.error(display_name(file.path), *failure);
    return Looked::kFailed;
  }
  auto& input = std::get<io::Input>(opened);
  bytes += input.size_hint();
  if (!file.named && !settings.binary) {
    const auto head = input.peek(kBinaryHead);
    if (std::holds_alternative<std::string_view>(head) && looks_binary(std::get<std::string_view>(head))) {
      if (settings.verbose)
        console.note(display_name(file.path) + ": is binary, passed over (--binary=force reads it)");
      return Looked::kPassed;
    }
  }
  const bool read = sink != nullptr ? process(input, file.path, settings, console, examine, *sink)
                                    : look_at(input, file.path, settings, console, examine);
  return read ? Looked::kYes : Looked::kFailed;
}

}  // namespace unbake::cli
