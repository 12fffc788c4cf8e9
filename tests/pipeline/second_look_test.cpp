// What the rest of a document says decides places that are unsure by themselves.
#include <gtest/gtest.h>

#include <string>

#include "deciding.hpp"

namespace unbake::pipeline {
namespace {

using tests::baked;
using tests::utf8_of;

const std::string kGap = "\n" + std::string(80, '-') + "\n";

// A document that is full of damage by one reader, every place in a window of its own.
std::string evidence() {
  std::string text;
  for (const char32_t* line : {U"It\u2019s a caf\u00E9.", U"D\u00E9j\u00E0 vu, isn\u2019t it?",
                               U"\u201CNa\u00EFve,\u201D he said \u2014 twice."}) {
    text += baked(utf8_of(line), "utf-8>windows-1252") + kGap;
  }
  return text;
}

TEST(SecondLook, TheDocumentNeverSpeaksAgainstARepairOfItsOwnPath) {
  const std::string place = baked(utf8_of(U"\u00C0 propos"), "utf-8>windows-1252");
  const auto confidence_of_last = [](const std::string& text) {
    const std::vector<Decision> decisions = decisions_of(text);
    return decisions.empty() ? 0.0 : decisions.back().confidence;
  };
  EXPECT_GE(confidence_of_last(evidence() + place), confidence_of_last(place));
}

TEST(SecondLook, APlaceAloneHasNoDocument) {
  for (const Decision& d : decisions_of(baked(utf8_of(U"It\u2019s"), "utf-8>windows-1252"))) EXPECT_EQ(d.document, 0);
}

TEST(SecondLook, EverySpanIsDecidedOnce) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += evidence();
  std::string truth = repaired(evidence());
  std::string expected;
  for (int i = 0; i < 20; ++i) expected += truth;
  EXPECT_EQ(repaired(text), expected);
}

TEST(SecondLook, CleanTextBesideDamageStaysClean) {
  for (const std::string& sentence : tests::clean_sentences()) {
    const std::string result = repaired(evidence() + sentence);
    EXPECT_EQ(result.substr(result.size() - sentence.size()), sentence);
  }
}

// Clean English text of that many kilobytes, with the typography of printed text.
std::string clean_text(std::size_t kilobytes) {
  const std::string sentence = utf8_of(U"Nothing is wrong here \u2014 it\u2019s as it was written. ");
  std::string text;
  while (text.size() < kilobytes * 1024) text += sentence;
  return text + "\n";
}

TEST(SecondLook, AnOddPlaceInALongTextNeedsMore) {
  const std::string place = baked(utf8_of(U"\u00C0 propos\n"), "utf-8>windows-1252");
  const auto document_of = [&](std::size_t kilobytes) {
    const std::vector<Decision> decisions = decisions_of(clean_text(kilobytes) + place);
    EXPECT_EQ(decisions.size(), 1U);
    return decisions.empty() ? 0 : decisions.back().document;
  };
  EXPECT_EQ(document_of(0), 0);
  EXPECT_LT(document_of(64), -2);
  EXPECT_LT(document_of(512), document_of(64));
}

TEST(SecondLook, WhatIsProvenIsRepairedInAnyLengthOfText) {
  const std::string truth = utf8_of(U"It\u2019s a caf\u00E9.\n");
  const std::string text = clean_text(512);
  EXPECT_EQ(repaired(text + baked(truth, "utf-8>windows-1252") + text), text + truth + text);
}

}  // namespace
}  // namespace unbake::pipeline
