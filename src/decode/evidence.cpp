#include "decode/evidence.hpp"

#include <algorithm>

#include "decode/convert.hpp"

namespace unbake::decoding {
namespace {

// ASCII that is kept on each side of what is not: a few words tell the language.
constexpr std::size_t kBeside = 40;

}  // namespace

std::string evidence_from(std::string_view bytes, std::size_t begin, std::size_t most) {
  std::string evidence;
  std::size_t kept = begin;  // all before this is in, or left out
  while (evidence.size() < most) {
    const std::size_t next = skip_ascii(bytes, kept);
    if (next == bytes.size()) {
      evidence.append(bytes, kept, std::min(kBeside, next - kept));
      break;
    }
    if (next - kept <= 2 * kBeside) {
      evidence.append(bytes, kept, next - kept);
    } else {
      evidence.append(bytes, kept, kBeside).append("\n").append(bytes, next - kBeside, kBeside);
    }
    kept = next;
    while (kept < bytes.size() && static_cast<unsigned char>(bytes[kept]) >= 0x80) ++kept;
    evidence.append(bytes, next, std::min(kept - next, most));
  }
  return evidence;
}

std::vector<std::string> later_evidence(std::string_view bytes, std::size_t places, std::size_t most) {
  std::vector<std::string> evidence;
  for (std::size_t i = 1; i <= places; ++i) {
    // From the start of a line, where a character begins in whatever encoding.
    const std::size_t line = bytes.find('\n', bytes.size() / (places + 1) * i);
    if (line == std::string_view::npos) break;
    std::string some = evidence_from(bytes, line + 1, most);
    if (!some.empty()) evidence.push_back(std::move(some));
  }
  return evidence;
}

std::string words_with(std::string_view bytes, const std::array<bool, 256>& wanted, std::size_t most) {
  constexpr std::size_t kLongest = 48;
  constexpr std::string_view kSpace = " \t\r\n";
  std::string words;
  for (std::size_t at = 0; most > 0; --most) {
    while (at < bytes.size() && !wanted[static_cast<unsigned char>(bytes[at])]) ++at;
    if (at >= bytes.size()) break;
    const std::size_t space = bytes.find_last_of(kSpace, at);
    const std::size_t begin =
        std::max(space == std::string_view::npos ? 0 : space + 1, at < kLongest ? 0 : at - kLongest);
    const std::size_t end = std::min({bytes.find_first_of(kSpace, at), at + kLongest, bytes.size()});
    words.append(bytes, begin, end - begin).append("\n");
    at = end;
  }
  return words;
}

}  // namespace unbake::decoding
