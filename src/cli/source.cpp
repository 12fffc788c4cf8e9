#include "cli/source.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/part_reader.hpp"
#include "cli/stream_content.hpp"
#include "formats/legacy.hpp"
#include "io/archive_members.hpp"
#include "io/compression.hpp"
#include "unbake/sections.hpp"

namespace unbake::cli {
namespace {

/// Passes on what came of `bytes`; false if it could not be compressed again.
bool pass_on(std::string_view bytes, const Examined& examined, const std::string& path, Console& console, Sink& sink) {
  if (examined.unpacked && !sink.takes_content()) {
    if (examined.replacements.empty()) {
      sink.keep(bytes);
      return true;
    }
    const auto packed = repaired_bytes(bytes, examined);
    if (const auto* failure = std::get_if<io::Failure>(&packed)) {
      console.error(display_name(path), *failure);
      return false;
    }
    sink.replace(bytes, std::get<std::string>(packed));
    return true;
  }
  const std::string_view text = examined.unpacked ? std::string_view(*examined.unpacked) : bytes;
  pass_on(text, examined.replacements, sink);
  return true;
}

/// The most that is held of an input.
constexpr std::size_t kMostHeld = std::size_t{1} << 30;

/// All of an input; nothing if it could not be read, which the console has been told.
std::optional<std::string> read_whole(io::Input& input, const std::string& path, Console& console) {
  auto read = io::read_all(input, kMostHeld);
  if (auto* failure = std::get_if<io::Failure>(&read)) {
    failure->remedy += " Plain text is not held: --as plain repairs it as such.";
    console.error(display_name(path), *failure);
    return std::nullopt;
  }
  return std::get<std::string>(std::move(read));
}

bool process_text(io::Input& input, const std::string& path, const Settings& settings, Console& console,
                  const Examine& examine, Sink& sink) {
  const auto read = read_whole(input, path, console);
  if (!read) return false;
  const std::string_view bytes = *read;
  const Examined examined = examine_content(path, bytes, settings, examine);
  tell(examined, path, console);
  return pass_on(bytes, examined, path, console, sink);
}

/// Whether the member of an archive, which may be compressed by itself, is a text.
bool is_text_member(std::string_view content) {
  constexpr std::size_t kHead = 8000;
  std::string head;
  if (io::compression_of(content) != io::Compression::kNone) content = head = io::unpacked_head(content, kHead);
  if (io::is_archive(content)) return false;
  return formats::is_utf16(content) || content.find('\0') == std::string_view::npos;
}

/// The members of an archive; a member that is no text is passed over.
void look_at_members(std::string_view bytes, const std::string& path, const Settings& settings, Console& console,
                     const Examine& examine) {
  const auto failure = io::for_each_member(bytes, [&](const std::string& member, std::string_view content) {
    const std::string name = (path == kStandardInput ? display_name(path) : path) + "/" + member;
    if (settings.log != nullptr) ++settings.log->files;
    if (!is_text_member(content)) return;
    tell(examine_content(name, content, settings, examine), name, console);
  });
  if (failure) console.error(display_name(path), *failure);
}

/// Whether an input is read and passed on in parts: what is long, or comes line by line. What is compressed or packed
/// is unpacked, and what is to be converted is read, as a whole.
std::variant<bool, io::Failure> streams(io::Input& input, const std::string& path, const Settings& settings) {
  if (settings.to_utf8) return false;
  const formats::Format& format = format_of(path, settings);
  if (format.by_line) return io::without_compression(path) == path;
  if (!PartReader::can_read(format)) return false;
  const auto head = input.peek(SectionCutter::kLongest + 1);
  if (const auto* failure = std::get_if<io::Failure>(&head)) return *failure;
  const auto bytes = std::get<std::string_view>(head);
  return bytes.size() > SectionCutter::kLongest && io::compression_of(bytes) == io::Compression::kNone &&
         !io::is_archive(bytes) && !utf16_failure(bytes) && !formats::refuses(format, settings.selection);
}

bool process_parts(io::Input& input, const std::string& path, const Settings& settings, Console& console,
                   const Examine& examine, Sink& sink) {
  const formats::Format& format = format_of(path, settings);
  if (const auto failure = formats::refuses(format, settings.selection)) {
    console.error(display_name(path), *failure);
    return false;
  }
  return stream_content(input, path, format, settings, console, examine, sink);
}

}  // namespace

bool process(const std::string& path, const Settings& settings, Console& console, const Examine& examine, Sink& sink) {
  auto opened = io::Input::open(path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(display_name(path), *failure);
    return false;
  }
  return process(std::get<io::Input>(opened), path, settings, console, examine, sink);
}

bool look_at(const std::string& path, const Settings& settings, Console& console, const Examine& examine) {
  auto opened = io::Input::open(path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(display_name(path), *failure);
    return false;
  }
  return look_at(std::get<io::Input>(opened), path, settings, console, examine);
}

bool look_at(io::Input& input, const std::string& path, const Settings& settings, Console& console,
             const Examine& examine) {
  const auto in_parts = streams(input, path, settings);
  if (const auto* failure = std::get_if<io::Failure>(&in_parts)) {
    console.error(display_name(path), *failure);
    return false;
  }
  if (std::get<bool>(in_parts)) {
    if (settings.log != nullptr) ++settings.log->files;
    NoSink nowhere;
    return process_parts(input, path, settings, console, examine, nowhere);
  }
  const auto read = read_whole(input, path, console);
  if (!read) return false;
  std::string_view bytes = *read;
  std::variant<std::string, io::Failure> content;
  if (io::compression_of(bytes) != io::Compression::kNone) {
    content = io::unpacked(bytes);
    if (const auto* unpacked = std::get_if<std::string>(&content); unpacked != nullptr && io::is_archive(*unpacked)) {
      bytes = *unpacked;
    }
  }
  if (io::is_archive(bytes)) {
    look_at_members(bytes, path, settings, console, examine);
  } else {
    if (settings.log != nullptr) ++settings.log->files;
    tell(examine_content(path, bytes, settings, examine), path, console);
  }
  return true;
}

bool process(io::Input& input, const std::string& path, const Settings& settings, Console& console,
             const Examine& examine, Sink& sink) {
  if (settings.log != nullptr) ++settings.log->files;
  const auto in_parts = streams(input, path, settings);
  if (const auto* failure = std::get_if<io::Failure>(&in_parts)) {
    console.error(display_name(path), *failure);
    return false;
  }
  return std::get<bool>(in_parts) ? process_parts(input, path, settings, console, examine, sink)
                                  : process_text(input, path, settings, console, examine, sink);
}

}  // namespace unbake::cli
