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

/// Lets the documents of a run say what they have to say of their damage.
std::vector<io::Replacement> examine_and_collect(Document& document, const Settings& settings, const Examine& examine) {
  if (settings.collected != nullptr) {
    settings.collected->merge(collect_evidence(document.text(), settings.options));
  }
  return examine(document);
}

/// Text in other encodings is nothing to repair.
std::optional<io::Failure> not_utf8(std::string_view bytes) {
  if (formats::is_utf16(bytes)) {
    return io::Failure{"is UTF-16 and was left alone", "To convert and repair it: unbake fix --to-utf8 FILE"};
  }
  if (formats::is_legacy(bytes)) {
    return io::Failure{"is text in an encoding other than UTF-8 and was left alone",
                       "To convert and repair it: unbake fix --to-utf8 FILE"};
  }
  return std::nullopt;
}

Examined examine_whole(const std::string& name, std::string_view bytes, const formats::Format& format,
                       const Settings& settings, const Examine& examine) {
  Examined result;
  auto found = format.find(bytes, settings.selection);
  if (auto* malformed = std::get_if<formats::Malformed>(&found)) {
    io::Failure& failure = malformed->failure;
    if (failure.remedy.empty()) {
      failure.remedy = "Nothing of it was repaired. Mend it, or have it repaired as plain text: --as plain";
    }
    result.troubles.push_back({Document::line_of(bytes, malformed->offset), std::move(failure)});
    return result;
  }
  auto& fields = std::get<formats::Fields>(found);
  formats::leave_alone(formats::ignored_ranges(bytes), fields);
  Document document(name, bytes, std::move(fields));
  result.remarks = document.remarks();
  result.replacements = examine_and_collect(document, settings, examine);
  return result;
}

Examined examine_lines(const std::string& name, std::string_view bytes, const formats::Format& format,
                       const Settings& settings, const Examine& examine) {
  Examined result;
  LineExaminer examiner(name, format, settings);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t feed = bytes.find('\n', begin);
    const std::size_t end = feed == std::string_view::npos ? bytes.size() : feed + 1;
    Examined line = examiner.next(bytes.substr(begin, end - begin), examine);
    for (io::Replacement& replacement : line.replacements) {
      replacement.offset += begin;
      result.replacements.push_back(std::move(replacement));
    }
    std::move(line.troubles.begin(), line.troubles.end(), std::back_inserter(result.troubles));
    begin = end;
  }
  return result;
}

Examined trouble(io::Failure failure) {
  Examined result;
  result.troubles.push_back({0, std::move(failure)});
  return result;
}

Examined examine_text(const std::string& name, std::string_view text, const formats::Format& format,
                      const Settings& settings, const Examine& examine) {
  return format.by_line ? examine_lines(name, text, format, settings, examine)
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
  return examine_text(name, content, format, settings, examine);
}

}  // namespace

const formats::Format& format_of(const std::string& name, const Settings& settings) {
  return settings.as != nullptr ? *settings.as : formats::format_of_file(io::without_compression(name));
}

Examined LineExaminer::next(std::string_view line, const Examine& examine) {
  Examined result;
  ++line_;
  const std::size_t offset = std::exchange(offset_, offset_ + line.size());
  if (ignored_.next(line)) return result;
  auto found = format_.find(line, settings_.selection);
  if (auto* malformed = std::get_if<formats::Malformed>(&found)) {
    malformed->failure.remedy = "Mend the line; it was passed on as it is, and the others were processed.";
    result.troubles.push_back({line_, std::move(malformed->failure)});
    return result;
  }
  Document document(name_, line, std::move(std::get<formats::Fields>(found)), offset, line_);
  result.replacements = examine_and_collect(document, settings_, examine);
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

Examine planner(const Settings& settings, Tally& tally) {
  return [&settings, &tally](Document& document) {
    const Plan made = document.plan(settings.options);
    tally.add(made);
    if (!document.encoding().empty()) tally.converted = {{document.encoding(), 1}};
    if (settings.log != nullptr) {
      for (report::Found& found : found_in(document, made)) settings.log->all.push_back(std::move(found));
    }
    return document.replacements(made);
  };
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
