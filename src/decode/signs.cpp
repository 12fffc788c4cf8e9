#include "decode/signs.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;
using namespace std::string_view_literals;

constexpr std::size_t kLookedAt = 65536;

// An encoding with state, and what must stand in text that is in it.
struct Escape {
  EncodingId id;
  std::string_view sign;
};
constexpr Escape kEscapes[] = {{EncodingId::kIso2022Kr, "\x1b$)C"},
                               {EncodingId::kIso2022Jp, "\x1b$"},
                               {EncodingId::kIso2022Jp, "\x1b("},
                               {EncodingId::kHzGb2312, "~{"},
                               {EncodingId::kUtf7, "+"}};

// What looks like a sign of UTF-7 or HZ stands in other text now and then.
constexpr float kLeastGain = 3.0F;
// What escaped text costs a byte if it is ASCII, in nats: any of 64 digits is as likely as another.
constexpr float kGibberish = 4.2F;

// Signatures of formats that are no text, and might pass for it.
constexpr std::array<std::string_view, 12> kSignatures = {"\x89PNG\r\n\x1a\n"sv,
                                                          "\xff\xd8\xff"sv,
                                                          "GIF8"sv,
                                                          "PK\x03\x04"sv,
                                                          "\x1f\x8b\x08"sv,
                                                          "\x7f"
                                                          "ELF"sv,
                                                          "%PDF-"sv,
                                                          "BZh9"sv,
                                                          "\xfd"
                                                          "7zXZ\0"sv,
                                                          "7z\xbc\xaf\x27"sv,
                                                          "\x28\xb5\x2f\xfd"sv,
                                                          "OggS\0"sv};

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_text_control(unsigned char c) {
  return (c >= 0x07 && c <= 0x0D) || c == 0x1B || c == 0x1A || c == 0x0E || c == 0x0F;
}

// The score of text in UTF-8.
float score_of(std::string_view utf8, TextScore& score) {
  std::vector<char32_t> text;
  for (std::size_t at = 0; at < utf8.size();) {
    const base::CodePoint c = base::decode_utf8(utf8, at);
    text.push_back(c.value);
    at += c.length;
  }
  return score(text);
}

// The head that is looked at: whole lines of it, if there are any.
std::string_view head_of(std::string_view bytes) {
  if (bytes.size() <= kLookedAt) return bytes;
  const std::size_t line = bytes.rfind('\n', kLookedAt);
  return bytes.substr(0, line == std::string_view::npos ? kLookedAt : line + 1);
}

}  // namespace

std::optional<Mark> byte_order_mark(std::string_view bytes) {
  struct Row {
    std::string_view mark;
    EncodingId id;
  };
  static constexpr Row kRows[] = {{"\xff\xfe\0\0"sv, EncodingId::kUtf32le},
                                  {"\0\0\xfe\xff"sv, EncodingId::kUtf32be},
                                  {"\xef\xbb\xbf"sv, EncodingId::kUtf8},
                                  {"\xff\xfe"sv, EncodingId::kUtf16le},
                                  {"\xfe\xff"sv, EncodingId::kUtf16be}};
  for (const Row& row : kRows) {
    if (bytes.starts_with(row.mark)) return Mark{row.id, row.mark.size()};
  }
  return std::nullopt;
}

std::optional<EncodingId> escaped_encoding(std::string_view bytes, TextScore& score) {
  const std::string_view head = head_of(bytes);
  if (!std::all_of(head.begin(), head.end(), is_ascii)) return std::nullopt;
  for (const Escape& escape : kEscapes) {
    if (head.find(escape.sign) == std::string_view::npos) continue;
    const encoding::Encoded read = encoding::decode(escape.id, head);
    // What is cut may end between two escapes.
    const bool is_read = !read.error_offset || (head.size() < bytes.size() && *read.error_offset > head.size() / 2);
    const auto plain = static_cast<float>(std::count_if(read.bytes.begin(), read.bytes.end(), is_ascii));
    // A text that speaks of the signs has nothing between them.
    if (static_cast<std::size_t>(plain) == read.bytes.size()) continue;
    const float escaped = static_cast<float>(read.error_offset.value_or(head.size())) - plain;
    const float as_ascii = model::Model::kAsciiCost * plain - kGibberish * escaped;
    if (is_read && score_of(read.bytes, score) > as_ascii + kLeastGain) return escape.id;
  }
  return std::nullopt;
}

bool looks_binary(std::string_view bytes) {
  const auto begins = [&](std::string_view signature) { return bytes.starts_with(signature); };
  if (std::any_of(kSignatures.begin(), kSignatures.end(), begins)) return true;
  const std::string_view head = bytes.substr(0, kLookedAt);
  // One control in a hundred bytes, and two at least: a stray NUL makes no program of a text.
  const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_text_control(static_cast<unsigned char>(c));
  }));
  return controls >= 2 && controls * 100 > head.size();
}

}  // namespace unbake::decoding
