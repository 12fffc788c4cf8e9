#include "files/backup_name.hpp"

#include <gtest/gtest.h>

#include "io/temporary_folder.hpp"

namespace unbake::files {
namespace {

TEST(BackupName, IsChosenAsGnuProgramsDo) {
  const io::TemporaryFolder folder;
  const std::string path = folder.path(".");
  EXPECT_EQ(backup_name(path, "a", Backup::kNone, "~"), "");
  EXPECT_EQ(backup_name(path, "a", Backup::kSimple, ".bak"), "a.bak");
  EXPECT_EQ(backup_name(path, "a", Backup::kExisting, "~"), "a~");
  EXPECT_EQ(backup_name(path, "a", Backup::kNumbered, "~"), "a.~1~");
  folder.write("a.~9~", "");
  folder.write("a.~10~", "");
  folder.write("a.~x~", "");
  folder.write("b.~99~", "");
  EXPECT_EQ(backup_name(path, "a", Backup::kNumbered, "~"), "a.~11~");
  EXPECT_EQ(backup_name(path, "a", Backup::kExisting, "~"), "a.~11~");
  EXPECT_EQ(backup_name(path, "a", Backup::kSimple, "~"), "a~");
}

TEST(BackupName, WordsAreThoseOfGnu) {
  EXPECT_EQ(backup_of("t"), Backup::kNumbered);
  EXPECT_EQ(backup_of("never"), Backup::kSimple);
  EXPECT_EQ(backup_of("nil"), Backup::kExisting);
  EXPECT_EQ(backup_of("off"), Backup::kNone);
  EXPECT_FALSE(backup_of("sometimes"));
}

TEST(BackupName, IsKnownAgain) {
  EXPECT_TRUE(is_backup_name("a~", "~"));
  EXPECT_TRUE(is_backup_name("a.bak", ".bak"));
  EXPECT_TRUE(is_backup_name("a.~12~", ".bak"));
  EXPECT_FALSE(is_backup_name("a~", ".bak"));
  EXPECT_FALSE(is_backup_name("a.~~", ".bak"));
  EXPECT_FALSE(is_backup_name("a12~", ".bak"));
}

}  // namespace
}  // namespace unbake::files
