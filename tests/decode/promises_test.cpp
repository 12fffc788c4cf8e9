// What holds for any bytes, on sentences of tests/cases/decode.jsonl that were cut, joined and spoiled.
#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "bake/flat_json.hpp"
#include "base/utf8.hpp"
#include "decode/decode.hpp"

namespace unbake::decoding {
namespace {

std::vector<std::string> sentences() {
  std::vector<std::string> all;
  for (const auto& row : tests::read_cases("decode.jsonl")) {
    std::istringstream names(row.at("encodings"));
    for (std::string name; names >> name;) {
      all.push_back(encoding::encode(*encoding::find(name), row.at("text")).bytes);
    }
    all.push_back(row.at("text"));
  }
  return all;
}

std::string spoiled(const std::vector<std::string>& seeds, std::mt19937& chance) {
  std::string bytes = seeds[chance() % seeds.size()];
  for (std::size_t changes = chance() % 5; changes > 0; --changes) {
    const std::size_t at = chance() % (bytes.size() + 1);
    switch (chance() % 4) {
      case 0:
        bytes.insert(at, 1, static_cast<char>(chance()));
        break;
      case 1:
        bytes.resize(at);
        break;
      case 2:
        bytes += (chance() % 2 == 0 ? "\n" : "") + seeds[chance() % seeds.size()];
        break;
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(chance());
    }
  }
  return bytes;
}

void expect_promises(const std::string& bytes) {
  const Decoded decoded = decode(bytes, {});
  if (decoded.is_binary) return;
  EXPECT_EQ(base::find_invalid_utf8(decoded.text), decoded.text.size());
  EXPECT_GT(decoded.confidence, 0);
  EXPECT_LE(decoded.confidence, 1);
  for (const Guess& guess : decoded.alternatives) EXPECT_LE(guess.confidence, decoded.confidence + 1e-9);
  std::size_t end = decoded.pieces.empty() ? 0 : decoded.pieces.front().offset;
  for (const Piece& piece : decoded.pieces) {
    EXPECT_EQ(piece.offset, end);
    end += piece.length;
  }
  EXPECT_EQ(end, bytes.size());
  std::size_t done = 0;
  for (const Stray& stray : decoded.strays) {
    EXPECT_GE(stray.place.offset, done);
    EXPECT_GT(stray.place.length, 0U);
    done = stray.place.offset + stray.place.length;
    EXPECT_EQ(decoded.text.substr(stray.place.text_offset, stray.place.text_length), stray.text);
  }
  EXPECT_LE(done, bytes.size());
  EXPECT_EQ(decode(bytes, {}).text, decoded.text);
}

TEST(DecodePromises, HoldForAnyBytes) {
  const std::vector<std::string> seeds = sentences();
  std::mt19937 chance(20260101);
  for (int i = 0; i < 800 && !testing::Test::HasFailure(); ++i) {
    const std::string bytes = spoiled(seeds, chance);
    SCOPED_TRACE(testing::PrintToString(bytes));
    expect_promises(bytes);
  }
}

// What is neither cut nor changed comes out whole, however many lines of it there are.
TEST(DecodePromises, LongTextsComeOutAsShortOnes) {
  const auto rows = tests::read_cases("decode.jsonl");
  for (const char* id : {"fr", "ru", "ja", "el"}) {
    for (const auto& row : rows) {
      if (row.at("id") != id) continue;
      std::string text;
      while (text.size() < 60000) text += row.at("text") + "\n";
      std::istringstream names(row.at("encodings"));
      for (std::string name; names >> name;) {
        const std::string bytes = encoding::encode(*encoding::find(name), text).bytes;
        EXPECT_EQ(decode(bytes, {}).text, text) << id << ' ' << name;
      }
    }
  }
}

}  // namespace
}  // namespace unbake::decoding
