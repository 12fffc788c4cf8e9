#include "cli/source.hpp"

#include <string_view>
#include <utility>
#include <variant>

#include "formats/legacy.hpp"
#include "io/archive_members.hpp"
#include "io/compression.hpp"
#include "io/lines.hpp"

namespace unbake::cli {
namespace {

void tell(const Examined& examined, const std::string& path, Console& console) {
  for (const Trouble& trouble : examined.troubles) {
    const std::string line = trouble.line > 0 ? ":" + std::to_string(trouble.line) : "";
    console.error(display_name(path) + line, trouble.failure);
  }
  for (const std::string& remark : examined.remarks) console.note(display_name(path) + ": " + remark);
}

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
  std::size_t passed = 0;
  for (const io::Replacement& replacement : examined.replacements) {
    sink.keep(text.substr(passed, replacement.offset - passed));
    sink.replace(text.substr(replacement.offset, replacement.length), replacement.after);
    passed = replacement.offset + replacement.length;
  }
  sink.keep(text.substr(passed));
  return true;
}

bool process_text(io::Input& input, const std::string& path, const Settings& settings, Console& console,
                  const Examine& examine, Sink& sink) {
  const auto read = io::read_all(input);
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return false;
  }
  const std::string_view bytes = std::get<std::string>(read);
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

bool process_lines(io::Input& input, const std::string& path, const formats::Format& format, const Settings& settings,
                   Console& console, const Examine& examine, Sink& sink) {
  if (const auto failure = formats::refuses(format, settings.selection)) {
    console.error(display_name(path), *failure);
    return false;
  }
  io::LineReader lines(input, [&sink] { sink.flush(); });
  LineExaminer examiner(path, format, settings);
  for (std::size_t count = 0;; ++count) {
    const auto read = lines.next();
    if (const auto* failure = std::get_if<io::Failure>(&read)) {
      console.error(display_name(path), *failure);
      return count > 0;
    }
    const std::string_view line = std::get<std::string_view>(read);
    if (line.empty()) return true;
    const Examined examined = examiner.next(line, examine);
    tell(examined, path, console);
    if (examined.replacements.empty()) {
      sink.keep(line);
    } else {
      sink.replace(line, replaced(line, examined.replacements));
    }
    if (sink.stopped()) return true;
  }
}

/// True if an input is read and passed on line by line. What is compressed is unpacked, and what is to be converted is
/// read, as a whole.
bool streams(const std::string& path, const Settings& settings) {
  return !settings.to_utf8 && format_of(path, settings).by_line && io::without_compression(path) == path;
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
  if (streams(path, settings)) {
    NoSink nowhere;
    return process(input, path, settings, console, examine, nowhere);
  }
  const auto read = io::read_all(input);
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return false;
  }
  std::string_view bytes = std::get<std::string>(read);
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
  return streams(path, settings)
             ? process_lines(input, path, format_of(path, settings), settings, console, examine, sink)
             : process_text(input, path, settings, console, examine, sink);
}

}  // namespace unbake::cli
