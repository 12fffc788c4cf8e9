// Work in two stages: everything in order, whatever the number of threads.
#include "files/staged_work.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <stdexcept>
#include <vector>

namespace unbake::files {
namespace {

struct Item {
  std::size_t number = 0;
  std::size_t squared = 0;  // by the first stage
  std::size_t heard = 0;    // the sum of the squares of this item and of the next two
  std::size_t doubled = 0;  // by the second stage
};

// Each item hears the next two.
class Steps {
 public:
  static constexpr std::size_t kAhead = 2;

  explicit Steps(std::size_t count) : count_(count) {}

  Supply next(Item& item, bool may_wait) {
    if (!may_wait && given_ % 7 == 3 && !asked_) {
      asked_ = true;
      return Supply::kLater;
    }
    asked_ = false;
    if (given_ == count_) return Supply::kEnd;
    item.number = given_++;
    return Supply::kItem;
  }
  void first(Item& item) const {
    if (item.number == throws_) throw std::runtime_error("first");
    item.squared = item.number * item.number;
  }
  void hear(Item& item) {
    EXPECT_EQ(squares_.size(), item.number);
    squares_.push_back(item.squared);
  }
  bool is_ready(bool is_last) { return is_last || squares_.size() > prepared_ + kAhead; }
  void prepare(Item& item) {
    EXPECT_EQ(item.number, prepared_);
    for (std::size_t i = prepared_; i < squares_.size() && i <= prepared_ + kAhead; ++i) item.heard += squares_[i];
    ++prepared_;
  }
  void second(Item& item) const { item.doubled = 2 * item.heard; }
  bool take(Item& item) {
    EXPECT_EQ(item.number, taken.size());
    taken.push_back(item.doubled);
    return taken.size() != stops_;
  }

  std::vector<std::size_t> taken;
  std::size_t throws_ = static_cast<std::size_t>(-1);
  std::size_t stops_ = 0;

 private:
  std::size_t count_;
  std::size_t given_ = 0;
  bool asked_ = false;
  std::vector<std::size_t> squares_;
  std::size_t prepared_ = 0;
};

class StagedWork : public testing::TestWithParam<std::size_t> {
 protected:
  [[nodiscard]] static Stages stages() { return {GetParam(), 2 * GetParam() + 1 + Steps::kAhead}; }
};

TEST_P(StagedWork, TakesEveryItemInOrder) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{500}}) {
    Steps steps(count);
    work_in_stages<Item>(stages(), steps);
    ASSERT_EQ(steps.taken.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t sum = 0;
      for (std::size_t k = i; k < count && k <= i + Steps::kAhead; ++k) sum += k * k;
      EXPECT_EQ(steps.taken[i], 2 * sum);
    }
  }
}

TEST_P(StagedWork, ThrowsWhatAStageThrows) {
  Steps steps(100);
  steps.throws_ = 40;
  EXPECT_THROW(work_in_stages<Item>(stages(), steps), std::runtime_error);
  EXPECT_LE(steps.taken.size(), 40U);
}

TEST_P(StagedWork, EndsWhenNoMoreIsWanted) {
  Steps steps(100);
  steps.stops_ = 10;
  work_in_stages<Item>(stages(), steps);
  EXPECT_EQ(steps.taken.size(), 10U);
}

INSTANTIATE_TEST_SUITE_P(Threads, StagedWork, testing::Values(1, 2, 7));

}  // namespace
}  // namespace unbake::files
