#include "reference/detect/plain_starts.hpp"

#include <string>

#include "base/utf8.hpp"
#include "reference/base/plain_utf8.hpp"

namespace unbake::reference {
namespace {

bool is_lead(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return b >= 0xC2 && b <= 0xF4;
}

// Every string of bytes that `reader` may have shown as `symbol`.
std::vector<std::string> readings(char32_t symbol, int reader) {
  std::vector<std::string> all;
  if (symbol < 0x80 || base::is_raw_byte(symbol)) return all;
  encoding::ReaderBytes groups[encoding::kMaxReaderBytes];
  const std::size_t count = encoding::reader_bytes(symbol, groups);
  for (std::size_t i = 0; i < count; ++i) {
    if ((groups[i].readers >> reader & 1) == 0) continue;
    all.emplace_back(groups[i].bytes, groups[i].bytes + groups[i].length);
  }
  return all;
}

// Whether a beginning of `bytes` is a character.
bool has_character(const std::string& bytes) {
  for (std::size_t length = 1; length <= bytes.size(); ++length) {
    if (plain_decode_utf8(std::string_view(bytes).substr(0, length))) return true;
  }
  return false;
}

bool may_go_on(std::string_view text, std::size_t offset, int reader, const std::string& bytes) {
  if (has_character(bytes)) return true;
  if (!plain_begins_utf8(bytes)) return false;
  if (offset == text.size()) return bytes.size() >= 2;
  const base::CodePoint next = base::decode_utf8(text, offset);
  if (next.value == base::kReplacementCharacter || next.value == U'?') return true;
  if (next.value < 0x80) return bytes.size() >= 2;
  for (const std::string& more : readings(next.value, reader)) {
    if (may_go_on(text, offset + next.length, reader, bytes + more)) return true;
  }
  return false;
}

bool may_start(std::string_view text, std::size_t offset, encoding::ReaderSet readers) {
  const base::CodePoint c = base::decode_utf8(text, offset);
  for (int reader = 0; reader < encoding::reader_count(); ++reader) {
    if ((readers >> reader & 1) == 0) continue;
    for (const std::string& bytes : readings(c.value, reader)) {
      if (is_lead(bytes[0]) && may_go_on(text, offset + c.length, reader, bytes)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::size_t> plain_starts(std::string_view text, encoding::ReaderSet readers) {
  std::vector<std::size_t> starts;
  for (std::size_t offset = 0; offset < text.size(); offset += base::decode_utf8(text, offset).length) {
    if (may_start(text, offset, readers)) starts.push_back(offset);
  }
  return starts;
}

}  // namespace unbake::reference
