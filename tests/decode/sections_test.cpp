// Long bytes in blocks: they come out whole, in every kind of encoding, wherever sections end.
#include "decode/sections.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bake/flat_json.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

constexpr std::size_t kLong = SectionDecoder::kLongest + SectionDecoder::kLongest / 4;

std::string sentence(const std::string& id) {
  for (const auto& row : tests::read_cases("decode.jsonl")) {
    if (row.at("id") == id) return row.at("text");
  }
  return {};
}

std::string bytes_in(const char* name, const std::string& text) {
  return encoding::encode(*encoding::find(name), text).bytes;
}

std::vector<DecodedSection> sections_of(const std::string& bytes, std::size_t block, const Hints& hints = {}) {
  SectionDecoder decoder(hints);
  std::vector<DecodedSection> sections;
  const auto take = [&] {
    while (auto section = decoder.next()) sections.push_back(std::move(*section));
  };
  for (std::size_t at = 0; at < bytes.size(); at += block) {
    decoder.push(std::string_view(bytes).substr(at, block));
    take();
  }
  decoder.finish();
  take();
  return sections;
}

std::string text_of(const std::vector<DecodedSection>& sections) {
  std::string text;
  for (const DecodedSection& section : sections) text += section.decoded.text;
  return text;
}

// As many sentences as give bytes of more than one section, each behind `end`.
std::string long_text(const char* name, const std::string& id, const std::string& end) {
  const std::string line = sentence(id) + end;
  const std::size_t length = bytes_in(name, line).size();
  std::string text;
  for (std::size_t size = 0; size < kLong; size += length) text += line;
  return text;
}

TEST(Sections, LongTextsComeOutWhole) {
  struct Row {
    const char* name;
    const char* id;
    const char* end;
  };
  constexpr Row kRows[] = {{"windows-1251", "ru", "\n"}, {"gbk", "zh-Hans", ""},         {"shift_jis", "ja", ""},
                           {"utf-16le", "ru", "\n"},     {"iso-2022-jp", "ja", "\n"},    {"iso-2022-kr", "ko", "\n"},
                           {"utf-8", "ja", ""},          {"hz-gb-2312", "zh-Hans", "\n"}};
  for (const auto& [name, id, end] : kRows) {
    const std::string text = long_text(name, id, end);
    const auto sections = sections_of(bytes_in(name, text), 100000);
    EXPECT_GE(sections.size(), 2U) << name;
    EXPECT_TRUE(text_of(sections) == text) << name;
  }
}

// Seven units repeat, so that each of them ends a section once.
TEST(Sections, NoHalfOfAPairOfSurrogates) {
  const std::string seven = "\U0001F30A tide";
  for (std::size_t before = 0; before < 7; ++before) {
    std::string text(before, 'a');
    while (2 * text.size() < 3 * kLong) text += seven;
    const auto sections = sections_of("\xFF\xFE" + bytes_in("utf-16le", text), 65536);
    EXPECT_GE(sections.size(), 2U);
    EXPECT_TRUE(text_of(sections) == text) << before;
  }
}

TEST(Sections, BlocksMakeNoDifference) {
  const std::string text = long_text("koi8-r", "ru", "\n");
  const std::string bytes = bytes_in("koi8-r", text);
  for (const std::size_t block : {std::size_t{4093}, bytes.size()}) {
    const auto sections = sections_of(bytes, block);
    std::uint64_t end = 0;
    for (const DecodedSection& section : sections) {
      EXPECT_EQ(section.offset, end);
      EXPECT_LE(section.length, SectionDecoder::kLongest);
      end += section.length;
    }
    EXPECT_EQ(end, bytes.size());
    EXPECT_TRUE(text_of(sections) == text);
  }
}

// A word in a later section is read as those before it were, though it could be much else; much text of another
// encoding is not.
TEST(Sections, WhatWasFoundIsAHintForWhatFollows) {
  std::string ascii;
  while (ascii.size() < kLong) ascii += "nothing but ASCII here\n";
  const std::string text = sentence("ru") + "\n";
  const std::string word = "x \xC4\xC1 y\n";
  const auto sections = sections_of(bytes_in("koi8-r", text) + ascii + word, 65536);
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections.back().decoded.id, EncodingId::kKoi8R);
  const auto changed = sections_of(bytes_in("koi8-r", text) + ascii + bytes_in("windows-1251", text + text), 65536);
  EXPECT_EQ(changed.back().decoded.id, EncodingId::kWindows1251);
}

TEST(Sections, OnlyTheFirstMayBeBinary) {
  SectionDecoder decoder({});
  decoder.push("\x89PNG\r\n\x1a\n");
  decoder.finish();
  const auto section = decoder.next();
  ASSERT_TRUE(section.has_value());
  EXPECT_TRUE(section->decoded.is_binary);
  EXPECT_FALSE(decoder.next().has_value());
  std::string text;
  while (text.size() < kLong) text += "a line of text\n";
  const auto sections = sections_of(text + std::string(5000, '\x01'), 65536);
  EXPECT_FALSE(sections.back().decoded.is_binary);
  EXPECT_EQ(text_of(sections).size(), text.size() + 5000);
}

}  // namespace
}  // namespace unbake::decoding
