#include "cli/absent.hpp"

#include <algorithm>

namespace unbake::cli {
namespace {

struct Absent {
  std::string_view names;  ///< Separated by spaces.
  std::string_view remedy;
};

constexpr Absent kOptions[] = {
    {"--lang", "The language is found out from the text."},
    {"--normalize", "Nothing but wrong decodings is ever changed."},
};

bool holds(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const std::size_t space = std::min(names.find(' '), names.size());
    if (names.substr(0, space) == name) return true;
    names.remove_prefix(std::min(space + 1, names.size()));
  }
  return false;
}

}  // namespace

std::optional<std::string> absent_option(std::string_view option) {
  for (const Absent& row : kOptions) {
    if (holds(row.names, option)) return std::string(row.remedy);
  }
  return std::nullopt;
}

}  // namespace unbake::cli
