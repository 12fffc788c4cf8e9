#include "decode/declaration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

TEST(Declaration, OfAHeader) {
  EXPECT_EQ(encoding_of_header("utf-8"), EncodingId::kUtf8);
  EXPECT_EQ(encoding_of_header("text/html; charset=KOI8-R"), EncodingId::kKoi8R);
  EXPECT_EQ(encoding_of_header("text/html;charset=\"shift_jis\"; x=y"), EncodingId::kShiftJis);
  EXPECT_EQ(encoding_of_header("text/html; charset = windows-1251 ; x"), EncodingId::kWindows1251);
  EXPECT_EQ(encoding_of_header("text/html"), std::nullopt);
  EXPECT_EQ(encoding_of_header("text/html; charset="), std::nullopt);
  EXPECT_EQ(encoding_of_header("text/html; charset=\"utf-8"), std::nullopt);
}

// A page of Windows goes by the name of the ISO page inside it, as the WHATWG standard has it.
TEST(Declaration, NamesMeanWhatBrowsersTake) {
  EXPECT_EQ(encoding_of_header("ISO-8859-1"), EncodingId::kWindows1252);
  EXPECT_EQ(encoding_of_header("iso-8859-9"), EncodingId::kWindows1254);
  // A server may mean it; a document that says so in ASCII cannot.
  EXPECT_EQ(encoding_of_header("utf-16"), EncodingId::kUtf16le);
  EXPECT_EQ(encoding_of_meta("<meta charset=utf-16>"), EncodingId::kUtf8);
}

TEST(Declaration, OfMeta) {
  EXPECT_EQ(encoding_of_meta("<html><head><meta charset=koi8-r>"), EncodingId::kKoi8R);
  EXPECT_EQ(encoding_of_meta("<META CHARSET='big5'/>"), EncodingId::kBig5);
  EXPECT_EQ(encoding_of_meta("<meta content=\"text/html; charset=euc-jp\" http-equiv=Content-Type>"),
            EncodingId::kEucJp);
  EXPECT_EQ(encoding_of_meta("<meta name=a content='b'><meta charset=\"windows-1250\">"), EncodingId::kWindows1250);
  EXPECT_EQ(encoding_of_meta("<meta charset=utf-16le>"), EncodingId::kUtf8);
}

TEST(Declaration, OfMetaThatIsNone) {
  EXPECT_EQ(encoding_of_meta("<!-- <meta charset=koi8-r> --><p>"), std::nullopt);
  EXPECT_EQ(encoding_of_meta("<meta content=\"text/html; charset=euc-jp\">"), std::nullopt);  // no http-equiv
  EXPECT_EQ(encoding_of_meta("<a title=\"<meta charset=koi8-r>\">"), std::nullopt);
  EXPECT_EQ(encoding_of_meta("<metal charset=koi8-r>"), std::nullopt);
  EXPECT_EQ(encoding_of_meta(std::string(1100, ' ') + "<meta charset=koi8-r>"), std::nullopt);
  for (const char* cut :
       {"<", "<!", "<!--", "<meta", "<meta ", "<meta charset", "<meta charset=", "<meta charset='koi", "</", "<a b="}) {
    EXPECT_EQ(encoding_of_meta(cut), std::nullopt) << cut;
  }
}

TEST(Declaration, OfXml) {
  EXPECT_EQ(encoding_of_xml("<?xml version=\"1.0\" encoding=\"windows-1251\"?>"), EncodingId::kWindows1251);
  EXPECT_EQ(encoding_of_xml("<?xml version='1.0' encoding = 'gb2312' ?>"), EncodingId::kGb18030);
  EXPECT_EQ(encoding_of_xml("<?xml version='1.0'?><a encoding='big5'/>"), std::nullopt);
  EXPECT_EQ(encoding_of_xml(" <?xml version='1.0' encoding='big5'?>"), std::nullopt);
  EXPECT_EQ(encoding_of_xml("<?xml encoding"), std::nullopt);
  EXPECT_EQ(encoding_of_xml("<?xml encoding='big5"), std::nullopt);
}

TEST(Declaration, OfLanguagesAndDomains) {
  const auto has = [](std::span<const EncodingId> ids, EncodingId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  EXPECT_TRUE(has(usual_encodings("ru"), EncodingId::kKoi8R));
  EXPECT_TRUE(has(usual_encodings("PT-BR"), EncodingId::kWindows1252));
  EXPECT_TRUE(has(usual_encodings("zh-TW"), EncodingId::kBig5));
  EXPECT_TRUE(has(usual_encodings_of_domain("www.example.jp"), EncodingId::kEucJp));
  EXPECT_TRUE(has(usual_encodings_of_domain(".gr"), EncodingId::kIso88597));
  EXPECT_TRUE(usual_encodings("").empty());
  EXPECT_TRUE(usual_encodings_of_domain("example").empty());
}

}  // namespace
}  // namespace unbake::decoding
