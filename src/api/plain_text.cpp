#include "api/plain_text.hpp"

#include <cstddef>

namespace unbake::api {
namespace {

// Looked at before it is asked whether to go on; the loop over them has no branches, so that it is done in vectors.
constexpr std::size_t kBlock = 256;

// Whether `byte` is not ASCII, or may with `next` begin a spelled character or a mark of lost bytes: \u00e9, &eacute;,
// %C3,
// =?utf-8?, ??.
constexpr unsigned char suspicion(unsigned char byte, unsigned char next) {
  const auto mask = [](bool holds) { return static_cast<unsigned char>(holds ? 0xFF : 0); };
  const auto begins = static_cast<unsigned char>(mask(byte == '&') | mask(byte == '%'));
  const auto marks = static_cast<unsigned char>(mask(byte == '?') | mask(byte == '='));
  return static_cast<unsigned char>((byte & 0x80) | mask(byte == '\\') | (begins & mask(next != ' ')) |
                                    (marks & mask(next == '?')));
}

}  // namespace

bool is_plain(std::string_view text) {
  if (text.empty()) return true;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t last = text.size() - 1;
  std::size_t i = 0;
  while (i < last) {
    const std::size_t end = last - i < kBlock ? last : i + kBlock;
    unsigned char found = 0;
    for (; i < end; ++i) found = static_cast<unsigned char>(found | suspicion(bytes[i], bytes[i + 1]));
    if (found != 0) return false;
  }
  return suspicion(bytes[last], ' ') == 0;
}

}  // namespace unbake::api
