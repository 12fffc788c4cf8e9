#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "reference/base/plain_utf8.hpp"

namespace unbake::base {
namespace {

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

// What the reference finds at the head of `text`.
CodePoint plain_head(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
    const auto value = reference::plain_decode_utf8(text.substr(0, length));
    if (value) return {*value, static_cast<std::uint8_t>(length)};
  }
  return {kRawByte + static_cast<unsigned char>(text[0]), 1};
}

void expect_head(std::string_view text) {
  const CodePoint found = decode_utf8(text, 0);
  const CodePoint expected = plain_head(text);
  ASSERT_EQ(found.value, expected.value) << testing::PrintToString(text);
  ASSERT_EQ(found.length, expected.length) << testing::PrintToString(text);
}

Utf8Prefix plain_prefix(std::string_view bytes) {
  if (reference::plain_decode_utf8(bytes)) return Utf8Prefix::kComplete;
  return reference::plain_begins_utf8(bytes) ? Utf8Prefix::kPartial : Utf8Prefix::kInvalid;
}

Utf8Prefix prefix_of(std::string_view bytes) {
  return classify_utf8(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// Calls `use` for every string of `length` bytes.
template <typename Use>
void for_each_string(std::size_t length, Use use) {
  std::string bytes(length, '\0');
  for (std::uint32_t number = 0; number >> 8 * length == 0; ++number) {
    for (std::size_t i = 0; i < length; ++i) bytes[i] = static_cast<char>(number >> 8 * i & 0xFF);
    use(std::string_view(bytes));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Utf8, EveryScalarValueIsEncodedAndDecoded) {
  for (char32_t c = 0; c <= kLastCodePoint; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string bytes = utf8(c);
    ASSERT_EQ(bytes, reference::plain_encode_utf8(c)) << std::hex << +c;
    ASSERT_EQ(bytes.size(), utf8_length(c));
    ASSERT_EQ(decode_utf8(bytes, 0).value, c);
    ASSERT_EQ(decode_utf8(bytes, 0).length, bytes.size());
    std::array<std::uint8_t, 4> out{};
    ASSERT_EQ(encode_utf8(c, out.data()), bytes.size());
    ASSERT_EQ(std::string_view(reinterpret_cast<const char*>(out.data()), bytes.size()), bytes);
  }
}

TEST(Utf8, LengthsChangeWhereTheStandardSays) {
  EXPECT_EQ(utf8(0x7F), "\x7F");
  EXPECT_EQ(utf8(0x80), "\xC2\x80");
  EXPECT_EQ(utf8(0x7FF), "\xDF\xBF");
  EXPECT_EQ(utf8(0x800), "\xE0\xA0\x80");
  EXPECT_EQ(utf8(0xD7FF), "\xED\x9F\xBF");
  EXPECT_EQ(utf8(0xE000), "\xEE\x80\x80");
  EXPECT_EQ(utf8(0xFFFF), "\xEF\xBF\xBF");
  EXPECT_EQ(utf8(0x10000), "\xF0\x90\x80\x80");
  EXPECT_EQ(utf8(0x10FFFF), "\xF4\x8F\xBF\xBF");
}

TEST(Utf8, WhatIsNotUtf8ComesOutByteByByte) {
  for (const std::string_view bytes :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",  // overlong
        "\xED\xA0\x80", "\xED\xBF\xBF",                                                                  // surrogates
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF",                                          // too large
        "\x80", "\xBF", "\xC3", "\xE2\x80", "\xF0\x9F\x98", "\xE2 \x80\x99", "\xC3\xC3"}) {              // unfinished
    std::string again;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const CodePoint c = decode_utf8(bytes, i);
      const auto byte = static_cast<unsigned char>(bytes[i]);
      EXPECT_EQ(c.value, byte < 0x80 ? byte : kRawByte + byte) << testing::PrintToString(bytes) << " at " << i;
      EXPECT_EQ(c.length, 1);
      append_utf8(again, c.value);
    }
    EXPECT_EQ(again, bytes);
    EXPECT_EQ(find_invalid_utf8(bytes), 0U);
  }
}

TEST(Utf8, RawBytesAreCarriedThrough) {
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    const char32_t raw = kRawByte + byte;
    EXPECT_TRUE(is_raw_byte(raw));
    EXPECT_EQ(utf8_length(raw), 1U);
    EXPECT_EQ(utf8(raw), std::string(1, static_cast<char>(byte)));
  }
  EXPECT_FALSE(is_raw_byte(kLastCodePoint));
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(find_invalid_utf8(""), 0U);
  EXPECT_EQ(find_invalid_utf8("abc"), 3U);
  EXPECT_EQ(find_invalid_utf8("a\xC3\xA9\xE2\x80\x99z"), 7U);
  EXPECT_EQ(find_invalid_utf8("a\xC3\xA9\xE2\x80"), 3U);
  EXPECT_EQ(find_invalid_utf8("\xC3\xA9\xA9"), 2U);
}

TEST(Utf8, FindsTheFirstByteBeyondAscii) {
  for (std::size_t size = 0; size < 200; ++size) {
    const std::string ascii(size, 'x');
    for (std::size_t from = 0; from <= size; from += 3) {
      ASSERT_EQ(find_non_ascii(ascii, from), size);
      for (std::size_t at = from; at < size; at += 7) {
        std::string text = ascii;
        text[at] = '\xC3';
        text.back() = '\x80';
        if (from > 0) text[from - 1] = '\xFF';
        ASSERT_EQ(find_non_ascii(text, from), at) << "of " << size << " from " << from;
      }
    }
  }
}

TEST(Utf8, DecodesInTheMiddleOfText) {
  const std::string_view text = "a\xC3\xA9\xF0\x9F\x98\x80";
  EXPECT_EQ(decode_utf8(text, 1).value, U'\u00E9');
  EXPECT_EQ(decode_utf8(text, 3).value, U'\U0001F600');
  EXPECT_EQ(decode_utf8(text, 4).value, kRawByte + 0x9F);  // inside a character
}

TEST(Utf8, AgreesWithThePlainTwinOnAllShortStrings) {
  for (std::size_t length = 1; length <= 2; ++length) for_each_string(length, expect_head);
  // Of three bytes, all but those whose first byte alone decides: they are among the shorter ones.
  for_each_string(3, [](std::string_view bytes) {
    if (static_cast<unsigned char>(bytes[0]) >= 0xC0) expect_head(bytes);
  });
}

TEST(Utf8, AgreesWithThePlainTwinOnStringsOfFourBytes) {
  std::mt19937 random(1);
  const auto in_range = [&](unsigned first, unsigned last) {
    return static_cast<char>(first + random() % (last - first + 1));
  };
  for (int i = 0; i < 1000000; ++i) {
    // Half of them begin as four bytes do.
    const bool plausible = i % 2 == 0;
    const std::string bytes = {plausible ? in_range(0xEF, 0xF5) : in_range(0, 0xFF),
                               plausible ? in_range(0x7F, 0xC0) : in_range(0, 0xFF), in_range(0x7E, 0xC1),
                               in_range(0x7E, 0xC1)};
    expect_head(bytes);
    if (HasFatalFailure()) return;
  }
}

TEST(Utf8, PrefixesAreClassifiedAsThePlainTwinDoes) {
  for (std::size_t length = 1; length <= 2; ++length) {
    for_each_string(length, [](std::string_view bytes) {
      ASSERT_EQ(prefix_of(bytes), plain_prefix(bytes)) << testing::PrintToString(bytes);
    });
  }
  std::mt19937 random(2);
  for (int i = 0; i < 200000; ++i) {
    const std::string bytes = {static_cast<char>(0xE0 + random() % 0x18), static_cast<char>(0x70 + random() % 0x60),
                               static_cast<char>(0x78 + random() % 0x50), static_cast<char>(0x78 + random() % 0x50)};
    for (const std::size_t length : {std::size_t{3}, std::size_t{4}}) {
      const std::string_view head = std::string_view(bytes).substr(0, length);
      ASSERT_EQ(prefix_of(head), plain_prefix(head)) << testing::PrintToString(head);
    }
  }
}

}  // namespace
}  // namespace unbake::base
