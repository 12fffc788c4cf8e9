#include <gtest/gtest.h>

#include "arrow_arrays.hpp"
#include "c_strings.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

const std::vector<Row> kRows = {
    "a plain row", Row(),          kDamaged, "",    kClean, "caf\xC3\x83\xC2\xA9 d\xC3\x83\xC2\xA9j\xC3\x83\xC2\xA0 vu",
    Row(),         "twelve bytes", kDamaged, Row(), "end"};

class Arrow : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override { releases = 0; }
  ArrowSchema schema_ = schema_of(GetParam());
};

std::vector<Row> repaired_rows(const std::vector<Row>& rows, std::size_t from = 0) {
  std::vector<Row> out;
  for (std::size_t i = from; i < rows.size(); ++i)
    out.push_back(rows[i] ? Row(std::string(fix(*rows[i]).text())) : Row());
  return out;
}

TEST_P(Arrow, RepairsEachRow) {
  for (std::int64_t offset = 0; offset <= static_cast<std::int64_t>(kRows.size()); ++offset) {
    ArrowArray column = array_of(GetParam(), kRows, offset);
    ArrowArray repaired{};
    std::int64_t changed = -1;
    const unbake_status status = unbake_fix_arrow(nullptr, &schema_, &column, &repaired, &changed, nullptr);
    const std::vector<Row> expected = repaired_rows(kRows, static_cast<std::size_t>(offset));
    EXPECT_EQ(status, offset <= 8 ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED) << offset;
    EXPECT_EQ(changed, (offset <= 2) + (offset <= 5) + (offset <= 8));
    EXPECT_EQ(column.release, nullptr);
    EXPECT_EQ(rows_of(GetParam(), repaired), expected) << offset;
    releases = 0;
    repaired.release(&repaired);
    EXPECT_EQ(releases, 1);
    EXPECT_EQ(repaired.release, nullptr);
  }
}

TEST_P(Arrow, ManyRows) {
  std::vector<Row> rows;
  for (int i = 0; i < 40; ++i) rows.insert(rows.end(), kRows.begin(), kRows.end());
  ArrowArray column = array_of(GetParam(), rows, 13);
  ArrowArray repaired{};
  ASSERT_EQ(unbake_fix_arrow(nullptr, &schema_, &column, &repaired, nullptr, nullptr), UNBAKE_REPAIRED);
  EXPECT_EQ(rows_of(GetParam(), repaired), repaired_rows(rows, 13));
  repaired.release(&repaired);
}

TEST_P(Arrow, GivesTheVeryArrayIfNothingIsToRepair) {
  ArrowArray column = array_of(GetParam(), {kClean, Row(), "plain"});
  const ArrowArray before = column;
  ArrowArray repaired{};
  EXPECT_EQ(unbake_fix_arrow(nullptr, &schema_, &column, &repaired, nullptr, nullptr), UNBAKE_UNCHANGED);
  EXPECT_EQ(column.release, nullptr);
  EXPECT_EQ(repaired.buffers, before.buffers);
  EXPECT_EQ(repaired.private_data, before.private_data);
  repaired.release(&repaired);
  EXPECT_EQ(releases, 1);
}

TEST_P(Arrow, OptionsCount) {
  const unbake_view allowed[] = {view("utf-8>gbk")};
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  options.allow = allowed;
  options.allow_count = 1;
  const Fixer fixer = fixer_of(options);
  ArrowArray column = array_of(GetParam(), kRows);
  ArrowArray repaired{};
  EXPECT_EQ(unbake_fix_arrow(fixer.get(), &schema_, &column, &repaired, nullptr, nullptr), UNBAKE_UNCHANGED);
  repaired.release(&repaired);
}

// Values are repaired, indices shared, and the dictionary outlives the array it was moved out of.
TEST_P(Arrow, Dictionaries) {
  ArrowSchema dictionary = schema_of("i", &schema_);
  ArrowArray column = dictionary_of(GetParam(), {"plain", kDamaged, Row()}, {1, 0, 1, 2});
  const void* const indices = column.buffers[1];
  ArrowArray repaired{};
  std::int64_t changed = 0;
  ASSERT_EQ(unbake_fix_arrow(nullptr, &dictionary, &column, &repaired, &changed, nullptr), UNBAKE_REPAIRED);
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(repaired.buffers[1], indices);
  EXPECT_EQ(repaired.length, 4);
  ArrowArray values = *repaired.dictionary;
  repaired.dictionary->release = nullptr;
  repaired.release(&repaired);
  EXPECT_EQ(releases, 0);
  EXPECT_EQ(rows_of(GetParam(), values), (std::vector<Row>{"plain", kClean, Row()}));
  values.release(&values);
  EXPECT_EQ(releases, 2);
}

TEST_P(Arrow, DictionariesThatNeedNoRepair) {
  ArrowSchema dictionary = schema_of("i", &schema_);
  ArrowArray column = dictionary_of(GetParam(), {"plain", kClean}, {1, 0});
  const ArrowArray* const values = column.dictionary;
  ArrowArray repaired{};
  ASSERT_EQ(unbake_fix_arrow(nullptr, &dictionary, &column, &repaired, nullptr, nullptr), UNBAKE_UNCHANGED);
  EXPECT_EQ(repaired.dictionary, values);
  repaired.release(&repaired);
  EXPECT_EQ(releases, 2);
}

// What is wrong is said, and the column stays with whoever gave it.
TEST_P(Arrow, RefusesColumnsThatAreNotAsTheirSchemaSays) {
  const auto expect_bad = [&](auto change) {
    ArrowArray column = array_of(GetParam(), kRows);
    change(column);
    ArrowArray repaired{};
    Owned message;
    EXPECT_EQ(unbake_fix_arrow(nullptr, &schema_, &column, &repaired, nullptr, &message), UNBAKE_BAD_ARROW);
    EXPECT_NE(message.text(), "");
    EXPECT_EQ(repaired.release, nullptr);
    ASSERT_NE(column.release, nullptr);
    column.release(&column);
  };
  expect_bad([](ArrowArray& column) { column.length = -1; });
  expect_bad([](ArrowArray& column) { column.offset = -1; });
  expect_bad([](ArrowArray& column) { column.n_buffers = 2; });
  expect_bad([](ArrowArray& column) { column.buffers[1] = nullptr; });
  expect_bad([](ArrowArray& column) { column.dictionary = &column; });
  const std::string format = GetParam();
  expect_bad([&](ArrowArray& column) {
    auto& made = *static_cast<Made*>(column.private_data);
    if (format == "u") made.offsets32[3] = 0;
    if (format == "U") made.offsets64[0] = -1;
    if (format == "vu") made.sizes[0] = 20;
  });
}

TEST_P(Arrow, RefusesMissingArguments) {
  ArrowArray column = array_of(GetParam(), kRows);
  ArrowArray repaired{};
  EXPECT_EQ(unbake_fix_arrow(nullptr, nullptr, &column, &repaired, nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
  EXPECT_EQ(unbake_fix_arrow(nullptr, &schema_, nullptr, &repaired, nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
  EXPECT_EQ(unbake_fix_arrow(nullptr, &schema_, &column, nullptr, nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
  EXPECT_EQ(unbake_fix_arrow(nullptr, &schema_, &repaired, &repaired, nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
  column.release(&column);
}

INSTANTIATE_TEST_SUITE_P(Layouts, Arrow, ::testing::Values("u", "U", "vu"));

TEST(ArrowSchemas, OnlyThoseOfTextAreTaken) {
  for (const char* format : {"i", "z", "Z", "vz", "+s", "", "ux"}) {
    ArrowSchema schema = schema_of(format);
    Owned message;
    EXPECT_EQ(unbake_check_arrow(&schema, &message), UNBAKE_BAD_ARROW) << format;
    EXPECT_NE(message.text().find(format), std::string::npos);
  }
  ArrowSchema text = schema_of("u");
  ArrowSchema dictionary = schema_of("c", &text);
  ArrowSchema nested = schema_of("c", &dictionary);
  EXPECT_EQ(unbake_check_arrow(&text, nullptr), UNBAKE_UNCHANGED);
  EXPECT_EQ(unbake_check_arrow(&dictionary, nullptr), UNBAKE_UNCHANGED);
  EXPECT_EQ(unbake_check_arrow(&nested, nullptr), UNBAKE_BAD_ARROW);
  EXPECT_EQ(unbake_check_arrow(nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
}

}  // namespace
}  // namespace unbake::tests
