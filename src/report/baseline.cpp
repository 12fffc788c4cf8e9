#include "report/baseline.hpp"

#include <algorithm>

#include "report/json_object.hpp"

namespace unbake::report {
namespace {

constexpr std::string_view kHead = "{\"unbake_baseline\":1";

std::string line_of(const Found& found) {
  return JsonObject()
      .add("unbake_baseline", std::size_t{1})
      .add("file", found.file)
      .add("path", found.kind.empty() ? found.path : found.kind)
      .add("before", found.before)
      .add("after", found.after)
      .text();
}

}  // namespace

std::optional<Baseline> Baseline::read(std::string_view text) {
  Baseline baseline;
  while (!text.empty()) {
    const std::size_t feed = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, feed);
    text.remove_prefix(std::min(feed + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (!line.starts_with(kHead)) return std::nullopt;
    ++baseline.lines_[std::string(line)];
  }
  return baseline;
}

void Baseline::add(const Found& found) { ++lines_[line_of(found)]; }

bool Baseline::take(const Found& found) {
  const auto known = lines_.find(line_of(found));
  if (known == lines_.end() || known->second == 0) return false;
  --known->second;
  return true;
}

std::size_t Baseline::left() const {
  std::size_t sum = 0;
  for (const auto& [line, count] : lines_) sum += count;
  return sum;
}

std::string Baseline::text() const {
  std::string text;
  for (const auto& [line, count] : lines_) {
    for (std::size_t i = 0; i < count; ++i) text.append(line).append("\n");
  }
  return text;
}

}  // namespace unbake::report
