#include "encoding/reader_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "encoding/symbol_bytes.hpp"
#include "reference/encoding/readings.hpp"

namespace unbake::encoding {
namespace {

using unbake::reference::all_readings;

std::map<std::string, ReaderSet> groups_of(char32_t c) {
  ReaderBytes out[kMaxReaderBytes];
  const std::size_t count = reader_bytes(c, out);
  std::map<std::string, ReaderSet> groups;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string bytes(reinterpret_cast<const char*>(out[i].bytes), out[i].length);
    EXPECT_NE(out[i].readers, 0U);
    EXPECT_TRUE(groups.emplace(bytes, out[i].readers).second) << "the same bytes twice";
  }
  return groups;
}

TEST(ReaderBytes, AreThoseOfTheReferenceForTheWholeBmp) {
  const auto& readings = all_readings();
  std::size_t longest = 0;
  for (char32_t c = 0; c <= 0xFFFF; ++c) {
    const auto known = readings.find(c);
    const auto groups = groups_of(c);
    ASSERT_EQ(groups, known == readings.end() ? decltype(groups){} : known->second)
        << std::hex << static_cast<unsigned>(c);
    longest = std::max(longest, groups.size());
  }
  EXPECT_LT(longest, kMaxReaderBytes);
}

TEST(ReaderBytes, BeyondTheBmpAreThoseOfTheEncoders) {
  const ReaderSet hkscs = ReaderSet{1} << get(EncodingId::kBig5Hkscs).reader_bit;
  const ReaderSet gb18030 = ReaderSet{1} << get(EncodingId::kGb18030).reader_bit;
  for (char32_t c = 0x10000; c <= 0x10FFFF; ++c) {
    std::map<std::string, ReaderSet> expected;
    std::uint8_t bytes[4];
    const std::size_t length = encode_step(EncodingId::kGb18030, c, bytes);
    ASSERT_EQ(length, 4U);
    expected[std::string(bytes, bytes + length)] = gb18030;
    const auto known = all_readings().find(c);
    if (known != all_readings().end())
      for (const auto& [pair, readers] : known->second) expected[pair] = hkscs;
    ASSERT_EQ(groups_of(c), expected) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(ReaderBytes, AsciiAndSurrogatesAndNoCodePointsHaveNone) {
  for (const char32_t c : {0x00U, 0x41U, 0x7FU, 0xD800U, 0xDFFFU, 0x110000U, 0x1100FFU, 0xFFFFFFFFU})
    EXPECT_TRUE(groups_of(c).empty());
}

// Whether `second` may follow the lead byte `first`: the Unicode Standard, table 3-7.
bool continues(unsigned first, unsigned second) {
  const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  return second >= least && second <= most;
}

TEST(ReaderMasks, AreThoseOfReaderBytesForTheWholeBmp) {
  for (char32_t c = 0x80; c <= 0xFFFF; ++c) {
    ReaderSet leads = 0;
    ReaderSet continuations = 0;
    for (const auto& [bytes, readers] : groups_of(c)) {
      const unsigned first = static_cast<unsigned char>(bytes[0]);
      const bool is_lead = first >= 0xC2 && first <= 0xF4;
      const bool is_alone = bytes.size() == 1;
      if (is_lead && (is_alone || continues(first, static_cast<unsigned char>(bytes[1])))) leads |= readers;
      if (is_alone && first >= 0x80 && first <= 0xBF) continuations |= readers;
    }
    ASSERT_EQ(lead_readers(c), leads) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(continuation_readers(c), continuations) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(ReaderMasks, FilterOnlyWhatIsOneByteBeyondTheBmp) {
  EXPECT_EQ(lead_readers(0x1F600), multi_byte_readers());
  EXPECT_EQ(continuation_readers(0x20000), 0U);
}

TEST(SymbolBytes, AreThoseOfReaderBytesWithTheRole) {
  SymbolBytesMemory any;
  SymbolBytesMemory leads(BytesRole::kLead);
  SymbolBytesMemory continuations(BytesRole::kContinuation);
  for (char32_t c = 0x80; c <= 0xFFFF; c += c < 0x3000 ? 1 : 7) {
    std::size_t lead_count = 0;
    std::size_t continuation_count = 0;
    for (const auto& [bytes, readers] : groups_of(c)) {
      const unsigned first = static_cast<unsigned char>(bytes[0]);
      lead_count += first >= 0xC2 && first <= 0xF4 ? 1 : 0;
      continuation_count += first >= 0x80 && first <= 0xBF ? 1 : 0;
    }
    ASSERT_EQ(any.get(c).count, groups_of(c).size());
    ASSERT_EQ(leads.get(c).count, lead_count) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(continuations.get(c).count, continuation_count) << std::hex << static_cast<unsigned>(c);
    for (std::size_t i = 0; i < lead_count; ++i) ASSERT_GE(leads.get(c).groups[i].bytes[0], 0xC2);
  }
  EXPECT_EQ(any.get(U'a').count, 0U);
}

TEST(Readers, BitsAndEncodingsAgree) {
  int readers = 0;
  for (const Encoding& encoding : all_encodings()) {
    if (encoding.reader_bit < 0) continue;
    EXPECT_EQ(reader(encoding.reader_bit), encoding.id);
    const bool multi_byte = (multi_byte_readers() >> encoding.reader_bit & 1) != 0;
    EXPECT_EQ(multi_byte, encoding.family != Family::kSingleByte) << encoding.name;
    ++readers;
  }
  EXPECT_EQ(readers, reader_count());
  EXPECT_LE(readers, 64);
}

// Facts of how decoders err that repair depends on.
TEST(ReaderBytes, KnowTheHabitsOfDecoders) {
  const auto shows = [](const char* name, char32_t c, const std::string& bytes) {
    const auto groups = groups_of(c);
    const auto group = groups.find(bytes);
    return group != groups.end() && (group->second >> get(find(name).value()).reader_bit & 1) != 0;
  };
  EXPECT_TRUE(shows("windows-1252", 0x9D, "\x9D"));     // a hole, in browsers and MySQL
  EXPECT_TRUE(shows("windows-874", 0xF8C1, "\xDB"));    // ICU
  EXPECT_TRUE(shows("windows-1253", 0xAA, "\xAA"));     // ICU
  EXPECT_TRUE(shows("windows-1255", 0x05BA, "\xCA"));   // WHATWG
  EXPECT_TRUE(shows("gbk", 0xF8F5, "\xFF"));            // ICU windows-936
  EXPECT_TRUE(shows("gbk", 0xE6D9, "\xA6\x73"));        // user-defined
  EXPECT_TRUE(shows("gbk", 0x2015, "\xA1\xAA"));        // GB 2312
  EXPECT_TRUE(shows("big5", 0x80, "\x80"));             // glibc
  EXPECT_TRUE(shows("shift_jis", 0x301C, "\x81\x60"));  // JIS X 0208, not Windows
  EXPECT_TRUE(shows("shift_jis", 0xFF5E, "\x81\x60"));
  EXPECT_TRUE(shows("shift_jis", 0x7E8A, "\xED\x40"));  // copies of NEC
  EXPECT_TRUE(shows("shift_jis", 0x7E8A, "\xFA\x5C"));
  EXPECT_TRUE(shows("euc-kr", 0x94, "\x94"));     // ICU EUC-KR
  EXPECT_TRUE(shows("koi8-u", 0x255D, "\xAE"));   // RFC 2319
  EXPECT_TRUE(shows("macintosh", 0xA4, "\xDB"));  // before the euro sign
  EXPECT_TRUE(shows("ibm437", 0x03BC, "\xE6"));   // Greek mu for the micro sign
}

}  // namespace
}  // namespace unbake::encoding
