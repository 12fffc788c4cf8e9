#include "files/journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/journal_text.hpp"
#include "files/patches.hpp"
#include "io/temporary_folder.hpp"

namespace unbake::files {
namespace {

FileIntent intent(std::size_t number) {
  return {.number = number,
          .folder = "/a folder",
          .name = "line\nfeed \xff%41\"",
          .temporary = ".unbake-1-2.tmp",
          .backup = "b~",
          .old_hash = "00",
          .new_hash = "11",
          .modified = {-5, 999999999},
          .repairs = 2,
          .inverse = {{3, 2, "\xC3\x83\xC2\xA9"}, {9, 0, std::string("\0\n", 2)}}};
}

std::unique_ptr<Journal> create(const std::string& folder) {
  auto created = Journal::create(
      folder, {.version = "1", .folder = "/f", .words = {"fix", "-w", "\xfe"}, .names = {}, .evidence = {}});
  return std::get<std::unique_ptr<Journal>>(std::move(created));
}

JournalContent read(const std::string& path) { return std::get<JournalContent>(read_journal(path)); }

TEST(Journal, SaysWhatWasWritten) {
  const io::TemporaryFolder folder;
  const auto journal = create(folder.path("state/runs"));
  EXPECT_FALSE(journal->announce("/a folder"));
  journal->add(intent(journal->next_number()));
  journal->add(RenameIntent{journal->next_number(), "/f", "from", "to", 1, 2});
  journal->add(Outcome{Outcome::Kind::kDone, 1, ""});
  EXPECT_FALSE(journal->sync());
  const std::string path = folder.path("state/runs/" + journal->name() + ".jsonl");
  EXPECT_TRUE(is_running(path));
  const JournalContent content = read(path);
  EXPECT_THAT(content.begin.words, testing::ElementsAre("fix", "-w", "\xfe"));
  ASSERT_EQ(content.changes.size(), 2U);
  const auto& file = std::get<FileIntent>(content.changes[0].intent);
  EXPECT_EQ(file.name, intent(1).name);
  EXPECT_EQ(file.modified.seconds, -5);
  EXPECT_TRUE(file.inverse.empty());
  const Patch inverse =
      all_of(std::get<LongPatch>(read_patch(path, content.changes[0].inverse_at, 1, folder.path(""))));
  ASSERT_EQ(inverse.size(), 2U);
  EXPECT_EQ(inverse[1].after, std::string("\0\n", 2));
  EXPECT_EQ(content.changes[0].state, Change::State::kDone);
  EXPECT_EQ(content.changes[1].state, Change::State::kPending);
  EXPECT_FALSE(content.ended);
}

TEST(Journal, ALongPatchIsInPartsAndThoseOfAnIntentThatWasNeverWrittenAreNoneOfIt) {
  const io::TemporaryFolder folder;
  const auto journal = create(folder.path("runs"));
  LongPatch patch;
  for (std::size_t i = 0; i < 5000; ++i) patch.add({i * 7, i % 3, std::string(i % 40, 'x')});
  journal->add(PatchPart{1, {{0, 1, "of another"}}});
  FileIntent whole = intent(journal->next_number());
  whole.inverse = {};
  EXPECT_FALSE(journal->add(whole, patch));
  EXPECT_FALSE(journal->announce("/another"));
  journal->add(Outcome{Outcome::Kind::kDone, 1, ""});
  EXPECT_FALSE(journal->add(Outcome{Outcome::Kind::kUndoing, 1, "t"}, patch));
  EXPECT_FALSE(journal->sync());
  const std::string path = folder.path("runs/" + journal->name() + ".jsonl");
  const JournalContent content = read(path);
  ASSERT_EQ(content.changes.size(), 1U);
  EXPECT_GT(std::get<FileIntent>(content.changes[0].intent).parts, 1U);
  EXPECT_EQ(content.changes[0].state, Change::State::kUndoing);
  for (const std::size_t at : {content.changes[0].inverse_at, content.changes[0].undo_inverse_at}) {
    EXPECT_EQ(all_of(std::get<LongPatch>(read_patch(path, at, 1, folder.path("")))), all_of(patch));
  }
  EXPECT_TRUE(std::holds_alternative<io::Failure>(read_patch(path, 1, 1, folder.path(""))));
}

TEST(Journal, APatchWithoutItsPartsIsDamage) {
  const io::TemporaryFolder folder;
  const auto journal = create(folder.path("runs"));
  FileIntent without = intent(journal->next_number());
  without.parts = 1;
  journal->add(without);
  EXPECT_FALSE(journal->sync());
  EXPECT_TRUE(std::holds_alternative<io::Failure>(read_journal(folder.path("runs/" + journal->name() + ".jsonl"))));
}

TEST(Journal, ATornTailIsPassedOverAndCutOffBeforeGoingOn) {
  const io::TemporaryFolder folder;
  std::string name;
  {
    const auto journal = create(folder.path("runs"));
    name = "runs/" + journal->name() + ".jsonl";
    journal->add(intent(journal->next_number()));
    EXPECT_FALSE(journal->sync());
  }
  const std::string whole = folder.read(name);
  const std::size_t first = whole.find('\n') + 1;
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    folder.write(name, whole.substr(0, length));
    const JournalContent content = read(folder.path(name));
    EXPECT_EQ(content.size, length == whole.size() ? length : length < first ? 0 : first);
  }
  folder.write(name, whole.substr(0, whole.size() - 3));
  JournalContent content;
  auto reopened = Journal::reopen(folder.path(name), content);
  const auto journal = std::get<std::unique_ptr<Journal>>(std::move(reopened));
  EXPECT_EQ(journal->next_number(), 1U);
  journal->add(End{});
  EXPECT_FALSE(journal->sync());
  EXPECT_TRUE(read(folder.path(name)).ended);
}

TEST(Journal, DamageInTheMiddleIsNoTornTail) {
  const io::TemporaryFolder folder;
  const auto journal = create(folder.path("runs"));
  const std::string name = "runs/" + journal->name() + ".jsonl";
  journal->add(intent(journal->next_number()));
  journal->add(Outcome{Outcome::Kind::kDone, 1, ""});
  EXPECT_FALSE(journal->sync());
  std::string text = folder.read(name);
  text[text.find("line")] = 'L';
  folder.write(name, text);
  EXPECT_TRUE(std::holds_alternative<io::Failure>(read_journal(folder.path(name))));
}

TEST(Journal, OneProcessWritesAtATime) {
  const io::TemporaryFolder folder;
  const auto journal = create(folder.path("runs"));
  JournalContent content;
  const auto again = Journal::reopen(folder.path("runs/" + journal->name() + ".jsonl"), content);
  EXPECT_TRUE(std::holds_alternative<io::Failure>(again));
}

TEST(Journal, AnyBytesAreText) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all.push_back(static_cast<char>(byte));
  EXPECT_EQ(percent_decoded(percent_encoded(all)), all);
  EXPECT_EQ(percent_encoded("\xC3\xA9%"), "\xC3\xA9%25");
  EXPECT_FALSE(percent_decoded("%4"));
  EXPECT_FALSE(percent_decoded("%4x"));
}

}  // namespace
}  // namespace unbake::files
