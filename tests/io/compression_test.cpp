#include "io/compression.hpp"

#include <gtest/gtest.h>

#include "io/archive_members.hpp"

namespace unbake::io {
namespace {

constexpr Compression kAll[] = {Compression::kGzip, Compression::kZstd, Compression::kXz, Compression::kBzip2};

std::string long_text() {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i) + "\n";
  return text;
}

TEST(CompressionTest, WhatIsPackedUnpacksToTheSame) {
  const std::string text = long_text();
  for (const Compression compression : kAll) {
    const std::string bytes = std::get<std::string>(packed(text, compression));
    EXPECT_EQ(compression_of(bytes), compression);
    EXPECT_EQ(std::get<std::string>(unpacked(bytes)), text);
    EXPECT_TRUE(std::holds_alternative<Failure>(unpacked(bytes, text.size() - 1)));
    const std::string nothing = std::get<std::string>(packed("", compression));
    EXPECT_EQ(std::get<std::string>(unpacked(nothing)), "");
  }
}

TEST(CompressionTest, TheHeadIsThereThoughTheRestIsCutOff) {
  const std::string text = long_text();
  for (const Compression compression : kAll) {
    const std::string bytes = std::get<std::string>(packed(text, compression));
    const std::string_view head = std::string_view(bytes).substr(0, kPackedHead);
    EXPECT_EQ(unpacked_head(head, 100), text.substr(0, 100));
    EXPECT_EQ(unpacked_head(std::get<std::string>(packed("short", compression)), 100), "short");
    EXPECT_EQ(unpacked_head(std::string_view(bytes).substr(0, 4), 100), "");
  }
}

TEST(CompressionTest, WhatIsCutIsAFailureWhereverItIsCut) {
  for (const Compression compression : {Compression::kGzip, Compression::kXz, Compression::kBzip2}) {
    const std::string bytes = std::get<std::string>(packed("A few words, and a few more.\n", compression));
    for (std::size_t size = 10; size < bytes.size(); ++size) {
      if (compression_of(bytes.substr(0, size)) == Compression::kNone) continue;
      EXPECT_TRUE(std::holds_alternative<Failure>(unpacked(bytes.substr(0, size)))) << size;
    }
  }
}

TEST(ArchiveNameTest, EndingsTell) {
  EXPECT_TRUE(is_archive_name("a.zip"));
  EXPECT_TRUE(is_archive_name("menu/a.tar.gz"));
  EXPECT_FALSE(is_archive_name(".zip"));
  EXPECT_FALSE(is_archive_name("a.txt.gz"));
}

}  // namespace
}  // namespace unbake::io
