// Texts whose lines are in several encodings, and UTF-8 with bytes that are not.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "bake/flat_json.hpp"
#include "decode/decode.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

std::string sentence(const std::string& id) {
  for (const auto& row : tests::read_cases("decode.jsonl")) {
    if (row.at("id") == id) return row.at("text");
  }
  return {};
}

std::string bytes_in(const char* name, const std::string& text) {
  return encoding::encode(*encoding::find(name), text).bytes;
}

TEST(Mixed, LinesComeOutOfTheirOwnEncoding) {
  const std::map<std::string, const char*> legacy = {{"ru", "windows-1251"}, {"fr", "windows-1252"},
                                                     {"zh-Hans", "gbk"},     {"ja", "shift_jis"},
                                                     {"pl", "windows-1250"}, {"el", "iso-8859-7"}};
  for (const auto& [id, name] : legacy) {
    const std::string text = sentence(id);
    const std::string bytes = text + "\nplain\n" + bytes_in(name, text) + "\n" + text + "\n";
    const Decoded decoded = decode(bytes, {});
    EXPECT_EQ(decoded.text, text + "\nplain\n" + text + "\n" + text + "\n") << id;
    EXPECT_EQ(decoded.pieces.size(), 3U) << id;
    EXPECT_EQ(decoded.id, EncodingId::kUtf8) << id;
  }
}

TEST(Mixed, TwoLegacyEncodingsAndUtf8) {
  const std::string russian = sentence("ru");
  const std::string japanese = sentence("ja");
  const std::string bytes =
      bytes_in("koi8-r", russian) + "\n" + japanese + "\n" + bytes_in("euc-jp", japanese) + "\n" + russian + "\n";
  EXPECT_EQ(decode(bytes, {}).text, russian + "\n" + japanese + "\n" + japanese + "\n" + russian + "\n");
}

// Neither of them is UTF-8, and any byte is a character in both.
TEST(Mixed, TwoLegacyEncodings) {
  const std::string russian = sentence("ru");
  const std::string french = sentence("fr");
  const std::string japanese = sentence("ja");
  const auto repeated = [](const std::string& line, std::size_t count) {
    std::string text;
    while (count-- > 0) text += line + "\n";
    return text;
  };
  const auto expect = [&](const char* name, const std::string& text, const char* other, const std::string& more) {
    const std::string a = repeated(text, 6);
    const std::string b = repeated(more, 6);
    const Decoded decoded = decode(bytes_in(name, a) + bytes_in(other, b), {});
    EXPECT_EQ(decoded.text, a + b) << name << ' ' << other;
    EXPECT_EQ(decoded.pieces.size(), 2U) << name << ' ' << other;
  };
  expect("windows-1251", russian, "koi8-r", russian);
  expect("windows-1251", russian, "windows-1252", french);
  expect("shift_jis", japanese, "euc-jp", japanese);
}

// What was UTF-8 only far behind was once taken for another encoding.
TEST(Mixed, Utf8MayBeginLate) {
  const std::string text = sentence("ru") + "\n";
  std::string bytes;
  std::string whole;
  while (bytes.size() < 30000) {
    bytes += bytes_in("windows-1251", text);
    whole += text;
  }
  for (int i = 0; i < 20; ++i) {
    bytes += text;
    whole += text;
  }
  EXPECT_EQ(decode(bytes, {}).text, whole);
}

TEST(Mixed, PiecesCoverTheBytes) {
  const std::string text = sentence("ru");
  const std::string bytes = "head\n" + text + "\n" + bytes_in("windows-1251", text) + "\nend";
  const Decoded decoded = decode(bytes, {});
  std::size_t end = 0;
  for (const Piece& piece : decoded.pieces) {
    EXPECT_EQ(piece.offset, end);
    end += piece.length;
  }
  EXPECT_EQ(end, bytes.size());
}

// One byte of another encoding: it is read as what it was, and nothing else changes.
TEST(Mixed, StrayBytesAreReadInPlace) {
  for (const auto& [id, name] : std::map<std::string, const char*>{
           {"fr", "windows-1252"}, {"de", "windows-1252"}, {"ru", "windows-1251"}, {"pl", "windows-1250"}}) {
    const std::string text = sentence(id);
    const std::string page = text + "\n" + text + "\n" + text;
    for (std::size_t at = text.size() + 1; at < 2 * text.size(); ++at) {
      const auto lead = static_cast<unsigned char>(page[at]);
      if (lead < 0xC2) continue;
      const std::string stray = bytes_in(name, page.substr(at, 2));
      const Decoded decoded = decode(page.substr(0, at) + stray + page.substr(at + 2), {});
      ASSERT_EQ(decoded.strays.size(), 1U) << id << ' ' << at;
      EXPECT_EQ(decoded.strays[0].place.offset, at);
      EXPECT_EQ(decoded.text.substr(0, at), page.substr(0, at));
      EXPECT_TRUE(decoded.text.ends_with(page.substr(at + 2))) << id << ' ' << at;
      EXPECT_EQ(decoded.text, page) << id << ' ' << at;
    }
  }
}

TEST(Mixed, BytesThatNothingExplainsAreMarked) {
  const Decoded decoded = decode(sentence("ru") + " \xE2\x80 " + sentence("ru"), {});
  EXPECT_EQ(decoded.text, sentence("ru") + " \xEF\xBF\xBD " + sentence("ru"));
  ASSERT_EQ(decoded.strays.size(), 1U);
  EXPECT_TRUE(decoded.strays[0].encoding.empty());
}

}  // namespace
}  // namespace unbake::decoding
