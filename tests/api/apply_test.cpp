#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unbake/unbake.hpp"

namespace unbake {
namespace {

Edit edit(std::size_t offset, std::size_t length, std::string after) {
  Edit e;
  e.offset = offset;
  e.length = length;
  e.after = std::move(after);
  return e;
}

TEST(Apply, MakesEdits) {
  EXPECT_EQ(apply("abcdef", {}).value(), "abcdef");
  EXPECT_EQ(apply("abcdef", {{edit(0, 1, "X")}}).value(), "Xbcdef");
  EXPECT_EQ(apply("abcdef", {{edit(1, 2, "X"), edit(3, 1, ""), edit(5, 1, "YZ")}}).value(), "aXeYZ");
  EXPECT_EQ(apply("abcdef", {{edit(0, 6, "")}}).value(), "");
  EXPECT_EQ(apply("", {}).value(), "");
}

void expect_refused(std::string_view text, const Plan& plan) {
  const Result<std::string> result = unbake::apply(text, plan);
  ASSERT_FALSE(result.has_value()) << *result;
  EXPECT_EQ(result.error().code, Error::Code::kBadPlan);
  EXPECT_THAT(result.error().message, testing::HasSubstr("edit at byte"));
}

TEST(Apply, RefusesPlansThatAreNotOfTheText) {
  expect_refused("abc", {{edit(3, 1, "X")}});
  expect_refused("abc", {{edit(4, 0, "X")}});
  expect_refused("abc", {{edit(0, 4, "X")}});
  expect_refused("abc", {{edit(1, static_cast<std::size_t>(-1), "X")}});  // sums that wrap
  expect_refused("abc", {{edit(static_cast<std::size_t>(-1), 2, "X")}});
  expect_refused("", {{edit(0, 1, "X")}});
}

TEST(Apply, RefusesEditsThatAreUnsortedOrOverlap) {
  expect_refused("abcdef", {{edit(3, 1, "X"), edit(1, 1, "Y")}});
  expect_refused("abcdef", {{edit(1, 3, "X"), edit(3, 1, "Y")}});
  expect_refused("abcdef", {{edit(1, 1, "X"), edit(1, 1, "Y")}});
}

}  // namespace
}  // namespace unbake
