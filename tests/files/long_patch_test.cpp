#include "files/long_patch.hpp"

#include <gtest/gtest.h>

#include "files/patches.hpp"
#include "io/temporary_folder.hpp"

namespace unbake::files {
namespace {

/// More than is held, with replacements that are longer than what is read at once.
Patch much() {
  Patch patch;
  std::size_t end = 0;
  for (std::size_t i = 0; i < 60000; ++i) {
    const std::size_t offset = end + (i % 5 == 0 ? 0 : i * 3);
    const std::size_t length = i % 1000 == 0 ? 300 : i % 7;
    patch.push_back({offset, length, std::string(i % 20000 == 777 ? 900000 : i % 60, static_cast<char>(i))});
    end = offset + length;
  }
  return patch;
}

LongPatch added(const Patch& patch, const std::string& folder) {
  LongPatch added(folder);
  for (const io::Replacement& replacement : patch) added.add(replacement);
  return added;
}

TEST(LongPatch, GivesWhatWasAddedAndHoldsLittleOfIt) {
  const io::TemporaryFolder folder;
  const Patch patch = much();
  const LongPatch put_away = added(patch, folder.path(""));
  EXPECT_LE(put_away.held(), LongPatch::kMostHeld);
  EXPECT_EQ(put_away.size(), patch.size());
  EXPECT_EQ(all_of(put_away), patch);
  EXPECT_EQ(all_of(put_away), patch);
  EXPECT_EQ(folder.file_count(), 0U);
}

TEST(LongPatch, HoldsAllWhereThereIsNoRoom) {
  const Patch patch = much();
  for (const char* folder : {"", "/proc/self", "/nowhere"}) {
    const LongPatch held = added(patch, folder);
    EXPECT_GT(held.held(), LongPatch::kMostHeld);
    EXPECT_EQ(all_of(held), patch);
  }
}

TEST(LongPatch, KnowsItsGrowth) {
  LongPatch patch;
  EXPECT_TRUE(patch.empty());
  patch.add({3, 5, "1"});
  EXPECT_EQ(patch.growth(), -4);
  patch.add({9, 0, "123456"});
  EXPECT_EQ(patch.growth(), 2);
  patch.clear();
  EXPECT_TRUE(patch.empty());
  EXPECT_EQ(patch.growth(), 0);
}

TEST(LongPatch, AFailureOfWhoReadsEndsIt) {
  const io::TemporaryFolder folder;
  const LongPatch patch = added(much(), folder.path(""));
  std::size_t calls = 0;
  const auto failure = patch.for_each([&calls](const Patch&) -> std::optional<io::Failure> {
    if (++calls == 2) return io::Failure{"no", ""};
    return std::nullopt;
  });
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->what, "no");
  EXPECT_EQ(calls, 2U);
}

}  // namespace
}  // namespace unbake::files
