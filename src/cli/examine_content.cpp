#include "cli/examine_content.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "cli/found.hpp"
#include "cli/legacy_content.hpp"
#include "formats/legacy.hpp"
#include "io/archive_members.hpp"
#include "io/compression.hpp"

namespace unbake::cli {
namespace {

/// Text in other encodings is nothing to repair.
std::optional<io::Failure> not_utf8(std::string_view bytes) {
  if (auto failure = utf16_failure(bytes)) return failure;
  return formats::is_legacy(bytes) ? std::optional(legacy_failure()) : std::nullopt;
}

Examined examine_whole(const std::string& name, std::string_view bytes, const formats::Format& format,
                       const Settings& settings, const Examine& examine) {
  Examined result;
  auto found = format.find(bytes, settings.selection);
  if (auto* malformed = std::get_if<formats::Malformed>(&found)) {
    const std::size_t line = Document::line_of(bytes, malformed->offset);
    result.troubles.push_back(malformed_trouble(std::move(*malformed), line));
    return result;
  }
  auto& fields = std::get<formats::Fields>(found);
  formats::leave_alone(formats::ignored_ranges(bytes), fields);
  Document document(name, bytes, std::move(fields));
  result.remarks = document.remarks();
  examine_document(document, settings, examine, 0, result);
  return result;
}

Examined trouble(io::Failure failure) {
  Examined result;
  result.troubles.push_back({0, std::move(failure)});
  return result;
}

Examined examine_text(const std::string& name, std::string_view text, const formats::Format& format,
                      const Settings& settings, const Examine& examine) {
  return format.by_line ? examine_lines(name, text, format, formats::ignored_ranges(text), {}, settings, examine)
                        : examine_whole(name, text, format, settings, examine);
}

/// What is in another encoding is examined as the text that it becomes; its lines are replaced.
Examined examine_converted(const std::string& name, std::string_view content, const formats::Format& format,
                           const Settings& settings, const Examine& examine) {
  const auto made = converted(content, format, settings);
  if (const auto* failure = std::get_if<io::Failure>(&made)) return trouble(*failure);
  const std::string& text = std::get<Converted>(made).text;
  const std::string& encoding = std::get<Converted>(made).encoding;
  Examined result = examine_text(name, text, format, settings, [&](Document& document) {
    document.set_encoding(encoding);
    return examine(document);
  });
  if (result.troubles.empty()) {
    result.conclude();
    result.replacements = line_replacements(content, replaced(text, result.replacements));
  } else {
    result.replacements.clear();
  }
  return result;
}

Examined examine_unpacked(const std::string& name, std::string_view content, const Settings& settings,
                          const Examine& examine) {
  if (io::is_archive(content)) {
    return trouble({"is an archive, whose members are read by check and explain, and not repaired",
                    "Unpack it, repair what comes out, and pack it again."});
  }
  const formats::Format& format = format_of(name, settings);
  if (auto failure = formats::refuses(format, settings.selection)) return trouble(std::move(*failure));
  if (auto failure = not_utf8(content)) {
    return settings.to_utf8 ? examine_converted(name, content, format, settings, examine) : trouble(*failure);
  }
  Examined result = examine_text(name, content, format, settings, examine);
  result.conclude();
  return result;
}

}  // namespace

const formats::Format& format_of(const std::string& name, const Settings& settings) {
  return settings.as != nullptr ? *settings.as : formats::format_of_file(io::without_compression(name));
}

std::optional<io::Failure> utf16_failure(std::string_view head) {
  if (!formats::is_utf16(head)) return std::nullopt;
  return io::Failure{"is UTF-16 and was left alone", "To convert and repair it: unbake fix --to-utf8 FILE"};
}

io::Failure legacy_failure() {
  return {"is text in an encoding other than UTF-8 and was left alone",
          "To convert and repair it: unbake fix --to-utf8 FILE"};
}

Trouble malformed_trouble(formats::Malformed malformed, std::size_t line) {
  if (malformed.failure.remedy.empty()) {
    malformed.failure.remedy = "Nothing of it was repaired. Mend it, or have it repaired as plain text: --as plain";
  }
  return {line, std::move(malformed.failure)};
}

void examine_document(Document& document, const Settings& settings, const Examine& examine, std::size_t shift,
                      Examined& examined) {
  if (settings.collected != nullptr) {
    examined.conclusions.emplace_back(
        [&settings, says = document.says(settings.options)] { settings.collected->merge(says); });
  }
  Examination examination = examine(document);
  for (io::Replacement& replacement : examination.replacements) {
    replacement.offset += shift;
    examined.replacements.push_back(std::move(replacement));
  }
  if (examination.conclude) examined.conclusions.push_back(std::move(examination.conclude));
}

Examined examine_lines(const std::string& name, std::string_view lines, const formats::Format& format,
                       const std::vector<formats::Range>& ignored, LinesPlace place, const Settings& settings,
                       const Examine& examine) {
  Examined result;
  auto range = ignored.begin();
  for (std::size_t begin = 0; begin < lines.size(); ++place.line) {
    const std::size_t feed = lines.find('\n', begin);
    const std::size_t end = feed == std::string_view::npos ? lines.size() : feed + 1;
    const std::string_view line = lines.substr(begin, end - begin);
    const std::size_t at = std::exchange(begin, end);
    while (range != ignored.end() && range->end <= at) ++range;
    if (range != ignored.end() && range->begin <= at) continue;
    auto found = format.find(line, settings.selection);
    if (auto* malformed = std::get_if<formats::Malformed>(&found)) {
      malformed->failure.remedy = "Mend the line; it was passed on as it is, and the others were processed.";
      result.troubles.push_back({place.line, std::move(malformed->failure)});
      continue;
    }
    Document document(name, line, std::move(std::get<formats::Fields>(found)), place.offset + at, {place.line, 1});
    examine_document(document, settings, examine, at, result);
  }
  return result;
}

Examined examine_content(const std::string& name, std::string_view bytes, const Settings& settings,
                         const Examine& examine) {
  if (io::compression_of(bytes) == io::Compression::kNone) return examine_unpacked(name, bytes, settings, examine);
  auto content = io::unpacked(bytes);
  if (auto* failure = std::get_if<io::Failure>(&content)) return trouble(std::move(*failure));
  std::string text = std::get<std::string>(std::move(content));
  Examined result = examine_unpacked(name, text, settings, examine);
  result.unpacked = std::move(text);
  return result;
}

namespace {

/// The repairs of a document; what is lost in it is counted.
Plan plan_and_count_lost(const Document& document, const Options& options, Tally& tally) {
  Plan made;
  for (Finding& finding : document.explain(options)) {
    if (finding.verdict == Verdict::kRepaired) made.edits.push_back(std::move(finding.edit));
    if (!finding.kind.empty()) ++tally.lost;
  }
  return made;
}

}  // namespace

Examine planner(const Settings& settings, Tally& tally) {
  return [&settings, &tally](Document& document) {
    Tally own;
    const Plan made =
        settings.verbose ? plan_and_count_lost(document, settings.options, own) : document.plan(settings.options);
    Examination examination;
    own.add(made);
    const std::string& encoding = document.encoding();
    if (own.empty() && own.lost == 0 && encoding.empty()) return examination;
    std::vector<report::Found> found;
    if (settings.log != nullptr) found = found_in(document, made);
    examination.replacements = document.replacements(made);
    examination.conclude = [&settings, &tally, own = std::move(own), encoding, found = std::move(found)] {
      tally.add(own);
      // A file is converted once, however many documents it has.
      if (!encoding.empty()) tally.converted = {{encoding, 1}};
      if (settings.log != nullptr) settings.log->all.insert(settings.log->all.end(), found.begin(), found.end());
    };
    return examination;
  };
}

void tell(const Examined& examined, const std::string& path, Console& console) {
  for (const Trouble& trouble : examined.troubles) {
    const std::string line = trouble.line > 0 ? ":" + std::to_string(trouble.line) : "";
    console.error(display_name(path) + line, trouble.failure);
  }
  for (const std::string& remark : examined.remarks) console.note(display_name(path) + ": " + remark);
}

void pass_on(std::string_view text, const std::vector<io::Replacement>& replacements, Sink& sink) {
  std::size_t passed = 0;
  for (const io::Replacement& replacement : replacements) {
    sink.keep(text.substr(passed, replacement.offset - passed));
    sink.replace(text.substr(replacement.offset, replacement.length), replacement.after);
    passed = replacement.offset + replacement.length;
  }
  sink.keep(text.substr(passed));
}

std::string replaced(std::string_view bytes, const std::vector<io::Replacement>& replacements) {
  std::string text;
  std::size_t copied = 0;
  for (const io::Replacement& replacement : replacements) {
    text.append(bytes, copied, replacement.offset - copied).append(replacement.after);
    copied = replacement.offset + replacement.length;
  }
  return text.append(bytes, copied);
}

std::variant<std::string, io::Failure> repaired_bytes(std::string_view bytes, const Examined& examined) {
  if (!examined.unpacked) return replaced(bytes, examined.replacements);
  return io::packed(replaced(*examined.unpacked, examined.replacements), io::compression_of(bytes));
}

}  // namespace unbake::cli
