// Damage that is spelled out: what is repaired, what it is written as, and what is believed.
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/deciding.hpp"

namespace unbake::pipeline {
namespace {

using notation::Notation;

TEST(Spelled, IsRepairedInItsNotation) {
  const std::string text = R"({"t": "Le caf\u00c3\u00a9"})";
  const auto decisions = decisions_of(text);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, Verdict::kRepaired);
  EXPECT_EQ(decisions[0].notation, Notation::kUnicodeEscapes);
  EXPECT_EQ(text.substr(decisions[0].offset, decisions[0].length), R"(\u00c3\u00a9)");
  EXPECT_EQ(decisions[0].after, R"(\u00e9)");
  EXPECT_EQ(baking::to_string(decisions[0].path), "utf-8>windows-1252");
}

TEST(Spelled, PlainDamageHasNoNotation) {
  const auto decisions = decisions_of("Le caf\xC3\x83\xC2\xA9");
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].notation, std::nullopt);
}

TEST(Spelled, IsLeftIfItsNotationIsNotLookedFor) {
  Settings settings;
  settings.notations = notation::set_of(Notation::kEntities);
  const std::string text = R"(caf\u00c3\u00a9 caf&Atilde;&copy; caf%C3%83%C2%A9)";
  EXPECT_EQ(repaired(text, settings), R"(caf\u00c3\u00a9 caf&eacute; caf%C3%83%C2%A9)");
  settings.notations = 0;
  EXPECT_TRUE(decisions_of(text, settings).empty());
}

TEST(Spelled, PlainDamageBesideItIsRepairedToo) {
  EXPECT_EQ(repaired("caf\xC3\x83\xC2\xA9, caf&Atilde;&copy;, caf\xC3\x83&copy;"),
            "caf\xC3\xA9, caf&eacute;, caf\xC3\xA9");
}

TEST(Spelled, AllOfABase64WordIsOneRepair) {
  // "Reunion du cafe", with accents.
  const std::string text = "Subject: =?utf-8?B?UsODwql1bmlvbiBkdSBjYWbDg8Kp?=\n";
  const auto decisions = decisions_of(text);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, Verdict::kRepaired);
  EXPECT_EQ(repaired(text, decisions), "Subject: =?utf-8?B?UsOpdW5pb24gZHUgY2Fmw6k=?=\n");
}

TEST(Spelled, ABase64WordThatIsCleanInPartIsLeft) {
  // "cafe", clean, and "menu creme", damaged: no baking gives the first.
  const std::string text = "Subject: =?utf-8?B?Y2Fmw6kgbWVudSBjcsODwqhtZQ==?=\n";
  const auto decisions = decisions_of(text);
  EXPECT_TRUE(std::none_of(decisions.begin(), decisions.end(),
                           [](const Decision& d) { return d.verdict == Verdict::kRepaired; }));
}

TEST(Spelled, WhatStandsAloneIsReportedAndLeft) {
  Settings settings;
  settings.report = true;
  const auto decisions = decisions_of(R"(map["\u00c3\u00a9"] = "\u00e9";)", settings);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, Verdict::kStandsAlone);
  EXPECT_EQ(decisions[0].after, R"(\u00e9)");
}

TEST(Spelled, WhatStandsAloneIsBelievedAmongPlacesInText) {
  const std::string alone = R"("\u00f0\u009f\u0098\u0082")";
  const std::string place = R"("Tr\u00c3\u00a8s bien", )";
  EXPECT_EQ(repaired(place + place + alone), R"("Tr\u00e8s bien", "Tr\u00e8s bien", )" + alone);
  EXPECT_EQ(repaired(place + place + place + alone),
            R"("Tr\u00e8s bien", "Tr\u00e8s bien", "Tr\u00e8s bien", "\ud83d\ude02")");
  // More places alone than in text: a table with its examples.
  EXPECT_EQ(repaired(place + place + place + alone + alone + alone + alone),
            R"("Tr\u00e8s bien", "Tr\u00e8s bien", "Tr\u00e8s bien", )" + alone + alone + alone + alone);
}

TEST(Spelled, WhereAByteIsLostItIsLeft) {
  const std::string text = R"({"t": "The ferry isn\u00e2\u20act here, he\u00e2\u20acs at sea, isn\u00e2\u20ac?t he"})";
  EXPECT_EQ(repaired(text), text);
}

TEST(Spelled, ReplacementCharactersAreNamed) {
  Settings settings;
  settings.report = true;
  const auto decisions = decisions_of(R"({"t": "caf\u00ef\u00bf\u00bd cr\u00ef\u00bf\u00bdme"})", settings);
  ASSERT_FALSE(decisions.empty());
  for (const Decision& d : decisions) EXPECT_EQ(d.verdict, Verdict::kUnrecoverable);
}

}  // namespace
}  // namespace unbake::pipeline
