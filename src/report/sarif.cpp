#include "report/sarif.hpp"

#include <algorithm>
#include <vector>

#include "report/json_object.hpp"

namespace unbake::report {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

/// The name of a file as a relative or absolute URI.
std::string uri(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      out.append({'%', kDigits[byte >> 4], kDigits[byte & 0xF]});
    }
  }
  return out;
}

JsonObject text(std::string_view words) { return JsonObject().add("text", words); }

JsonObject region(const Found& found) {
  return JsonObject()
      .add("startLine", found.begin.line)
      .add("startColumn", found.begin.column)
      .add("endLine", found.end.line)
      .add("endColumn", found.end.column)
      .add("byteOffset", found.offset)
      .add("byteLength", found.length);
}

/// The rule that a place breaks, by which it is known.
std::string rule_of(const Found& found) { return found.kind.empty() ? found.path : "unrecoverable/" + found.kind; }

std::string description_of(const std::string& rule) {
  return rule.starts_with("unrecoverable/") ? "Text that nothing can bring back: " + rule.substr(rule.find('/') + 1)
                                            : "Text that was decoded with the wrong encoding: " + rule;
}

JsonObject fix_of(const Found& found, const JsonObject& file) {
  const JsonObject replacement =
      JsonObject().add("deletedRegion", region(found)).add("insertedContent", text(found.written));
  const JsonObject change =
      JsonObject().add("artifactLocation", file).add("replacements", std::vector<JsonObject>{replacement});
  return JsonObject()
      .add("description", text("Undo the wrong decoding."))
      .add("artifactChanges", std::vector<JsonObject>{change});
}

JsonObject result(const Found& found, std::size_t rule) {
  const JsonObject file = JsonObject().add("uri", uri(found.file));
  const JsonObject location =
      JsonObject().add("physicalLocation", JsonObject().add("artifactLocation", file).add("region", region(found)));
  const bool is_repair = found.kind.empty();
  const std::string message =
      "\"" + found.before + "\" " + (is_repair ? "should be \"" + found.after + "\"" : "is what is left of lost text");
  JsonObject result;
  result.add("ruleId", rule_of(found))
      .add("ruleIndex", rule)
      .add("level", is_repair ? "error" : "warning")
      .add("message", text(message))
      .add("locations", std::vector<JsonObject>{location});
  if (!is_repair) return result;
  return result.add("fixes", std::vector<JsonObject>{fix_of(found, file)})
      .add("properties", JsonObject().add("confidence", found.confidence));
}

}  // namespace

std::string sarif_log(std::span<const Found> all, std::string_view version) {
  std::vector<std::string> paths;
  paths.reserve(all.size());
  for (const Found& found : all) paths.push_back(rule_of(found));
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  std::vector<JsonObject> rules;
  rules.reserve(paths.size());
  for (const std::string& path : paths) {
    rules.push_back(JsonObject().add("id", path).add("shortDescription", text(description_of(path))));
  }
  std::vector<JsonObject> results;
  results.reserve(all.size());
  for (const Found& found : all) {
    const auto rule = std::lower_bound(paths.begin(), paths.end(), rule_of(found));
    results.push_back(result(found, static_cast<std::size_t>(rule - paths.begin())));
  }
  const JsonObject driver = JsonObject().add("name", "unbake").add("version", version).add("rules", rules);
  const JsonObject run = JsonObject()
                             .add("tool", JsonObject().add("driver", driver))
                             .add("columnKind", "unicodeCodePoints")
                             .add("results", results);
  return JsonObject()
             .add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
             .add("version", "2.1.0")
             .add("runs", std::vector<JsonObject>{run})
             .text() +
         "\n";
}

}  // namespace unbake::report
