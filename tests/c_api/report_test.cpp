#include <gtest/gtest.h>

#include <cstring>
#include <memory>

#include "c_strings.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

using Report = std::unique_ptr<unbake_report, decltype(&unbake_report_free)>;

Report report_of(const std::string& text, unbake_status expected) {
  unbake_report* report = nullptr;
  EXPECT_EQ(unbake_explain(nullptr, view(text), &report), expected);
  return {report, &unbake_report_free};
}

unbake_finding finding_at(const Report& report, std::size_t index) {
  unbake_finding finding;
  finding.struct_size = sizeof finding;
  EXPECT_EQ(unbake_report_finding(report.get(), index, &finding), UNBAKE_UNCHANGED);
  return finding;
}

TEST(CReport, SaysWhatTheCppInterfaceSays) {
  const Report report = report_of(kDamaged, UNBAKE_REPAIRED);
  const std::vector<Finding> expected = explain(kDamaged);
  ASSERT_EQ(unbake_report_size(report.get()), expected.size());
  ASSERT_FALSE(expected.empty());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const unbake_finding found = finding_at(report, i);
    EXPECT_EQ(found.offset, expected[i].edit.offset);
    EXPECT_EQ(found.length, expected[i].edit.length);
    EXPECT_EQ(text_of(found.after), expected[i].edit.after);
    EXPECT_EQ(text_of(found.path), expected[i].edit.path);
    EXPECT_EQ(text_of(found.profile), expected[i].edit.profile);
    EXPECT_EQ(text_of(found.reason), expected[i].reason);
    EXPECT_EQ(found.score, expected[i].edit.score);
    EXPECT_EQ(found.confidence, expected[i].edit.confidence);
    EXPECT_EQ(found.verdict, UNBAKE_VERDICT_REPAIRED);
    EXPECT_EQ(found.is_lossy, 0);
  }
}

TEST(CReport, OfCleanTextIsEmpty) {
  const Report report = report_of(kClean, UNBAKE_UNCHANGED);
  EXPECT_EQ(unbake_report_size(report.get()), 0U);
  unbake_finding finding;
  finding.struct_size = sizeof finding;
  EXPECT_EQ(unbake_report_finding(report.get(), 0, &finding), UNBAKE_OUT_OF_RANGE);
  EXPECT_EQ(unbake_report_size(nullptr), 0U);
}

TEST(CReport, NamesWhatCouldStandWhereAByteWasLost) {
  const std::string text =
      "The captain\xE9\x88\xA5\xE6\xAA\x9A daughter \xE9\x88\xA5 a painter \xE9\x88\xA5 moved to the coast.";
  const Report report = report_of(text, UNBAKE_REPAIRED);
  bool has_candidate = false;
  for (std::size_t i = 0; i < unbake_report_size(report.get()); ++i) {
    const unbake_finding found = finding_at(report, i);
    unbake_candidate candidate;
    candidate.struct_size = sizeof candidate;
    const unbake_status status = unbake_report_candidate(report.get(), i, 0, 0, &candidate);
    EXPECT_EQ(status, found.is_lossy == 1 ? UNBAKE_UNCHANGED : UNBAKE_OUT_OF_RANGE);
    if (status != UNBAKE_UNCHANGED) continue;
    has_candidate = true;
    EXPECT_EQ(text_of(found.after).substr(candidate.offset, candidate.length), text_of(candidate.text));
    EXPECT_GT(candidate.probability, 0.0);
    EXPECT_EQ(unbake_report_candidate(report.get(), i, 0, 1000, &candidate), UNBAKE_OUT_OF_RANGE);
    EXPECT_EQ(unbake_report_candidate(report.get(), i, 1000, 0, &candidate), UNBAKE_OUT_OF_RANGE);
  }
  EXPECT_TRUE(has_candidate);
}

// A program that was built when the struct was shorter has nothing written beyond what it knows.
TEST(CReport, WritesNoMoreThanItsUserKnows) {
  const Report report = report_of(kDamaged, UNBAKE_REPAIRED);
  unbake_finding finding;
  std::memset(static_cast<void*>(&finding), 0x5A, sizeof finding);
  finding.struct_size = offsetof(unbake_finding, after);
  ASSERT_EQ(unbake_report_finding(report.get(), 0, &finding), UNBAKE_UNCHANGED);
  EXPECT_EQ(finding.offset, explain(kDamaged).front().edit.offset);
  unsigned char rest[sizeof finding.verdict];
  std::memcpy(rest, &finding.verdict, sizeof rest);
  for (const unsigned char byte : rest) EXPECT_EQ(byte, 0x5A);
  finding.struct_size = 0;
  EXPECT_EQ(unbake_report_finding(report.get(), 0, &finding), UNBAKE_BAD_ARGUMENT);
}

}  // namespace
}  // namespace unbake::tests
