#include "unbake/decode_stream.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbake {
namespace {

const std::string kLatin = "Le caf\xE9 est ferm\xE9 depuis midi, et la for\xEAt est d\xE9serte.\n";
const std::string kText = "Le caf\xC3\xA9 est ferm\xC3\xA9 depuis midi, et la for\xC3\xAAt est d\xC3\xA9serte.\n";

std::string decoded_in_blocks(DecodeStream& stream, const std::string& bytes, std::size_t block) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += block) {
    text += stream.push(std::string_view(bytes).substr(at, block)).value();
  }
  text += stream.finish().value();
  return text;
}

std::string repeated(const std::string& line, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += line;
  return text;
}

TEST(DecodeStream, ShortBytesComeOutAsOfDecode) {
  const std::string damaged = bake(kText, "utf-8>windows-1252").value();
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("\xE9"), kLatin, kText, damaged,
                                   kText + kLatin + kText, std::string("cut \xE3\x81")}) {
    const auto whole = decode(bytes);
    for (const std::size_t block : {1U, 7U, 1000U}) {
      DecodeStream stream;
      EXPECT_EQ(decoded_in_blocks(stream, bytes, block), whole->text);
      EXPECT_EQ(stream.summary().encoding, whole->encoding);
      EXPECT_EQ(stream.summary().confidence, whole->confidence);
      EXPECT_EQ(stream.summary().piece_count, whole->pieces.size());
      EXPECT_EQ(stream.summary().stray_count, whole->strays.size());
      EXPECT_EQ(stream.summary().repairs, whole->repairs.edits.size());
    }
  }
}

TEST(DecodeStream, LongBytesAreOnePieceInOneEncoding) {
  const std::size_t size = std::size_t{3} << 20;
  const std::string ascii = repeated("plain\n", size / 2);
  const std::string bytes = ascii + repeated(kLatin, size);
  DecodeStream stream({.repair = false});
  EXPECT_TRUE(decoded_in_blocks(stream, bytes, 65536) ==
              ascii + repeated(kText, size / kLatin.size() * kText.size() + 1));
  const DecodeSummary& summary = stream.summary();
  EXPECT_EQ(summary.encoding, "windows-1252");
  ASSERT_EQ(summary.pieces.size(), 1U);
  EXPECT_EQ(summary.pieces[0].offset, 0U);
  EXPECT_EQ(summary.pieces[0].length, bytes.size());
  EXPECT_EQ(summary.pieces[0].encoding, "windows-1252");
}

TEST(DecodeStream, LaterEncodingsAreFound) {
  const std::string first = repeated(kText, std::size_t{2} << 20);
  const std::string bytes = first + repeated(kLatin, std::size_t{2} << 20);
  DecodeStream stream({.repair = false});
  const std::string text = decoded_in_blocks(stream, bytes, 100000);
  EXPECT_EQ(text.find("\xEF\xBF\xBD"), std::string::npos);
  EXPECT_EQ(text.size() % kText.size(), 0U);
  EXPECT_TRUE(text == repeated(kText, text.size()));
  ASSERT_EQ(stream.summary().pieces.size(), 2U);
  EXPECT_EQ(stream.summary().pieces[1].offset, first.size());
}

TEST(DecodeStream, StraysAreToldUpToABound) {
  const std::size_t count = DecodeSummary::kMostTold + 100;
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += kText + "\xFF\n";
  DecodeStream stream({.from = "utf-8", .repair = false});
  static_cast<void>(decoded_in_blocks(stream, bytes, 1 << 18));
  EXPECT_EQ(stream.summary().stray_count, count);
  ASSERT_EQ(stream.summary().strays.size(), DecodeSummary::kMostTold);
  EXPECT_EQ(bytes[stream.summary().strays.back().offset], '\xFF');
}

TEST(DecodeStream, FailsAsDecodeDoes) {
  DecodeStream unknown({.from = "koi8-x"});
  EXPECT_EQ(unknown.push("a").error().code, Error::Code::kUnknownEncoding);
  EXPECT_EQ(unknown.finish().error().code, Error::Code::kUnknownEncoding);
  DecodeStream neighbour({.neighbour = "koi8-x"});
  EXPECT_EQ(neighbour.push("a").error().code, Error::Code::kUnknownEncoding);
  DecodeStream binary;
  EXPECT_TRUE(binary.push("\x89PNG\r\n\x1a\n").has_value());
  EXPECT_EQ(binary.finish().error().code, Error::Code::kBinary);
}

}  // namespace
}  // namespace unbake
