// The sentences of tests/cases/decode.jsonl, in each encoding that they are met in, and in those of Unicode.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "bake/flat_json.hpp"
#include "decode/decode.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// The text in UTF-8 as the encoding would give it back: pages that have a letter twice, or lack a mark, are no concern
// here.
void expect_decoded(const std::string& id, const std::string& name, const std::string& text) {
  const auto found = encoding::find(name);
  ASSERT_TRUE(found) << name;
  const encoding::Encoded bytes = encoding::encode(*found, text);
  ASSERT_FALSE(bytes.error_offset) << id << ' ' << name;
  const Decoded decoded = decode(bytes.bytes, {});
  EXPECT_EQ(decoded.text, text) << id << ' ' << name << " as " << encoding::get(decoded.id).name;
  EXPECT_TRUE(decoded.strays.empty()) << id << ' ' << name;
  EXPECT_GT(decoded.confidence, 0.2) << id << ' ' << name;
}

TEST(DecodeCases, ComeOutOfEachEncoding) {
  for (const auto& row : tests::read_cases("decode.jsonl")) {
    for (const std::string& name : words(row.at("encodings"))) expect_decoded(row.at("id"), name, row.at("text"));
  }
}

TEST(DecodeCases, ComeOutOfUnicode) {
  for (const auto& row : tests::read_cases("decode.jsonl")) {
    if (row.at("id").starts_with("short")) continue;
    for (const char* name : {"utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "utf-7"}) {
      expect_decoded(row.at("id"), name, row.at("text"));
    }
  }
}

// With the mark of UTF-8 or UTF-16, which is no part of the text.
TEST(DecodeCases, ComeWithoutTheirMark) {
  for (const auto& row : tests::read_cases("decode.jsonl")) {
    for (const char* name : {"utf-8", "utf-16le", "utf-16be", "utf-32le"}) {
      expect_decoded(row.at("id"), name, row.at("text"));
      const auto bytes = encoding::encode(*encoding::find(name), "\xEF\xBB\xBF" + row.at("text"));
      const Decoded decoded = decode(bytes.bytes, {});
      EXPECT_EQ(decoded.text, row.at("text")) << row.at("id") << ' ' << name;
      ASSERT_EQ(decoded.votes.size(), 1U);
      EXPECT_TRUE(decoded.votes[0].agrees);
    }
  }
}

// The decision does not change with what the bytes are cut to: ends inside a character are strays.
TEST(DecodeCases, MayBeCutAnywhere) {
  const std::string text = tests::read_cases("decode.jsonl").back().at("text");
  const std::string bytes = encoding::encode(EncodingId::kShiftJis, text + text + text).bytes;
  for (std::size_t size = bytes.size() - 4; size < bytes.size(); ++size) {
    const Decoded decoded = decode(std::string_view(bytes).substr(0, size), {});
    EXPECT_EQ(decoded.id, EncodingId::kShiftJis);
    EXPECT_EQ(decoded.strays.size(), size % 2);
  }
}

}  // namespace
}  // namespace unbake::decoding
