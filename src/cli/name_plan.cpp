#include "cli/name_plan.hpp"

#include <climits>
#include <cstddef>
#include <utility>

namespace unbake::cli {
namespace {

bool is_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.size() <= NAME_MAX &&
         name.find_first_of(std::string("/\0", 2)) == std::string::npos;
}

/// A name, and where it stands in the text of all.
struct Place {
  std::size_t index;
  std::size_t begin;
};

/// Makes the edits of `made` in the names that stand in the text at `places`, the last one first.
void make_edits(const Plan& made, const std::vector<Place>& places, const std::vector<std::string>& names,
                std::vector<std::string>& repaired) {
  auto place = places.rbegin();
  for (auto edit = made.edits.rbegin(); edit != made.edits.rend(); ++edit) {
    while (place->begin > edit->offset) ++place;
    const std::size_t offset = edit->offset - place->begin;
    // What goes on into the next name is no repair of names.
    if (offset + edit->length > names[place->index].size()) continue;
    repaired[place->index].replace(offset, edit->length, edit->after);
  }
}

}  // namespace

std::vector<std::string> repaired_names(const std::vector<std::string>& names, const Options& options) {
  std::vector<std::string> repaired = names;
  std::string text;
  std::vector<Place> places;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].find('\n') != std::string::npos) {
      repaired[i] = std::string(fix(names[i], options).text());
    } else {
      places.push_back({i, text.size()});
      text += names[i] + "\n";
    }
  }
  make_edits(plan(text, options), places, names, repaired);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_name(repaired[i])) repaired[i] = names[i];
  }
  return repaired;
}

}  // namespace unbake::cli
