// The files of the corpus, as the tests read them.
#ifndef UNBAKE_TESTS_REPAIR_CASES_CORPUS_FILES_HPP_
#define UNBAKE_TESTS_REPAIR_CASES_CORPUS_FILES_HPP_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace unbake::tests {

inline std::filesystem::path corpus() { return std::filesystem::path(UNBAKE_SOURCE_DIR) / "corpus"; }

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// All files below `folder` whose names end in `ending`, sorted.
inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                                      std::string_view ending = ".txt") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The lines of `text`, without their line feeds and without empty ones.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_REPAIR_CASES_CORPUS_FILES_HPP_
