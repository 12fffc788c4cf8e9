#include "files/ordered_work.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace unbake::files {
namespace {

constexpr auto kNever = [] { return true; };

TEST(OrderedWork, ResultsComeInOrderWhateverTheThreads) {
  for (const std::size_t threads : {1, 2, 7, 500}) {
    std::vector<std::size_t> results;
    work_in_order<std::size_t>(
        200, threads,
        [](std::size_t index) {
          if (index % 3 == 0) std::this_thread::yield();
          return index * index;
        },
        [&](std::size_t index, std::size_t result) {
          EXPECT_EQ(result, index * index);
          results.push_back(index);
          return true;
        },
        kNever);
    ASSERT_EQ(results.size(), 200U);
    EXPECT_TRUE(std::is_sorted(results.begin(), results.end()));
  }
}

TEST(OrderedWork, NotManyResultsWait) {
  std::atomic<std::size_t> begun = 0;
  std::size_t taken = 0;
  work_in_order<int>(
      1000, 2,
      [&](std::size_t) {
        ++begun;
        return 0;
      },
      [&](std::size_t, int) {
        ++taken;
        EXPECT_LE(begun, taken + 2 * kAhead + 1);
        return true;
      },
      kNever);
  EXPECT_EQ(taken, 1000U);
}

TEST(OrderedWork, StopsAndPassesExceptionsOn) {
  std::size_t taken = 0;
  const auto work = [](std::size_t index) {
    if (index == 20) throw std::runtime_error("twenty");
    return 0;
  };
  const auto stop_at = [&](std::size_t last) {
    return [&taken, last](std::size_t index, int) {
      ++taken;
      return index < last;
    };
  };
  work_in_order<int>(100, 3, work, stop_at(10), kNever);
  EXPECT_EQ(taken, 11U);
  EXPECT_THROW(work_in_order<int>(100, 3, work, stop_at(50), kNever), std::runtime_error);
  work_in_order<int>(0, 3, work, stop_at(50), kNever);
}

}  // namespace
}  // namespace unbake::files
