#include "pipeline/hands_off.hpp"

#include <gtest/gtest.h>

#include "pipeline/deciding.hpp"

namespace unbake::pipeline {
namespace {

Decision repair(std::size_t offset, std::size_t length, std::string after, encoding::EncodingId from,
                encoding::EncodingId read_as) {
  Decision d;
  d.offset = offset;
  d.length = length;
  d.after = std::move(after);
  d.path = {{from, read_as}};
  d.language = 40;
  d.structure = -8;
  d.confidence = 1;
  d.verdict = Verdict::kRepaired;
  return d;
}

TEST(HandsOff, NewControlCharactersAreDamageStill) {
  using enum encoding::EncodingId;
  std::vector<Decision> decisions = {repair(0, 4, "\u0085", kUtf8, kWindows1252)};
  keep_hands_off("\u00C2\u0085 x", 0.95, decisions);
  EXPECT_EQ(decisions[0].verdict, Verdict::kRepaired);  // it was there before
  decisions = {repair(0, 4, "\u0085", kUtf8, kWindows1252)};
  keep_hands_off("\u00C2\u2026 x", 0.95, decisions);
  EXPECT_EQ(decisions[0].verdict, Verdict::kLeavesDamage);
}

TEST(HandsOff, WhatWasNeverAssignedIsNoCharacter) {
  using enum encoding::EncodingId;
  std::vector<Decision> decisions = {repair(0, 8, "\U000C624D", kUtf8, kMacintosh)};
  keep_hands_off("\u00DB\u00DC\u00E2\u00E7 x", 0.95, decisions);
  EXPECT_EQ(decisions[0].verdict, Verdict::kLeavesDamage);
}

// Six hundred syllables, a line each, of which one looks like damage; or two that are the same.
TEST(HandsOff, ListsOfCharactersAreNotDamaged) {
  using enum encoding::EncodingId;
  std::string list;
  for (int i = 0; i < 600; ++i) list += "gks\t\uD55C\n";
  const std::string damage = "cnd\t\uCE7C\n";
  const std::string once = damage + list;
  std::vector<Decision> decisions = {repair(4, 3, "\u00C1", kUtf8, kJohab)};
  keep_hands_off(once, 0.95, decisions);
  EXPECT_EQ(decisions[0].verdict, Verdict::kUnsure);
  const std::string twice = damage + once;
  decisions = {repair(4, 3, "\u00C1", kUtf8, kJohab), repair(4 + damage.size(), 3, "\u00C1", kUtf8, kJohab)};
  keep_hands_off(twice, 0.95, decisions);
  EXPECT_NE(decisions[0].verdict, Verdict::kUnsure);
  EXPECT_NE(decisions[1].verdict, Verdict::kUnsure);
}

TEST(HandsOff, WhatNoWordBearsIsNotSure) {
  using enum encoding::EncodingId;
  const std::string_view text = "(\u00B7call)";
  std::vector<Decision> decisions = {repair(1, 2, "\u0105", kWindows1250, kWindows1252)};
  keep_hands_off(text, 0.95, decisions);
  EXPECT_EQ(decisions[0].verdict, Verdict::kUnsure);
  EXPECT_LT(decisions[0].confidence, 0.95);
  decisions = {repair(1, 2, "\u0105", kWindows1250, kWindows1252)};
  keep_hands_off(text, 0, decisions);
  EXPECT_EQ(decisions[0].verdict, Verdict::kRepaired);  // nothing was asked for
}

TEST(HandsOff, AMentionIsReportedAndLeft) {
  const std::string_view text = "x.replace(\"caf\u00C3\u00A9\", \"caf\u00E9\")";
  Settings settings;
  settings.report = true;
  const std::vector<Decision> decisions = decisions_of(text, settings);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, Verdict::kMentioned);
  EXPECT_EQ(decisions[0].after, "\u00E9");
  EXPECT_EQ(repaired(text, decisions), text);
}

}  // namespace
}  // namespace unbake::pipeline
