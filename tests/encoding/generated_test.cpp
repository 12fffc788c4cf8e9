// The committed tables are those that the generator makes today, and they are small.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace {

using Files = std::map<std::string, std::string>;

// The tables of encodings in a folder; other generators write there too.
Files read_folder(const std::filesystem::path& folder, const Files* only = nullptr) {
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (only != nullptr && !only->contains(name)) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[name] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

TEST(GeneratedTables, AreWhatTheGeneratorMakes) {
  const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "unbake_generated_tables";
  std::filesystem::remove_all(folder);
  const std::string command = std::string(UNBAKE_MAKE_ENCODINGS) + " " + UNBAKE_SOURCE_DIR + "/tables/encodings.toml " +
                              folder.string() + " > /dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  const Files made = read_folder(folder);
  const Files committed = read_folder(UNBAKE_SOURCE_DIR "/tables/generated", &made);
  EXPECT_FALSE(made.empty());
  for (const auto& [name, contents] : made) {
    ASSERT_TRUE(committed.contains(name)) << name << " is not committed";
    EXPECT_TRUE(contents == committed.at(name)) << name << " differs; its first lines say how to make it again";
  }
  std::filesystem::remove_all(folder);
}

TEST(GeneratedTables, StayBelowTheirSize) {
  constexpr std::size_t kMost = 450 * 1000;
  const std::string mark = "Bytes in a program: ";
  std::size_t total = 0;
  for (const auto& [name, contents] : read_folder(UNBAKE_SOURCE_DIR "/tables/generated")) {
    const std::size_t at = contents.find(mark);
    if (at != std::string::npos) total += std::strtoul(contents.c_str() + at + mark.size(), nullptr, 10);
  }
  EXPECT_GT(total, 0U);
  EXPECT_LT(total, kMost);
}

}  // namespace
