#include "files/journal_record.hpp"

#include <simdjson.h>

#include <type_traits>

#include "files/content_hash.hpp"
#include "files/journal_text.hpp"
#include "io/json_string.hpp"

namespace unbake::files {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kSum = ",\"sum\":\"";
constexpr std::size_t kSumDigits = 16;

/// A JSON object in the making.
class Writer {
 public:
  explicit Writer(std::string_view kind) { text("record", kind); }

  Writer& text(std::string_view key, std::string_view value) {
    begin(key);
    append(value);
    return *this;
  }
  Writer& number(std::string_view key, std::int64_t value) {
    begin(key);
    line_ += std::to_string(value);
    return *this;
  }
  Writer& number(std::string_view key, std::size_t value) { return number(key, static_cast<std::int64_t>(value)); }
  Writer& texts(std::string_view key, const std::vector<std::string>& values) {
    begin(key);
    line_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) line_ += ',';
      append(values[i]);
    }
    line_ += ']';
    return *this;
  }
  Writer& patch(std::string_view key, const Patch& patch) {
    begin(key);
    line_ += '[';
    for (std::size_t i = 0; i < patch.size(); ++i) {
      line_ += i > 0 ? ",[" : "[";
      line_ += std::to_string(patch[i].offset) + "," + std::to_string(patch[i].length) + ",";
      append(patch[i].after);
      line_ += ']';
    }
    line_ += ']';
    return *this;
  }

  /// The line, with its checksum and its end.
  std::string finish() {
    const std::string sum = checksum(line_);
    return line_.append(kSum).append(sum).append("\"}\n");
  }

 private:
  void begin(std::string_view key) { line_.append(line_.empty() ? "{\"" : ",\"").append(key).append("\":"); }
  void append(std::string_view value) {
    line_ += '"';
    io::append_json_escaped(line_, percent_encoded(value));
    line_ += '"';
  }

  std::string line_;
};

constexpr std::string_view kOutcomes[] = {"done", "left", "undoing", "undone"};

std::string line_of(const Begin& begin) {
  return Writer("begin")
      .number("schema_version", begin.schema_version)
      .text("version", begin.version)
      .text("folder", begin.folder)
      .texts("words", begin.words)
      .texts("names", begin.names)
      .text("evidence", begin.evidence)
      .finish();
}

std::string line_of(const Folder& folder) {
  return Writer("folder").text("folder", folder.folder).number("process", folder.process).finish();
}

std::string line_of(const FileIntent& intent) {
  Writer writer("file");
  writer.number("number", intent.number)
      .text("folder", intent.folder)
      .text("name", intent.name)
      .text("temporary", intent.temporary)
      .text("backup", intent.backup)
      .text("old_hash", intent.old_hash)
      .text("new_hash", intent.new_hash)
      .number("modified_seconds", intent.modified.seconds)
      .number("modified_nanoseconds", intent.modified.nanoseconds)
      .number("repairs", intent.repairs)
      .patch("inverse", intent.inverse);
  // Most have none; nor had journals of old words for it.
  if (intent.parts > 0) writer.number("parts", intent.parts);
  if (intent.in_place) writer.number("in_place", std::size_t{1});
  return writer.finish();
}

std::string line_of(const PatchPart& part) {
  return Writer("part").number("number", part.number).patch("inverse", part.inverse).finish();
}

std::string line_of(const RenameIntent& intent) {
  return Writer("rename")
      .number("number", intent.number)
      .text("folder", intent.folder)
      .text("from", intent.from)
      .text("to", intent.to)
      .number("device", intent.device)
      .number("inode", intent.inode)
      .finish();
}

std::string line_of(const Outcome& outcome) {
  Writer writer(kOutcomes[static_cast<std::size_t>(outcome.kind)]);
  writer.number("number", outcome.number).text("temporary", outcome.temporary);
  if (outcome.parts > 0) writer.number("parts", outcome.parts);
  if (!outcome.inverse.empty()) writer.patch("inverse", outcome.inverse);
  return writer.finish();
}

std::string line_of(const Planned&) { return Writer("planned").finish(); }

std::string line_of(const End&) { return Writer("end").finish(); }

/// Reads the members of a record; what is missing or of another type makes it bad.
class Reader {
 public:
  explicit Reader(dom::object object) : object_(object) {}

  std::string text(const char* key) { return decoded(object_[key]); }
  std::size_t number(const char* key) { return static_cast<std::size_t>(integer(key)); }
  /// Of what older journals do not have.
  std::size_t number_or(const char* key, std::size_t otherwise) { return has(key) ? number(key) : otherwise; }
  std::int64_t integer(const char* key) {
    std::int64_t value = 0;
    check(object_[key].get(value) == simdjson::SUCCESS);
    return value;
  }
  std::vector<std::string> texts(const char* key) {
    std::vector<std::string> values;
    dom::array array;
    check(object_[key].get(array) == simdjson::SUCCESS);
    if (good_) {
      for (dom::element element : array) values.push_back(decoded(element));
    }
    return values;
  }
  Patch patch(const char* key) {
    Patch patch;
    dom::array array;
    check(object_[key].get(array) == simdjson::SUCCESS);
    if (!good_) return patch;
    std::size_t end = 0;
    for (dom::element element : array) {
      std::uint64_t offset = 0;
      std::uint64_t length = 0;
      check(element.at(0).get(offset) == simdjson::SUCCESS && element.at(1).get(length) == simdjson::SUCCESS);
      check(offset >= end && length <= UINT64_MAX - offset);
      end = offset + length;
      patch.push_back({offset, length, decoded(element.at(2))});
    }
    return patch;
  }
  [[nodiscard]] bool has(const char* key) const { return object_[key].error() == simdjson::SUCCESS; }
  [[nodiscard]] bool good() const { return good_; }

 private:
  void check(bool right) { good_ = good_ && right; }
  std::string decoded(simdjson::simdjson_result<dom::element> result) {
    dom::element element;
    check(result.get(element) == simdjson::SUCCESS);
    return good_ ? decoded(element) : "";
  }
  std::string decoded(dom::element element) {
    std::string_view text;
    check(element.get(text) == simdjson::SUCCESS);
    auto bytes = percent_decoded(text);
    check(bytes.has_value());
    return bytes.value_or("");
  }

  dom::object object_;
  bool good_ = true;
};

std::optional<Record> record_of(std::string_view kind, Reader& from) {
  if (kind == "begin") {
    return Begin{from.number("schema_version"), from.text("version"), from.text("folder"),
                 from.texts("words"),           from.texts("names"),  from.text("evidence")};
  }
  if (kind == "folder") return Folder{from.text("folder"), from.number("process")};
  if (kind == "file") {
    return FileIntent{.number = from.number("number"),
                      .folder = from.text("folder"),
                      .name = from.text("name"),
                      .temporary = from.text("temporary"),
                      .backup = from.text("backup"),
                      .old_hash = from.text("old_hash"),
                      .new_hash = from.text("new_hash"),
                      .modified = {from.integer("modified_seconds"), from.integer("modified_nanoseconds")},
                      .repairs = from.number("repairs"),
                      .parts = from.number_or("parts", 0),
                      .inverse = from.patch("inverse"),
                      .in_place = from.has("in_place")};
  }
  if (kind == "part") return PatchPart{from.number("number"), from.patch("inverse")};
  if (kind == "rename") {
    return RenameIntent{from.number("number"), from.text("folder"),   from.text("from"),
                        from.text("to"),       from.number("device"), from.number("inode")};
  }
  if (kind == "planned") return Planned{};
  if (kind == "end") return End{};
  for (std::size_t i = 0; i < std::size(kOutcomes); ++i) {
    if (kind == kOutcomes[i]) {
      return Outcome{static_cast<Outcome::Kind>(i), from.number("number"), from.text("temporary"),
                     from.number_or("parts", 0), from.has("inverse") ? from.patch("inverse") : Patch()};
    }
  }
  return std::nullopt;
}

}  // namespace

std::string journal_line(const Record& record) {
  return std::visit([](const auto& what) { return line_of(what); }, record);
}

std::optional<Record> parse_journal_line(std::string_view line) {
  const std::size_t tail = kSum.size() + kSumDigits + 2;
  if (line.size() < tail) return std::nullopt;
  const std::string_view content = line.substr(0, line.size() - tail);
  const std::string_view end = line.substr(content.size());
  if (!end.starts_with(kSum) || end.substr(kSum.size(), kSumDigits) != checksum(content)) return std::nullopt;
  dom::parser parser;
  dom::object object;
  std::string_view kind;
  if (parser.parse(simdjson::padded_string(line)).get(object) != simdjson::SUCCESS ||
      object["record"].get(kind) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  Reader reader(object);
  auto record = record_of(kind, reader);
  return reader.good() ? record : std::nullopt;
}

}  // namespace unbake::files
