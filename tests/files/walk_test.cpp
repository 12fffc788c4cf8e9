#include "files/walk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "io/temporary_folder.hpp"

namespace unbake::files {
namespace {

using testing::ElementsAre;

class WalkTest : public testing::Test {
 protected:
  void file(const std::string& name, const std::string& content = "") {
    const std::filesystem::path path = folder_.path("tree/" + name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
  }
  std::vector<std::string> found(WalkOptions options = {}) {
    std::vector<std::string> names;
    const std::string root = folder_.path("tree");
    Walk walk(
        options, [&](const FoundFile& file) { names.push_back(file.path.substr(root.size() + 1)); },
        [](const std::string& path, const io::Failure& failure) { ADD_FAILURE() << path << failure.text(); });
    walk.add(root);
    return names;
  }

  io::TemporaryFolder folder_;
};

TEST_F(WalkTest, FindsFilesInTheOrderOfTheirNames) {
  for (const char* name : {"b", "a/z", "a/b/c", "c", ".hidden", ".dir/x", "sub/.git/config", ".unbake-1-2.tmp"})
    file(name);
  EXPECT_THAT(found(), ElementsAre("a/b/c", "a/z", "b", "c"));
  EXPECT_THAT(found({.hidden = true}), ElementsAre(".dir/x", ".hidden", "a/b/c", "a/z", "b", "c"));
}

TEST_F(WalkTest, IgnoreFilesHoldWhereTheyAreAndBelow) {
  for (const char* name : {"a.log", "a.txt", "x/a.log", "x/b.log", "y/a.txt", "gone/a"}) file(name);
  file(".gitignore", "*.log\ngone/\n");
  file("x/.gitignore", "!b.log\n");
  file(".unbakeignore", "/y\n");
  EXPECT_THAT(found(), ElementsAre("a.txt", "x/b.log"));
  EXPECT_THAT(found({.ignore_files = false}), ElementsAre("a.log", "a.txt", "gone/a", "x/a.log", "x/b.log", "y/a.txt"));
}

TEST_F(WalkTest, IgnoreFilesAroundHoldInARepository) {
  file("../.gitignore", "*.log\n");
  file("a.log");
  EXPECT_THAT(found(), ElementsAre("a.log"));
  std::filesystem::create_directory(folder_.path(".git"));
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(WalkTest, GlobsChooseFiles) {
  for (const char* name : {"a.txt", "b.md", "x/c.txt", "x/d.txt", "y/e.txt"}) file(name);
  EXPECT_THAT(found({.globs = {"*.txt"}}), ElementsAre("a.txt", "x/c.txt", "x/d.txt", "y/e.txt"));
  EXPECT_THAT(found({.globs = {"*.txt", "!d.*"}}), ElementsAre("a.txt", "x/c.txt", "y/e.txt"));
  EXPECT_THAT(found({.globs = {"x/*"}}), ElementsAre("x/c.txt", "x/d.txt"));
  EXPECT_THAT(found({.globs = {"!y/"}}), ElementsAre("a.txt", "b.md", "x/c.txt", "x/d.txt"));
}

TEST_F(WalkTest, LinksAreFollowedOnlyIfWantedAndNeverInCircles) {
  file("a/x");
  std::filesystem::create_directory_symlink("..", folder_.path("tree/a/up"));
  std::filesystem::create_symlink("x", folder_.path("tree/a/y"));
  EXPECT_THAT(found(), ElementsAre("a/x"));
  EXPECT_THAT(found({.follow = true}), ElementsAre("a/x", "a/y"));
  EXPECT_THAT(found({.follow = true, .each_once = true}), ElementsAre("a/x"));
}

TEST_F(WalkTest, BackupsAreLeftOut) {
  for (const char* name : {"a", "a~", "a.~1~", "b.bak"}) file(name);
  EXPECT_THAT(found({.backup_suffix = "~"}), ElementsAre("a", "b.bak"));
}

}  // namespace
}  // namespace unbake::files
