#include "model/ngram_filter.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

#include "train/filter_builder.hpp"

namespace unbake::model {
namespace {

using train::build_filter;
using train::Filter;
using train::FilterEntry;

std::vector<FilterEntry> random_entries(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::set<std::uint64_t> keys;
  while (keys.size() < count) keys.insert(random());
  std::vector<FilterEntry> entries;
  for (const std::uint64_t key : keys) entries.push_back({key, static_cast<std::uint8_t>(random() & kValueMask)});
  return entries;
}

int find(const Filter& filter, std::uint64_t key) { return filter_find(filter.shape, filter.slots.data(), key); }

TEST(NgramFilter, FindsEveryKeyWithItsValue) {
  for (const std::size_t count : {0U, 1U, 2U, 3U, 10U, 100U, 1000U, 50000U}) {
    const std::vector<FilterEntry> entries = random_entries(count, count + 1);
    const Filter filter = build_filter(entries);
    ASSERT_EQ(filter.slots.size(), filter.shape.slot_count());
    for (const FilterEntry& e : entries) ASSERT_EQ(find(filter, e.key), e.value) << count << " keys";
  }
}

TEST(NgramFilter, FindsOtherKeysOnceInAThousand) {
  const Filter filter = build_filter(random_entries(50000, 1));
  std::mt19937_64 random(99);
  constexpr int kTries = 1 << 20;
  int found = 0;
  for (int i = 0; i < kTries; ++i) found += find(filter, random()) >= 0 ? 1 : 0;
  EXPECT_GT(found, kTries / 1024 / 2);
  EXPECT_LT(found, kTries / 1024 * 3 / 2);
}

TEST(NgramFilter, PlacesEveryKeyInItsSlots) {
  const Filter filter = build_filter(random_entries(5000, 3));
  std::mt19937_64 random(4);
  for (int i = 0; i < 100000; ++i) {
    const FilterPlace place = filter_place(filter.shape, random());
    for (const std::uint32_t slot : place.slots) ASSERT_LT(slot, filter.shape.slot_count());
    ASSERT_NE(place.slots[0], place.slots[1]);
    ASSERT_NE(place.slots[1], place.slots[2]);
    ASSERT_EQ(place.fingerprint & kValueMask, 0U);
  }
}

TEST(NgramFilter, IsTheSameForTheSameEntries) {
  const std::vector<FilterEntry> entries = random_entries(3000, 7);
  const Filter once = build_filter(entries);
  const Filter again = build_filter(entries);
  EXPECT_EQ(once.slots, again.slots);
  EXPECT_EQ(once.shape.seed, again.shape.seed);
}

TEST(NgramFilter, TakesLittleMoreThanTheValues) {
  const Filter filter = build_filter(random_entries(100000, 5));
  EXPECT_LT(filter.slots.size() * 16, 100000U * 20);
}

}  // namespace
}  // namespace unbake::model
