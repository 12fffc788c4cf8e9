#include "cli/source.hpp"

#include <string_view>
#include <utility>
#include <variant>

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

bool process_text(io::Input& input, const std::string& path, const Settings& settings, Console& console,
                  const Examine& examine, Sink& sink) {
  const auto read = io::read_all(input);
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return false;
  }
  const std::string_view text = std::get<std::string>(read);
  const Examined examined = examine_content(path, text, settings, examine);
  tell(examined, path, console);
  std::size_t passed = 0;
  for (const io::Replacement& replacement : examined.replacements) {
    sink.keep(text.substr(passed, replacement.offset - passed));
    sink.replace(text.substr(replacement.offset, replacement.length), replacement.after);
    passed = replacement.offset + replacement.length;
  }
  sink.keep(text.substr(passed));
  return true;
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

}  // namespace

bool process(const std::string& path, const Settings& settings, Console& console, const Examine& examine, Sink& sink) {
  auto opened = io::Input::open(path);
  if (const auto* failure = std::get_if<io::Failure>(&opened)) {
    console.error(display_name(path), *failure);
    return false;
  }
  return process(std::get<io::Input>(opened), path, settings, console, examine, sink);
}

bool process(io::Input& input, const std::string& path, const Settings& settings, Console& console,
             const Examine& examine, Sink& sink) {
  const formats::Format& format = format_of(path, settings);
  if (settings.log != nullptr) ++settings.log->files;
  return format.by_line ? process_lines(input, path, format, settings, console, examine, sink)
                        : process_text(input, path, settings, console, examine, sink);
}

}  // namespace unbake::cli
