#include "detect/legacy_witness.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace unbake::detect {
namespace {

using encoding::EncodingId;

// Whether each damaged run of `text`, marked by < and >, is borne. A run becomes `after`.
std::vector<bool> borne(std::string_view marked, std::string_view after, EncodingId written = EncodingId::kIbm850,
                        EncodingId read_as = EncodingId::kWindows1252) {
  std::string text;
  std::vector<LegacyPlace> places;
  for (const char c : marked) {
    if (c == '<') {
      places.push_back({text.size(), 0, after, written, read_as});
    } else if (c == '>') {
      places.back().end = text.size();
    } else {
      text += c;
    }
  }
  return borne_by_words(text, places);
}

using Answers = std::vector<bool>;

TEST(LegacyWitness, SignsAndLettersThatStandAloneBearNothing) {
  EXPECT_EQ(borne("(<\u00B7>call16) (<\u00B7>call32)", "\u0105"), (Answers{false, false}));
  EXPECT_EQ(borne("<\u03C1>, <\u03C1>s := <\u03BE>.Read", "\u2014"), (Answers{false, false, false}));
  EXPECT_EQ(borne("got<\u00B2> + k<\u00B2>", "\u0119"), (Answers{false, false}));
}

TEST(LegacyWitness, OneWordBearsTheOthers) {
  EXPECT_EQ(borne("donn<\u201A>es", "\u00E9"), Answers{true});
  EXPECT_EQ(borne("<\u201A> donn<\u201A>es", "\u00E9"), (Answers{true, true}));
  EXPECT_EQ(borne("<\u00CD>tre", "\u00EA"), Answers{true});
  EXPECT_EQ(borne("<\u00A9>tevilo je <\u00B9>tevilo", "\u0161"), (Answers{true, true}));  // two different signs
  EXPECT_EQ(borne("<\u0426\u0438\u0442\u0430>", "abcd"), Answers{true});
}

TEST(LegacyWitness, AnOperatorIsNotBorneByTheOneWordItIsIn) {
  std::string text = "run<\u00B7>go ";
  for (int i = 0; i < 9; ++i) text += "(<\u00B7>call) ";
  for (const bool b : borne(text, "\u0105")) EXPECT_FALSE(b);
}

TEST(LegacyWitness, EveryTwoEncodingsSpeakForThemselves) {
  const std::string text = "donn\u201Aes (\u00B7call)";
  const std::size_t sign = text.find("\u00B7");
  const std::vector<bool> answers =
      borne_by_words(text, {{4, 7, "\u00E9", EncodingId::kIbm850, EncodingId::kWindows1252},
                            {sign, sign + 2, "\u00E9", EncodingId::kMacintosh, EncodingId::kWindows1252}});
  EXPECT_EQ(answers, (Answers{true, false}));
}

TEST(LegacyWitness, ListsInOrderAreTables) {
  std::string list;
  for (int i = 0; i < 20; ++i) list += std::string("\xD0") + static_cast<char>(0x90 + i);
  EXPECT_EQ(borne("<" + list + ">", "\u00E9\u00E8"), Answers{false});
}

TEST(LegacyWitness, RowsOfFullWidthLettersAreTables) {
  EXPECT_EQ(borne("<\uFF57\uFF49\uFF44\uFF54\uFF48>", "\u0393\u03A9\u0393\u039A\u0393\u0395\u0393\u03A6\u0393\u0399",
                  EncodingId::kIso88597, EncodingId::kBig5),
            Answers{false});
}

}  // namespace
}  // namespace unbake::detect
