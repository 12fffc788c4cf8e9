#include "cli/file_loop.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <variant>

#include "formats/legacy.hpp"
#include "io/archive_members.hpp"
#include "io/compression.hpp"
#include "io/input.hpp"

namespace unbake::cli {
namespace {

bool is_gone(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) != 0 && errno == ENOENT;
}

/// Why a file that was found, and not named, is passed over; null if it is to be looked into.
const char* passed_over(io::Input& input, const Settings& settings, bool looking) {
  auto peeked = input.peek(kBinaryHead);
  const auto* head = std::get_if<std::string_view>(&peeked);
  if (head == nullptr) return nullptr;  // reading it will fail again
  std::string unpacked;
  const bool packed = io::compression_of(*head) != io::Compression::kNone;
  if (packed) {
    peeked = input.peek(io::kPackedHead);
    if (head = std::get_if<std::string_view>(&peeked); head == nullptr) return nullptr;
    unpacked = io::unpacked_head(*head, kBinaryHead);
  }
  const std::string_view content = packed ? std::string_view(unpacked) : *head;
  if (io::is_archive(content)) return looking ? nullptr : "is an archive, passed over (check reads its members)";
  if (settings.binary || !looks_binary(content)) return nullptr;
  return "is binary, passed over (--binary=force reads it)";
}

}  // namespace

bool looks_binary(std::string_view head) {
  return !formats::is_utf16(head) && head.substr(0, kBinaryHead).find('\0') != std::string_view::npos;
}

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
  if (const char* reason = file.named ? nullptr : passed_over(input, settings, sink == nullptr)) {
    if (settings.verbose) console.note(display_name(file.path) + ": " + reason);
    return Looked::kPassed;
  }
  const bool read = sink != nullptr ? process(input, file.path, settings, console, examine, *sink)
                                    : look_at(input, file.path, settings, console, examine);
  return read ? Looked::kYes : Looked::kFailed;
}

}  // namespace unbake::cli
