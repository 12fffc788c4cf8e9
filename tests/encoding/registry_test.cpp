#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "encoding/encoding.hpp"

namespace unbake::encoding {
namespace {

std::string name_of(std::string_view label) {
  const std::optional<EncodingId> id = find(label);
  return id ? std::string(get(*id).name) : "";
}

// Where ours is not the encoding of the WHATWG standard, and why: tables/README.md.
const std::map<std::string, std::string> kOurs = {{"iso-8859-1", "windows-1252"}, {"iso-8859-9", "windows-1254"},
                                                  {"iso-8859-11", "windows-874"}, {"big5-hkscs", "big5"},
                                                  {"iso-2022-kr", "replacement"}, {"hz-gb-2312", "replacement"}};

TEST(Registry, KnowsEveryLabelOfTheWhatwgStandard) {
  std::ifstream file(UNBAKE_SOURCE_DIR "/tests/encoding/whatwg_labels.txt");
  std::size_t labels = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream fields(line);
    std::string label, whatwg;
    fields >> label >> whatwg;
    ++labels;
    const std::string ours = name_of(label);
    if (ours == whatwg) continue;
    const auto known = kOurs.find(ours);
    ASSERT_NE(known, kOurs.end()) << label << " is " << ours;
    EXPECT_EQ(known->second, whatwg) << label;
  }
  EXPECT_EQ(labels, 228U);
}

TEST(Registry, FindsNamesAndAliasesOfEveryEncoding) {
  std::set<std::string_view> labels;
  for (const Encoding& encoding : all_encodings()) {
    EXPECT_EQ(&get(encoding.id), &encoding);
    EXPECT_EQ(find(encoding.name), encoding.id);
    EXPECT_TRUE(labels.insert(encoding.name).second) << encoding.name;
    for (const std::string_view alias : encoding.aliases) {
      EXPECT_EQ(find(alias), encoding.id) << alias;
      EXPECT_TRUE(labels.insert(alias).second) << alias;
      for (const char c : alias) EXPECT_FALSE(c >= 'A' && c <= 'Z') << alias;
    }
  }
  EXPECT_EQ(all_encodings().size(), kEncodingCount);
  EXPECT_EQ(all_encodings()[0].id, EncodingId::kUtf8);
}

TEST(Registry, IgnoresCaseAndWhiteSpaceAround) {
  EXPECT_EQ(find(" \t\r\n\fWindows-1252 "), EncodingId::kWindows1252);
  EXPECT_EQ(find("UTF8"), EncodingId::kUtf8);
}

TEST(Registry, FindsNothingElse) {
  for (const char* label : {"", " ", "windows 1252", "utf-8\v", "no-such-encoding", "windows-12520"})
    EXPECT_EQ(find(label), std::nullopt) << label;
  EXPECT_EQ(find(std::string(10000, 'x')), std::nullopt);
  EXPECT_EQ(find(std::string_view("utf-8\0", 6)), std::nullopt);
}

TEST(Registry, KnowsTheNamesOfPython) {
  const std::map<std::string, std::string> kPython = {{"cp1252", "windows-1252"},
                                                      {"latin-1", "iso-8859-1"},
                                                      {"mac-roman", "macintosh"},
                                                      {"mac-latin2", "mac-latin2"},
                                                      {"cp932", "shift_jis"},
                                                      {"cp949", "euc-kr"},
                                                      {"big5hkscs", "big5-hkscs"},
                                                      {"koi8-r", "koi8-r"},
                                                      {"iso8859-2", "iso-8859-2"},
                                                      {"cp437", "ibm437"},
                                                      {"cp1125", "ibm1125"},
                                                      {"ptcp154", "ptcp154"},
                                                      {"kz1048", "kz-1048"},
                                                      {"koi8_t", "koi8-t"},
                                                      {"utf_8", "utf-8"},
                                                      {"euc_jp", "euc-jp"},
                                                      {"iso2022_jp", "iso-2022-jp"},
                                                      {"hz", "hz-gb-2312"},
                                                      {"utf_7", "utf-7"},
                                                      {"johab", "johab"},
                                                      {"cp874", "windows-874"}};
  for (const auto& [label, name] : kPython) EXPECT_EQ(name_of(label), name) << label;
}

TEST(PrivateUse, IsBothAreas) {
  for (const char32_t c : {0xE000U, 0xF8FFU, 0xF0000U, 0x10FFFFU}) EXPECT_TRUE(is_private_use(c));
  for (const char32_t c : {0xD7FFU, 0xF900U, 0xEFFFFU, 0x110000U}) EXPECT_FALSE(is_private_use(c));
}

}  // namespace
}  // namespace unbake::encoding
