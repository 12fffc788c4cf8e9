#include "io/safe_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "io/temporary_folder.hpp"

namespace unbake::io {
namespace {

std::unique_ptr<SafeFile> create(const std::string& path) {
  auto created = SafeFile::create(path);
  return std::get<std::unique_ptr<SafeFile>>(std::move(created));
}

TEST(SafeFile, IsTheOldFileUntilItIsCommitted) {
  const TemporaryFolder folder;
  const std::string path = folder.write("file", "old");
  const auto file = create(path);
  file->output().write("new");
  EXPECT_FALSE(file->output().flush());
  EXPECT_EQ(folder.read("file"), "old");
  EXPECT_FALSE(file->commit());
  EXPECT_EQ(folder.read("file"), "new");
  EXPECT_EQ(folder.file_count(), 1U);
}

TEST(SafeFile, LeavesNothingBehindUncommitted) {
  const TemporaryFolder folder;
  create(folder.path("file"))->output().write("new");
  EXPECT_EQ(folder.file_count(), 0U);
}

TEST(SafeFile, KeepsPermissionsAndLinks) {
  const TemporaryFolder folder;
  const std::string path = folder.write("file", "old");
  ::chmod(path.c_str(), 0604);
  std::filesystem::create_symlink("file", folder.path("link"));
  const auto file = create(folder.path("link"));
  file->output().write("new");
  EXPECT_FALSE(file->commit());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
  EXPECT_EQ(folder.read("file"), "new");
  struct stat about {};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 07777, 0604U);
}

TEST(SafeFile, KeepsTheOldFileWhenTheNewOneFails) {
  const TemporaryFolder folder;
  EXPECT_TRUE(std::holds_alternative<Failure>(SafeFile::create(folder.path("no/file"))));
  EXPECT_TRUE(std::holds_alternative<Failure>(SafeFile::create(folder.path(""))));
}

}  // namespace
}  // namespace unbake::io
