#include "cli/tally.hpp"

#include "cli/display.hpp"

namespace unbake::cli {

void Tally::add(const Plan& plan) {
  repairs += plan.edits.size();
  for (const Edit& edit : plan.edits) ++by_path[edit.path];
}

void Tally::add(const Tally& other) {
  repairs += other.repairs;
  lost += other.lost;
  for (const auto& [path, count] : other.by_path) by_path[path] += count;
  for (const auto& [encoding, count] : other.converted) converted[encoding] += count;
}

std::string Tally::text() const {
  std::string paths;
  for (const auto& [path, count] : by_path) {
    paths.append(paths.empty() ? "" : ", ").append(path).append(" ").append(std::to_string(count));
  }
  std::string text;
  for (const auto& [encoding, count] : converted)
    text.append(text.empty() ? "" : ", ").append("converted from " + encoding);
  if (!text.empty() && repairs == 0) return text;
  return text + (text.empty() ? "" : ", ") + counted(repairs, "repair") + (paths.empty() ? "" : " (" + paths + ")");
}

}  // namespace unbake::cli
