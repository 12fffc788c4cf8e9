// Quotation marks whose bytes are lost are decided by those that are open, also far away.
#include <gtest/gtest.h>

#include <string>

#include "deciding.hpp"

namespace unbake::pipeline {
namespace {

using tests::baked;
using tests::utf8_of;

const std::string kFiller =
    " and went on for a while with words of plain English that nobody could damage, as these are";

TEST(Quotes, OfACleanOpeningQuoteFarBefore) {
  const std::string open = utf8_of(U"She said \u201Cyes") + kFiller;
  const std::string quote = utf8_of(U"\u201D");
  const std::string damaged = baked(quote, "utf-8>windows-1252", "python-replace");  // its last byte is lost
  const std::string after = " and left.\n";
  const std::string evidence = baked(utf8_of(U"It\u2019s a caf\u00E9, it\u2019s na\u00EFve.\n"), "utf-8>windows-1252");
  const std::string result = repaired(evidence + open + damaged + after);
  EXPECT_EQ(result.substr(result.size() - after.size() - quote.size(), quote.size()), quote) << result;
}

TEST(Quotes, ThatWereRepairedInAnEarlierWindowCount) {
  const std::string text = utf8_of(U"It\u2019s \u2018fine") + kFiller + utf8_of(U"\u2019 \u2014 it\u2019s over\n");
  const std::string damaged = baked(text, "utf-8>windows-1252");
  EXPECT_EQ(repaired(damaged), text);
}

TEST(Quotes, OfAnotherParagraphDoNotCount) {
  const std::string text = utf8_of(U"She said \u201Cyes.\n\u201CNo,\u201D he said, \u201Cit\u2019s not.\u201D\n");
  EXPECT_EQ(repaired(baked(text, "utf-8>iso-8859-1")), text);
}

}  // namespace
}  // namespace unbake::pipeline
