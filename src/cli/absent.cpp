#include "cli/absent.hpp"

#include <algorithm>
#include <span>

namespace unbake::cli {
namespace {

struct Absent {
  std::string_view names;  ///< Separated by spaces.
  std::string_view remedy;
};

constexpr Absent kOptions[] = {
    {"-w --write -b --backup -S --suffix --keep-mtime --hardlinks",
     "To repair a file in place: unbake fix FILE -o FILE"},
    {"--out-dir", "To write elsewhere, one file at a time: unbake fix FILE -o DIR/FILE"},
    {"-n --dry-run", "To see what would change: unbake fix --diff FILE"},
    {"-0 --files-from --glob --hidden -L --follow -u -j --progress",
     "Name the files, for example with: find DIR -type f -exec unbake check {} +"},
    {"--csv --column --html --srt --sql", "Repair the file as plain text: unbake fix FILE"},
    {"--lang", "The language is found out from the text."},
    {"--binary --normalize", "Nothing but wrong decodings is ever changed."},
    {"--format --baseline", "For programs there is --json."},
};

constexpr Absent kVerbs[] = {
    {"names", "To repair one name: mv NAME \"$(printf %s NAME | unbake fix)\""},
    {"runs undo resume", "Nothing is changed in place, unless --output names the input itself."},
    {"completions", "`unbake --help` lists verbs, `unbake VERB --help` options."},
};

bool holds(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const std::size_t space = std::min(names.find(' '), names.size());
    if (names.substr(0, space) == name) return true;
    names.remove_prefix(std::min(space + 1, names.size()));
  }
  return false;
}

std::optional<std::string> remedy(std::span<const Absent> table, std::string_view name) {
  for (const Absent& row : table) {
    if (holds(row.names, name)) return std::string(row.remedy);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> absent_option(std::string_view option) { return remedy(kOptions, option); }
std::optional<std::string> absent_verb(std::string_view verb) { return remedy(kVerbs, verb); }

}  // namespace unbake::cli
