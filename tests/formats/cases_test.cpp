// Cases as data: each folder of cases/ is a format, each file a content. Every "old" in a field is to become "NEW":
// FILE.expected has what should come out, or, of a content that is malformed, the line and the message.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/renew.hpp"

namespace unbake::formats {
namespace {

std::filesystem::path folder() { return std::filesystem::path(UNBAKE_SOURCE_DIR) / "tests/formats/cases"; }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
    if (entry.is_regular_file() && entry.path().extension() != ".expected") {
      names.push_back(std::filesystem::relative(entry.path(), folder()).string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

class FormatCase : public testing::TestWithParam<std::string> {};

TEST_P(FormatCase, ChangesOnlyFields) {
  const std::string content = read(folder() / GetParam());
  const std::string format = GetParam().substr(0, GetParam().find('/'));
  const auto result = tests::renew(format, content);
  std::string found;
  if (const auto* malformed = std::get_if<Malformed>(&result)) {
    const auto feeds =
        std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(malformed->offset), '\n');
    found = std::to_string(feeds + 1) + ": " + malformed->failure.text() + "\n";
  } else {
    found = std::get<std::string>(result);
  }
  EXPECT_EQ(found, read(folder() / (GetParam() + ".expected")));
}

INSTANTIATE_TEST_SUITE_P(Formats, FormatCase, testing::ValuesIn(cases()), [](const auto& about) {
  std::string name = about.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace unbake::formats
