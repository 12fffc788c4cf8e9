#include "unbake/stream.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "c_strings.hpp"

namespace unbake::tests {
namespace {

std::string in_pieces(std::string_view text, std::size_t size) {
  Stream stream;
  std::string out;
  for (; text.size() > size; text.remove_prefix(size)) out += stream.push(text.substr(0, size));
  out += stream.push(text);
  return out += stream.finish();
}

std::string repeated(const std::string& line, std::size_t size) {
  std::string text;
  while (text.size() < size) text += line;
  return text;
}

TEST(Stream, GivesWhatFixGives) {
  for (const std::size_t size : {1U, 3U, 7U, 1000U}) EXPECT_EQ(in_pieces(kDamaged, size), kClean) << size;
  EXPECT_EQ(in_pieces("", 1), "");
  // The longest text that is one block.
  const std::string line = kClean + '\n';
  std::string block =
      repeated(line, SectionCutter::kLongest).substr(0, SectionCutter::kLongest - kDamaged.size()) + kDamaged;
  EXPECT_EQ(in_pieces(block, 4096), fix(block).text());
}

TEST(Stream, AnswerDoesNotDependOnThePieces) {
  const std::string text = repeated(kClean + "\n", SectionCutter::kLongest) + repeated(kDamaged + "\n", 3000);
  const std::string expected = in_pieces(text, text.size());
  EXPECT_EQ(expected.find("\xC3\x83"), std::string::npos);
  for (const std::size_t size : {997U, 65536U, 1048575U, 1048576U, 1048577U})
    EXPECT_EQ(in_pieces(text, size), expected);
}

TEST(Stream, GivesOutWhatIsReady) {
  const std::string text = repeated(kClean + "\n", 12 * SectionCutter::kLongest);
  Stream stream;
  const std::string ready(stream.push(text));
  EXPECT_GE(ready.size(), 2 * SectionCutter::kLongest);
  EXPECT_EQ(ready + std::string(stream.finish()), text);
  EXPECT_FALSE(stream.changed());
}

TEST(Stream, MayBeginAgain) {
  Stream stream;
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(stream.push(kDamaged), "");
    EXPECT_EQ(stream.finish(), kClean);
    EXPECT_TRUE(stream.changed());
    EXPECT_EQ(stream.push(kClean), "");
    EXPECT_FALSE(stream.changed());
    EXPECT_EQ(stream.finish(), kClean);
    EXPECT_FALSE(stream.changed());
  }
}

TEST(CStream, IsThatOfTheCppInterface) {
  unbake_stream* made = nullptr;
  ASSERT_EQ(unbake_stream_new(nullptr, &made), UNBAKE_UNCHANGED);
  const std::unique_ptr<unbake_stream, decltype(&unbake_stream_free)> stream(made, &unbake_stream_free);
  unbake_view ready;
  EXPECT_EQ(unbake_stream_push(made, view(kDamaged), &ready), UNBAKE_UNCHANGED);
  EXPECT_EQ(ready.size, 0U);
  EXPECT_EQ(unbake_stream_finish(made, &ready), UNBAKE_REPAIRED);
  EXPECT_EQ(text_of(ready), kClean);
  EXPECT_EQ(unbake_stream_push(made, unbake_view_of(nullptr, 1), &ready), UNBAKE_BAD_ARGUMENT);
  EXPECT_EQ(unbake_stream_finish(nullptr, &ready), UNBAKE_BAD_ARGUMENT);
}

}  // namespace
}  // namespace unbake::tests
