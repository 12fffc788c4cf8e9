#include "bake/closest_name.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace unbake::baking {
namespace {

// Names longer than this are not misspelled names; it also bounds the time of a comparison.
constexpr std::size_t kLongestName = 40;

constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Levenshtein's distance: insertions, deletions and substitutions.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({substituted, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row[b.size()];
}

}  // namespace

// A suggestion may differ in a third of the letters, rounded up.
ClosestName::ClosestName(std::string_view misspelled)
    : misspelled_(misspelled.substr(0, kLongestName)), distance_((misspelled_.size() + 2) / 3 + 1) {
  std::transform(misspelled_.begin(), misspelled_.end(), misspelled_.begin(), to_lower);
}

void ClosestName::offer(std::string_view name) {
  const std::size_t d = distance(misspelled_, name);
  if (d < distance_) {
    distance_ = d;
    best_ = name;
  }
}

std::string ClosestName::suggestion() const {
  return best_.empty() ? std::string() : " (did you mean " + std::string(best_) + "?)";
}

}  // namespace unbake::baking
