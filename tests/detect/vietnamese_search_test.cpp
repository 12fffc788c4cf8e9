#include "detect/vietnamese_search.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "encoding/encoding.hpp"
#include "examples.hpp"

namespace unbake::detect {
namespace {

using encoding::EncodingId;

std::optional<LatinReading> find(std::u32string_view line, encoding::ReaderSet readers = tests::kAllReaders) {
  return VietnameseSearch(model::LatinLanguages::builtin()).find(line, readers);
}

std::u32string read(std::u32string_view line, EncodingId source) {
  std::u32string out;
  std::size_t done = 0;
  for (const FontLetters& letters : font_letters(line, source)) {
    out.append(line.substr(done, letters.first - done)).append(letters.becomes);
    done = letters.last;
  }
  return out.append(line.substr(done));
}

// "Grandmother keeps the jar of candied ginger on top of the cupboard."
constexpr std::u32string_view kWritten =
    U"B\u00E0 ngo\u1EA1i c\u1EA5t l\u1ECD m\u1EE9t g\u1EEBng tr\u00EAn n\u00F3c t\u1EE7";
constexpr std::u32string_view kInVni =
    U"Ba\u00F8 ngoa\u00EFi ca\u00E1t lo\u00EF m\u00F6\u00F9t g\u00F6\u00F8ng tre\u00E2n no\u00F9c tu\u00FB";
constexpr std::u32string_view kInTcvn3 =
    U"B\u00B5 ngo\u00B9i c\u00CAt l\u00E4 m\u00F8t g\u00F5ng tr\u00AAn n\u00E3c t\u00F1";

TEST(VietnameseSearch, FindsTheFont) {
  const std::optional<LatinReading> vni = find(kInVni);
  ASSERT_TRUE(vni);
  EXPECT_EQ(vni->conversion.source, EncodingId::kVni);
  EXPECT_GT(vni->gain, 10);
  EXPECT_EQ(read(kInVni, EncodingId::kVni), kWritten);
  const std::optional<LatinReading> tcvn3 = find(kInTcvn3);
  ASSERT_TRUE(tcvn3);
  EXPECT_EQ(tcvn3->conversion.source, EncodingId::kTcvn3);
  EXPECT_EQ(read(kInTcvn3, EncodingId::kTcvn3), kWritten);
}

TEST(VietnameseSearch, WordsThatBecomeNoSyllablesStay) {
  EXPECT_EQ(read(U"ve\u00E0 M\u00F6bel \u00D1H", EncodingId::kVni), U"v\u1EC1 M\u00F6bel \u0110H");
}

TEST(VietnameseSearch, LeavesWhatIsWritten) {
  EXPECT_FALSE(find(kWritten));
  EXPECT_FALSE(find(U"Wo sind die M\u00F6bel f\u00FCr das gr\u00F6\u00DFere Zimmer?"));
  EXPECT_FALSE(find(U"O\u00F9 est la for\u00EAt que tu as d\u00E9crite, no\u00EBl apr\u00E8s no\u00EBl ?"));
  EXPECT_FALSE(find(U"ya tyt\u00F6t \u00F6isin, piu\u00F9 o meno"));
  EXPECT_FALSE(find(U"o\u00F9 va la strada"));
  EXPECT_FALSE(find(U"s\u00F6 d\u00F6 h\u00F6ng a\u00FAn"));  // one letter of two bytes
  EXPECT_FALSE(find(U""));
}

TEST(VietnameseSearch, OnlyReadersThatAreLookedFor) {
  EXPECT_FALSE(find(kInVni, 0));
  const encoding::ReaderSet latin1 = encoding::ReaderSet{1} << encoding::get(EncodingId::kIso88591).reader_bit;
  const std::optional<LatinReading> reading = find(kInVni, latin1);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->conversion.readers, latin1);
}

}  // namespace
}  // namespace unbake::detect
