// Every table against a converter of ICU, byte for byte. What differs is listed, with the reason,
// in icu_differences.txt; a difference that is not listed fails, and so does a listed one that is
// none any more.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "encoding/encoding.hpp"
#include "encoding/icu_converter.hpp"
#include "encoding/test_name.hpp"

namespace unbake::encoding {
namespace {

using unbake::testing::IcuConverter;

// The converters of ICU, named in full since their short names move between versions.
const std::map<std::string, std::string> kConverters = {
    {"windows-1252", "ibm-5348_P100-1997"},
    {"windows-1250", "ibm-5346_P100-1998"},
    {"windows-1251", "ibm-5347_P100-1998"},
    {"windows-1253", "ibm-5349_P100-1998"},
    {"windows-1254", "ibm-5350_P100-1998"},
    {"windows-1255", "ibm-9447_P100-2002"},
    {"windows-1256", "ibm-9448_X100-2005"},
    {"windows-1257", "ibm-9449_P100-2002"},
    {"windows-1258", "ibm-5354_P100-1998"},
    {"windows-874", "windows-874-2000"},
    {"iso-8859-1", "ISO-8859-1"},
    {"iso-8859-2", "ibm-912_P100-1995"},
    {"iso-8859-3", "ibm-913_P100-2000"},
    {"iso-8859-4", "ibm-914_P100-1995"},
    {"iso-8859-5", "ibm-915_P100-1995"},
    {"iso-8859-6", "ibm-1089_P100-1995"},
    {"iso-8859-7", "ibm-9005_X110-2007"},
    {"iso-8859-8", "ibm-5012_P100-1999"},
    {"iso-8859-8-i", "ibm-5012_P100-1999"},
    {"iso-8859-9", "ibm-920_P100-1995"},
    {"iso-8859-10", "iso-8859_10-1998"},
    {"iso-8859-11", "iso-8859_11-2001"},
    {"iso-8859-13", "ibm-921_P100-1995"},
    {"iso-8859-14", "iso-8859_14-1998"},
    {"iso-8859-15", "ibm-923_P100-1998"},
    {"koi8-r", "ibm-878_P100-1996"},
    {"koi8-u", "ibm-1168_P100-2002"},
    {"macintosh", "macos-0_2-10.2"},
    {"mac-latin2", "macos-29-10.2"},
    {"x-mac-cyrillic", "macos-7_3-10.2"},
    {"mac-greek", "macos-6_2-10.4"},
    {"mac-turkish", "macos-35-10.2"},
    {"ibm437", "ibm-437_P100-1995"},
    {"ibm737", "ibm-737_P100-1997"},
    {"ibm775", "ibm-775_P100-1996"},
    {"ibm850", "ibm-850_P100-1995"},
    {"ibm852", "ibm-852_P100-1995"},
    {"ibm855", "ibm-855_P100-1995"},
    {"ibm857", "ibm-857_P100-1995"},
    {"ibm858", "ibm-858_P100-1997"},
    {"ibm860", "ibm-860_P100-1995"},
    {"ibm861", "ibm-861_P100-1995"},
    {"ibm862", "ibm-862_P100-1995"},
    {"ibm863", "ibm-863_P100-1995"},
    {"ibm864", "ibm-864_X110-1999"},
    {"ibm865", "ibm-865_P100-1995"},
    {"ibm866", "ibm-866_P100-1995"},
    {"ibm869", "ibm-869_P100-1995"},
    {"ibm1125", "ibm-1125_P100-1997"},
    {"gb18030", "gb18030"},
    {"gbk", "gb18030"},
    {"big5", "windows-950-2000"},
    {"big5-hkscs", "ibm-1375_P100-2008"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"euc-jp", "euc-jp-2007"},
    {"euc-kr", "windows-949-2000"},
    {"utf-8", "UTF-8"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"utf-32le", "UTF-32LE"},
    {"utf-32be", "UTF-32BE"},
    {"cesu-8", "CESU-8"},
};

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02X", static_cast<unsigned char>(byte));
    text += digits;
  }
  return text;
}

// "00CA+0304", "-" for none.
std::string spell(const std::u32string& characters) {
  std::string text;
  for (const char32_t c : characters) {
    char digits[12];
    std::snprintf(digits, sizeof digits, "%s%04X", text.empty() ? "" : "+", static_cast<unsigned>(c));
    text += digits;
  }
  return text.empty() ? "-" : text;
}

// What `bytes` are if they are exactly one unit.
std::string ours(EncodingId id, std::string_view bytes) {
  const std::span<const std::uint8_t> input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const DecodeStep step = decode_step(id, input);
  const bool whole = step.kind == DecodeStep::Kind::kCharacter && step.length == bytes.size();
  return whole ? spell({step.code_points, step.code_points + step.count}) : "-";
}
std::string theirs(IcuConverter& converter, std::string_view bytes) {
  const std::optional<std::u32string> text = converter.decode(bytes);
  const bool one_unit = text && (text->size() == 1 || (text->size() == 2 && ((*text)[1] & ~0xFU) == 0x0300));
  return one_unit ? spell(*text) : "-";
}

// encoding -> bytes -> {ours, theirs}
using Differences = std::map<std::string, std::map<std::string, std::pair<std::string, std::string>>>;

// Lines of: encoding bytes ours ICU's, under headings "# reason".
Differences listed() {
  Differences differences;
  std::ifstream file(UNBAKE_SOURCE_DIR "/tests/encoding/icu_differences.txt");
  std::string reason;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      reason.clear();
    } else if (line.starts_with("#")) {
      reason += line;
    } else {
      std::istringstream fields(line);
      std::string name, bytes, our, their;
      fields >> name >> bytes >> our >> their;
      EXPECT_FALSE(reason.empty()) << "no reason given: " << line;
      EXPECT_TRUE(differences[name].emplace(bytes, std::pair(our, their)).second) << "listed twice: " << line;
    }
  }
  return differences;
}

// ICU's bytes -> ours, of characters with two units in the table of which ICU's encoder writes the
// other.
std::map<std::string, std::string> listed_duplicates(std::string_view encoding) {
  std::map<std::string, std::string> duplicates;
  std::ifstream file(UNBAKE_SOURCE_DIR "/tests/encoding/icu_duplicates.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream fields(line);
    std::string name, our, their;
    fields >> name >> our >> their;
    if (name == encoding) duplicates[their] = our;
  }
  return duplicates;
}

class Comparison {
 public:
  Comparison(const Encoding& encoding, const std::string& converter)
      : encoding_(encoding), converter_(converter), listed_(listed()[std::string(encoding.name)]) {}

  void compare(std::string_view bytes) {
    const std::string our = ours(encoding_.id, bytes);
    const std::string their = theirs(converter_, bytes);
    if (our == their) return;
    const auto known = listed_.find(hex(bytes));
    if (known == listed_.end()) {
      ADD_FAILURE() << "not listed: " << encoding_.name << " " << hex(bytes) << " " << our << " " << their;
      return;
    }
    EXPECT_EQ(known->second, std::pair(our, their)) << encoding_.name << " " << hex(bytes);
    listed_.erase(known);
  }

  void finish() const {
    for (const auto& [bytes, difference] : listed_)
      ADD_FAILURE() << "no longer differs: " << encoding_.name << " " << bytes;
  }

 private:
  const Encoding& encoding_;
  IcuConverter converter_;
  std::map<std::string, std::pair<std::string, std::string>> listed_;
};

class Icu : public ::testing::TestWithParam<std::pair<const std::string, std::string>> {};

TEST_P(Icu, DecodesEveryUnitAlike) {
  const Encoding& encoding = get(find(GetParam().first).value());
  Comparison comparison(encoding, GetParam().second);
  std::string bytes;
  const bool whole_units = encoding.family == Family::kUtf16 || encoding.family == Family::kUtf32;
  for (unsigned lead = 0; lead < 256 && !whole_units; ++lead) {
    bytes.assign(1, static_cast<char>(lead));
    comparison.compare(bytes);
  }
  const bool pairs = encoding.family != Family::kSingleByte && encoding.family != Family::kUtf32;
  for (unsigned lead = whole_units ? 0 : 0x80; lead < 256 && pairs; ++lead)
    for (unsigned trail = 0; trail < 256; ++trail) {
      bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      // Two characters in a row are no unit.
      if (!whole_units && ours(encoding.id, bytes.substr(0, 1)) != "-") continue;
      comparison.compare(bytes);
      for (unsigned third = 0xA0; third < 256 && encoding.family == Family::kEucJp && lead == 0x8F; ++third)
        comparison.compare(bytes + static_cast<char>(third));
    }
  comparison.finish();
}

// The UTF-8 of one character.
std::string utf8_of(char32_t c) {
  std::uint8_t out[4];
  const std::size_t length = encode_step(EncodingId::kUtf8, c, out);
  return {out, out + length};
}

std::string our_bytes(EncodingId id, char32_t c) {
  std::uint8_t out[4];
  const std::size_t length = encode_step(id, c, out);
  return {out, out + length};
}

// Only what the tables of both decode alike is compared: what ICU writes by fallback is taste, not
// fact.
TEST_P(Icu, EncodesWhatBothDecodeAlike) {
  const Encoding& encoding = get(find(GetParam().first).value());
  IcuConverter converter(GetParam().second);
  const std::map<std::string, std::string> duplicates = listed_duplicates(encoding.name);
  std::set<std::string> used;
  for (char32_t c = 0x80; c <= 0x2FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string bytes = our_bytes(encoding.id, c);
    const std::optional<std::string> their_bytes = converter.encode(utf8_of(c));
    if (!their_bytes || their_bytes->empty() || *their_bytes == bytes) continue;
    const bool same_character =
        ours(encoding.id, *their_bytes) == spell({c}) && theirs(converter, *their_bytes) == spell({c});
    // cesu-8 beyond the BMP is not for encode_step, and gbk has no four-byte units.
    const bool beyond =
        encoding.family == Family::kCesu8 ? c > 0xFFFF : encoding.id == EncodingId::kGbk && their_bytes->size() == 4;
    if (!same_character || beyond) continue;
    const auto known = duplicates.find(hex(*their_bytes));
    if (known == duplicates.end()) {
      ADD_FAILURE() << "not listed: " << encoding.name << " " << spell({c}) << " " << hex(bytes) << " "
                    << hex(*their_bytes);
      continue;
    }
    EXPECT_EQ(known->second, hex(bytes)) << encoding.name << " " << spell({c});
    used.insert(known->first);
  }
  EXPECT_EQ(used.size(), duplicates.size()) << "a listed duplicate is no longer encoded differently";
}

INSTANTIATE_TEST_SUITE_P(Tables, Icu, ::testing::ValuesIn(kConverters),
                         [](const auto& test) { return unbake::testing::test_name(test.param.first); });

TEST(IcuUnits, EveryTableOfIcuIsCompared) {
  std::set<std::string_view> without;
  for (const Encoding& encoding : all_encodings())
    if (!kConverters.contains(std::string(encoding.name))) without.insert(encoding.name);
  EXPECT_EQ(without, (std::set<std::string_view>{"armscii-8", "hz-gb-2312", "iso-2022-jp", "iso-2022-kr", "iso-8859-16",
                                                 "johab", "koi8-t", "kz-1048", "mik", "ptcp154", "replacement", "tcvn3",
                                                 "utf-7", "viscii", "vni", "x-user-defined"}));
}

TEST(IcuUnits, Gb18030FourBytes) {
  IcuConverter converter("gb18030");
  std::size_t characters = 0;
  for (unsigned n = 0; n < 126 * 10 * 126 * 10; ++n) {
    const std::string bytes = {static_cast<char>(0x81 + n / 12600), static_cast<char>(0x30 + n / 1260 % 10),
                               static_cast<char>(0x81 + n / 10 % 126), static_cast<char>(0x30 + n % 10)};
    const std::string our = ours(EncodingId::kGb18030, bytes);
    ASSERT_EQ(our, theirs(converter, bytes)) << hex(bytes);
    characters += our != "-" ? 1 : 0;
  }
  EXPECT_EQ(characters, 39420U + 0x100000);
}

TEST(IcuUnits, EveryCodePointOfUnicodeEncodings) {
  for (const char* name : {"utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "cesu-8"}) {
    IcuConverter converter(kConverters.at(name));
    const EncodingId id = find(name).value();
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 7) {
      if (c >= 0xD800 && c <= 0xDFFF) continue;
      const Encoded utf8 =
          decode(EncodingId::kUtf32be, std::string{0, static_cast<char>(c >> 16 & 0xFF),
                                                   static_cast<char>(c >> 8 & 0xFF), static_cast<char>(c & 0xFF)});
      const Encoded encoded = encode(id, utf8.bytes);
      ASSERT_FALSE(encoded.error_offset) << name << " " << spell({c});
      ASSERT_EQ(encoded.bytes, converter.encode(utf8.bytes)) << name << " " << spell({c});
      ASSERT_EQ(decode(id, encoded.bytes).bytes, utf8.bytes) << name << " " << spell({c});
    }
  }
}

}  // namespace
}  // namespace unbake::encoding
