#include "cli/source.hpp"

#include <utility>
#include <variant>

#include "io/lines.hpp"

namespace unbake::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool process_text(io::Input& input, const std::string& path, Console& console, const Examine& examine, Sink& sink) {
  const auto read = io::read_all(input);
  if (const auto* failure = std::get_if<io::Failure>(&read)) {
    console.error(display_name(path), *failure);
    return false;
  }
  const std::string_view text = std::get<std::string>(read);
  const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const auto replacements = examine({.file = path, .text = text.substr(mark), .mark = mark, .record = 0, .field = {}});
  std::size_t passed = 0;
  for (const io::Replacement& replacement : replacements) {
    const std::size_t begin = mark + replacement.offset;
    sink.keep(text.substr(passed, begin - passed));
    sink.replace(text.substr(begin, replacement.length), replacement.after);
    passed = begin + replacement.length;
  }
  sink.keep(text.substr(passed));
  return true;
}

bool process_json_lines(io::Input& input, const std::string& path, const Settings& settings, Console& console,
                        const Examine& examine, Sink& sink) {
  io::LineReader lines(input, [&sink] { sink.flush(); });
  io::JsonLineRewriter rewriter(settings.fields);
  for (std::size_t record = 1;; ++record) {
    const auto read = lines.next();
    if (const auto* failure = std::get_if<io::Failure>(&read)) {
      console.error(display_name(path), *failure);
      return record > 1;
    }
    const std::string_view line = std::get<std::string_view>(read);
    if (line.empty()) return true;
    const auto rewritten = rewriter.rewrite(line, [&](const std::string& field, std::string_view text) {
      return examine({.file = path, .text = text, .mark = 0, .record = record, .field = field});
    });
    if (rewritten.failure) console.error(display_name(path) + ":" + std::to_string(record), *rewritten.failure);
    if (rewritten.changed) {
      sink.replace(line, rewritten.line);
    } else {
      sink.keep(line);
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
  const Examine listen = [&](const Document& document) {
    settings.collected->merge(collect_evidence(document.text, settings.options));
    return examine(document);
  };
  const Examine& chosen = settings.collected != nullptr ? listen : examine;
  return settings.json_lines ? process_json_lines(input, path, settings, console, chosen, sink)
                             : process_text(input, path, console, chosen, sink);
}

}  // namespace unbake::cli
