#include "cli/summary.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/display.hpp"

namespace unbake::cli {
namespace {

constexpr std::size_t kColumn = 10;

std::string right_aligned(std::string_view text) {
  return std::string(kColumn - std::min(kColumn, text.size()), ' ') + std::string(text);
}

}  // namespace

void Summary::add(const Tally& tally) {
  ++files;
  if (!tally.empty()) ++damaged;
  total.add(tally);
  for (const auto& [path, count] : tally.by_path) ++files_by_path[path];
}

std::string Summary::text(std::string_view outcome) const {
  std::string text = std::to_string(damaged) + " of " + counted(files, "file") + " " + std::string(outcome) + ": " +
                     counted(total.repairs, "repair") + "\n";
  if (total.empty()) return text;
  std::vector<std::pair<std::string, std::size_t>> rows(total.by_path.begin(), total.by_path.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  text += right_aligned("repairs") + right_aligned("files") + "  damage\n";
  for (const auto& [path, count] : rows) {
    text += right_aligned(std::to_string(count)) + right_aligned(std::to_string(files_by_path.at(path))) + "  " + path +
            "\n";
  }
  for (const auto& [encoding, count] : total.converted) {
    text += right_aligned("-") + right_aligned(std::to_string(count)) + "  " + encoding + " converted to utf-8\n";
  }
  return text;
}

}  // namespace unbake::cli
