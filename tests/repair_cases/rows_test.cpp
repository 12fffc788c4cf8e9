// Every row of tests/cases is checked five ways, and the data themselves are checked once more.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "repair_cases/known_failures.hpp"
#include "repair_cases/promises.hpp"
#include "repair_cases/row.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

class Rows : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { rows_ = read_rows(GetParam()); }

  // Fails for each row of which `broken` says something.
  template <typename Check>
  void expect_of_each(Check broken) const {
    for (const Row& row : rows_) {
      const std::string what = broken(row);
      EXPECT_TRUE(what.empty()) << row.id << ": " << what;
    }
  }

  std::vector<Row> rows_;
};

std::string compare(const std::string& given, const std::string& wanted, const Fixed& fixed) {
  return "\n  wanted: " + wanted + "\n  got:    " + std::string(fixed.text()) + "\n  given:  " + given +
         describe(given, fixed.plan());
}

TEST_P(Rows, AreFixedToTheTruth) {
  for (const Row& row : rows_) {
    const Fixed fixed = fix(row.mojibake);
    const std::string wrong = unexpected(row.id, fixed.text() == row.truth, compare(row.mojibake, row.truth, fixed));
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

TEST_P(Rows, PlansReplayed) {
  expect_of_each([](const Row& row) { return broken_answer(row.mojibake, fix(row.mojibake)); });
}

TEST_P(Rows, OneMoreLayerOnTop) {
  for (const Row& row : rows_) {
    if (row.more != "yes") continue;
    const Result<std::string> baked = bake(row.mojibake, "utf-8>windows-1252");
    ASSERT_TRUE(baked.has_value()) << row.id << ": " << baked.error().message;
    const Fixed fixed = fix(*baked);
    const std::string name = row.id + " one more layer";
    const std::string wrong = unexpected(name, fixed.text() == row.truth, compare(*baked, row.truth, fixed));
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

TEST_P(Rows, AreIdempotent) {
  for (const Row& row : rows_) {
    const std::string broken = broken_idempotence(row.mojibake);
    const std::string wrong = unexpected(row.id + " idempotent", broken.empty(), broken);
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

TEST_P(Rows, TruthIsClean) {
  for (const Row& row : rows_) {
    if (row.scope == "clean") continue;  // that was AreFixedToTheTruth
    const Fixed fixed = fix(row.truth);
    const std::string wrong = unexpected(row.id + " truth", !fixed.changed(), describe(row.truth, fixed.plan()));
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

TEST_P(Rows, EditsBakeBack) {
  expect_of_each([](const Row& row) {
    const Plan made = plan(row.mojibake);
    const std::string broken = broken_order(row.mojibake, made);
    return broken.empty() ? broken_proof(row.mojibake, made) : broken;
  });
}

TEST_P(Rows, AreWhatTheySay) {
  expect_of_each([](const Row& row) -> std::string {
    if (row.scope == "clean") return row.mojibake == row.truth ? "" : "clean, but truth and text differ";
    if (row.mojibake == row.truth) return "damaged, but truth and text are the same";
    if (row.scope == "span") return "";
    if (row.scope != "whole") return "no such scope: " + row.scope;
    const Result<std::string> baked = bake(row.truth, row.path, row.profile);
    if (!baked) return baked.error().message;
    return *baked == row.mojibake ? "" : "the truth bakes to " + *baked + "\n  given: " + row.mojibake;
  });
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Rows, testing::ValuesIn(subjects()), test_name);

TEST(RowIds, AreAllDifferent) {
  std::set<std::string> seen;
  for (const std::string& subject : subjects()) {
    for (const Row& row : read_rows(subject)) EXPECT_TRUE(seen.insert(row.id).second) << row.id;
  }
}

// Of each lost byte the answer says which characters could have stood there.
TEST(Losses, HaveTheirCandidates) {
  for (const std::string subject : {"utf-8-as-gbk-lossy", "lost-bytes"}) {
    std::string without;
    for (const Row& row : read_rows(subject)) {
      for (const Edit& edit : plan(row.mojibake).edits) {
        for (const Loss& loss : edit.losses) {
          if (loss.candidates.empty()) without += "\n  " + row.id + " " + describe(row.mojibake, edit);
        }
      }
    }
    const std::string wrong =
        unexpected(subject + " candidates", without.empty(), "losses without candidates:" + without);
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

TEST(Unrecoverable, IsNamedForWhatItIs) {
  for (const Row& row : read_rows("unrecoverable")) {
    const std::vector<Finding> findings = explain(row.mojibake);
    const bool named = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.verdict == Verdict::kUnrecoverable && !finding.reason.empty();
    });
    const std::string wrong = unexpected(row.id + " named", named, "no finding says that it cannot be restored");
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

}  // namespace
}  // namespace unbake::tests
