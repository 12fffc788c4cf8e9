#include "cli/tally.hpp"

#include <utility>

#include "cli/display.hpp"

namespace unbake::cli {

void Tally::add(const Plan& plan) {
  repairs += plan.edits.size();
  for (const Edit& edit : plan.edits) ++by_path[edit.path];
}

void Tally::add(const Tally& other) {
  repairs += other.repairs;
  for (const auto& [path, count] : other.by_path) by_path[path] += count;
}

std::string Tally::text() const {
  std::string paths;
  for (const auto& [path, count] : by_path) {
    paths.append(paths.empty() ? "" : ", ").append(path).append(" ").append(std::to_string(count));
  }
  return counted(repairs, "repair") + (paths.empty() ? "" : " (" + paths + ")");
}

std::vector<io::Replacement> replacements(Plan&& plan) {
  std::vector<io::Replacement> result;
  result.reserve(plan.edits.size());
  for (Edit& edit : plan.edits) result.push_back({edit.offset, edit.length, std::move(edit.after)});
  return result;
}

}  // namespace unbake::cli
