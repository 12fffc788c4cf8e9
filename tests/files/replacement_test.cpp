#include "files/replacement.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <csignal>

#include "files/content_hash.hpp"
#include "files/overwrite.hpp"
#include "files/patches.hpp"
#include "io/temporary_folder.hpp"

namespace unbake::files {
namespace {

class ReplacementTest : public testing::Test {
 protected:
  ReplacementTest() { std::signal(SIGIO, SIG_IGN); }

  std::variant<std::unique_ptr<Replacement>, Refusal> prepare(const std::string& name, const std::string& old) {
    const auto path = std::get<std::string>(resolved_path(folder_.path(name)));
    return Replacement::prepare(path, LongPatch(Patch{{4, 3, "new"}}), hash_of(std::string_view(old)), {}, links_,
                                temporaries_);
  }
  std::unique_ptr<Replacement> prepared(const std::string& name, const std::string& old) {
    return std::get<std::unique_ptr<Replacement>>(prepare(name, old));
  }
  static bool is(const std::optional<Refusal>& refusal, Refusal::Kind kind) { return refusal && refusal->kind == kind; }

  io::TemporaryFolder folder_;
  Temporaries temporaries_;
  Links links_ = Links::kRefused;
};

TEST_F(ReplacementTest, ReplacesAndKnowsTheWayBack) {
  const std::string path = folder_.write("file", "The old text");
  ::chmod(path.c_str(), 0604);
  const bool attributes = ::setxattr(path.c_str(), "user.origin", "x", 1, 0) == 0;
  const auto replacement = prepared("file", "The old text");
  EXPECT_EQ(folder_.read("file"), "The old text");
  EXPECT_FALSE(replacement->exchange(""));
  EXPECT_FALSE(replacement->sync_folder());
  EXPECT_FALSE(replacement->finish(""));
  EXPECT_EQ(folder_.read("file"), "The new text");
  EXPECT_EQ(folder_.file_count(), 1U);
  EXPECT_EQ(patched_text("The new text", replacement->patched().inverse), "The old text");
  struct stat about {};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 07777, 0604U);
  char value = 0;
  if (attributes) {
    EXPECT_EQ(::getxattr(path.c_str(), "user.origin", &value, 1), 1);
  }
}

TEST_F(ReplacementTest, TheOldFileBecomesTheBackup) {
  const std::string path = folder_.write("file", "The old text");
  struct stat before {};
  ::stat(path.c_str(), &before);
  const auto replacement = prepared("file", "The old text");
  EXPECT_FALSE(replacement->exchange("file~"));
  EXPECT_FALSE(replacement->finish("file~"));
  struct stat after {};
  ASSERT_EQ(::stat(folder_.path("file~").c_str(), &after), 0);
  EXPECT_EQ(after.st_ino, before.st_ino);
}

TEST_F(ReplacementTest, LeavesNothingBehindWhenGivenUp) {
  folder_.write("file", "The old text");
  prepared("file", "The old text").reset();
  EXPECT_EQ(folder_.file_count(), 1U);
  const auto replacement = prepared("file", "The old text");
  temporaries_.remove_all();
  EXPECT_EQ(folder_.file_count(), 1U);
  EXPECT_TRUE(std::holds_alternative<Refusal>(prepare("file", "The old text")));
}

TEST_F(ReplacementTest, WhatOthersChangeIsKept) {
  const std::string path = folder_.write("file", "The old text");
  EXPECT_TRUE(is(std::get<Refusal>(prepare("file", "Another text")), Refusal::Kind::kChanged));

  auto replacement = prepared("file", "The old text");
  folder_.write("file", "Their new text");
  EXPECT_TRUE(is(replacement->exchange(""), Refusal::Kind::kChanged));
  replacement.reset();
  EXPECT_EQ(folder_.read("file"), "Their new text");

  folder_.write("file", "The old text");
  replacement = prepared("file", "The old text");
  std::filesystem::rename(folder_.write("other", "The old text"), path);
  EXPECT_TRUE(is(replacement->exchange(""), Refusal::Kind::kChanged));
  replacement = prepared("file", "The old text");
  std::filesystem::remove(path);
  EXPECT_TRUE(is(replacement->exchange(""), Refusal::Kind::kChanged));
  replacement.reset();
  EXPECT_EQ(folder_.file_count(), 0U);
}

TEST_F(ReplacementTest, AFileThatIsOpenForWritingIsLeft) {
  const std::string path = folder_.write("file", "The old text");
  const auto replacement = prepared("file", "The old text");
  {
    const Descriptor writer(::open(path.c_str(), O_WRONLY));
    const Descriptor reader(::open(path.c_str(), O_RDONLY));
    if (::fcntl(reader.get(), F_SETLEASE, F_RDLCK) != -1 || errno != EAGAIN) GTEST_SKIP() << "no leases here";
    EXPECT_TRUE(is(replacement->exchange(""), Refusal::Kind::kChanged));
  }
  EXPECT_FALSE(replacement->exchange(""));
}

TEST_F(ReplacementTest, AFileWithTwoNamesKeepsThemIfItIsWrittenInPlace) {
  const std::string path = folder_.write("file", "The old text");
  ::chmod(path.c_str(), 0604);
  std::filesystem::create_hard_link(path, folder_.path("twin"));
  links_ = Links::kKept;
  const auto replacement = prepared("file", "The old text");
  ASSERT_TRUE(replacement->in_place());
  EXPECT_FALSE(replacement->exchange(""));
  EXPECT_FALSE(replacement->finish(""));
  EXPECT_EQ(folder_.read("twin"), "The new text");
  EXPECT_EQ(folder_.file_count(), 2U);
  struct stat about {};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_nlink, 2U);
  EXPECT_EQ(about.st_mode & 07777, 0604U);
}

TEST_F(ReplacementTest, WhatSomebodyElseChangesIsNotWrittenInPlace) {
  folder_.write("file", "The old text");
  std::filesystem::create_hard_link(folder_.path("file"), folder_.path("twin"));
  links_ = Links::kKept;
  const auto replacement = prepared("file", "The old text");
  folder_.write("twin", "The new idea");
  EXPECT_TRUE(is(replacement->exchange(""), Refusal::Kind::kChanged));
  EXPECT_FALSE(replacement->half_done());
  EXPECT_EQ(folder_.read("file"), "The new idea");
}

TEST_F(ReplacementTest, AMixtureIsToldFromWhatOthersWrote) {
  const LongPatch back(Patch{{4, 5, "old"}});
  const Descriptor folder(::open(folder_.path(".").c_str(), O_RDONLY | O_DIRECTORY));
  const Descriptor after(::open(folder_.write("after", "The newer text").c_str(), O_RDONLY));
  const auto is_ours = [&](const std::string& text) {
    const Descriptor file(::open(folder_.write("file", text).c_str(), O_RDWR));
    bool ours = false;
    const auto failure = is_mixture(file.get(), after.get(), back, folder.get(), ours);
    EXPECT_FALSE(failure) << failure->text();
    return ours;
  };
  EXPECT_TRUE(is_ours("The old text"));
  EXPECT_TRUE(is_ours("The newer text"));
  EXPECT_TRUE(is_ours("The newetext"));
  EXPECT_TRUE(is_ours("The nld text"));
  EXPECT_FALSE(is_ours("The red text"));
  EXPECT_FALSE(is_ours("The old text and more"));
  EXPECT_FALSE(is_ours("The old"));
}

TEST_F(ReplacementTest, WhatIsNotOneRegularFileIsLeft) {
  folder_.write("file", "The old text");
  std::filesystem::create_hard_link(folder_.path("file"), folder_.path("twin"));
  EXPECT_TRUE(is(std::get<Refusal>(prepare("file", "The old text")), Refusal::Kind::kGate));
  ASSERT_EQ(::mkfifo(folder_.path("pipe").c_str(), 0600), 0);
  EXPECT_TRUE(is(std::get<Refusal>(prepare("pipe", "")), Refusal::Kind::kGate));
}

}  // namespace
}  // namespace unbake::files
