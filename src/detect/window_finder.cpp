#include "detect/window_finder.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"

namespace unbake::detect {
namespace {

using encoding::ReaderBytes;
using encoding::ReaderSet;

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

// The offset of the first byte at or after `from` that is not ASCII, or the size of `text`.
std::size_t skip_ascii(std::string_view text, std::size_t from) {
  while (from + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + from, sizeof block);
    if ((block & kHighBits) != 0) break;
    from += sizeof block;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

bool is_lead(std::uint8_t byte) { return byte >= 0xC2 && byte <= 0xF4; }

// A character of UTF-8 that is being put together from the bytes of symbols.
struct Partial {
  std::array<std::uint8_t, 8> bytes{};
  std::size_t length = 0;
};

// Whether the symbols from `offset` on may complete `partial`, all read by one of `readers`.
bool may_complete(std::string_view text, std::size_t offset, ReaderSet readers, const Partial& partial) {
  if (offset >= text.size()) return partial.length >= 2;
  const base::CodePoint c = base::decode_utf8(text, offset);
  // A byte may be lost: shown as a marker, or gone after at least two that are left.
  if (c.value == base::kReplacementCharacter || c.value == U'?') return true;
  if (c.value < 0x80) return partial.length >= 2;
  if (base::is_raw_byte(c.value)) return false;
  std::array<ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = encoding::reader_bytes(c.value, groups.data());
  for (std::size_t i = 0; i < count; ++i) {
    const ReaderSet common = groups[i].readers & readers;
    if (common == 0) continue;
    Partial next = partial;
    auto prefix = base::Utf8Prefix::kPartial;
    for (std::size_t j = 0; j < groups[i].length && prefix == base::Utf8Prefix::kPartial; ++j) {
      next.bytes[next.length++] = groups[i].bytes[j];
      prefix = base::classify_utf8(next.bytes.data(), next.length);
    }
    if (prefix == base::Utf8Prefix::kComplete) return true;
    if (prefix == base::Utf8Prefix::kPartial && may_complete(text, offset + c.length, common, next)) return true;
  }
  return false;
}

// A first look at what follows a lead byte: whether it can be the second byte in one of `readers`, or stand for it.
bool may_continue(std::string_view text, std::size_t offset, ReaderSet readers) {
  if (offset >= text.size()) return false;
  const base::CodePoint c = base::decode_utf8(text, offset);
  if (c.value == base::kReplacementCharacter || c.value == U'?') return true;
  return c.value >= 0x80 && !base::is_raw_byte(c.value) && (encoding::continuation_readers(c.value) & readers) != 0;
}

// The offset `count` symbols before `offset`, but not before `limit`. Raw bytes may count as parts of a symbol.
std::size_t step_back(std::string_view text, std::size_t offset, std::size_t count, std::size_t limit) {
  while (count-- > 0 && offset > limit) {
    --offset;
    for (int i = 0; i < 3 && offset > limit && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80; ++i) --offset;
  }
  return offset;
}

}  // namespace

bool WindowFinder::may_start(std::size_t offset) const {
  const base::CodePoint c = base::decode_utf8(text_, offset);
  if (base::is_raw_byte(c.value)) return false;
  const ReaderSet leading = encoding::lead_readers(c.value) & readers_;
  if (leading == 0) return false;
  if ((leading & encoding::multi_byte_readers()) == 0 && !may_continue(text_, offset + c.length, leading)) return false;
  std::array<ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = encoding::reader_bytes(c.value, groups.data());
  for (std::size_t i = 0; i < count; ++i) {
    const ReaderSet common = groups[i].readers & readers_;
    if (common == 0 || !is_lead(groups[i].bytes[0])) continue;
    Partial partial;
    auto prefix = base::Utf8Prefix::kPartial;
    for (std::size_t j = 0; j < groups[i].length && prefix == base::Utf8Prefix::kPartial; ++j) {
      partial.bytes[partial.length++] = groups[i].bytes[j];
      prefix = base::classify_utf8(partial.bytes.data(), partial.length);
    }
    if (prefix == base::Utf8Prefix::kComplete) return true;
    if (prefix == base::Utf8Prefix::kPartial && may_complete(text_, offset + c.length, common, partial)) return true;
  }
  return false;
}

bool WindowFinder::is_marker(std::size_t offset) const {
  if (!looks_at_markers_) return false;
  if (text_[offset] != '?') return base::decode_utf8(text_, offset).value == base::kReplacementCharacter;
  if (offset + 1 == text_.size()) return false;
  return text_[offset + 1] == '?' || static_cast<unsigned char>(text_[offset + 1]) >= 0x80;
}

std::size_t WindowFinder::find_start(std::size_t from) const {
  std::size_t marker = text_.size();
  if (looks_at_markers_) {
    marker = std::min(text_.find('?', from), marker);
    while (marker < text_.size() && !is_marker(marker)) marker = std::min(text_.find('?', marker + 1), text_.size());
  }
  for (std::size_t offset = skip_ascii(text_, from); offset < marker; offset = skip_ascii(text_, offset)) {
    if (may_start(offset) || is_marker(offset)) return offset;
    offset += base::decode_utf8(text_, offset).length;
  }
  return marker;
}

const LegacyLine* WindowFinder::line_at(std::size_t offset, std::size_t limit) {
  for (const LegacyLine& line : lines_) {
    if (line.end > offset) return line.begin <= limit ? &line : nullptr;
  }
  while (legacy_finder_.next(lines_.emplace_back(), limit)) {
    if (lines_.back().end > offset) return &lines_.back();
    lines_.pop_back();
  }
  lines_.pop_back();
  return nullptr;
}

void WindowFinder::offer(Window& window, const LegacyLine& line) {
  const bool is_new = window.latin_lines.empty() || window.latin_lines.back().begin != line.begin;
  if (line.latin && is_new && line.begin >= window.begin) window.latin_lines.push_back(line);
  for (const encoding::Conversion& conversion : line.conversions) {
    const auto known = std::find_if(window.conversions.begin(), window.conversions.end(),
                                    [&](const encoding::Conversion& c) { return c.source == conversion.source; });
    if (known != window.conversions.end()) {
      known->readers |= conversion.readers;
    } else if (window.conversions.size() < kMostConversions) {
      window.conversions.push_back(conversion);
    }
  }
}

// The index behind the last symbol at or after `first` where damage may start; 0 if there is none.
std::size_t WindowFinder::behind_last_start(std::span<const base::Symbol> symbols, std::size_t first) const {
  for (std::size_t i = symbols.size(); i > first; --i) {
    const base::Symbol& s = symbols[i - 1];
    if ((s.value >= 0x80 && may_start(s.offset)) || is_marker(s.offset)) return i;
  }
  return 0;
}

bool WindowFinder::next(Window& window) {
  window.symbols.clear();
  window.conversions.clear();
  window.latin_lines.clear();
  window.is_cut = false;
  std::erase_if(lines_, [&](const LegacyLine& line) { return line.end <= position_; });
  const std::size_t start = find_start(position_);
  const LegacyLine* line = line_at(position_, start);
  if (start == text_.size() && line == nullptr) return false;
  std::size_t offset = step_back(text_, start, kContext, position_);
  if (line != nullptr) offset = std::min(offset, std::max(position_, line->begin));
  window.begin = offset;
  // Symbols go in until a stretch without any start is long enough, and then `kContext` of it. Starts are looked for
  // from the end of such a stretch: where there are many, few of them need to be found.
  std::size_t behind_start = 0;  // index in the window
  std::size_t known = 0;         // the symbols from there to here are no starts
  bool is_quiet = false;
  while (offset < text_.size() && !is_quiet) {
    if (window.symbols.size() == kMaxSymbols) {
      window.is_cut = true;
      break;
    }
    const base::CodePoint c = base::decode_utf8(text_, offset);
    window.symbols.push_back({c.value, offset});
    if (line == nullptr || offset >= line->end) line = line_at(offset, offset);
    offset += c.length;
    if (line != nullptr && window.symbols.back().offset >= line->begin) {
      offer(window, *line);
      behind_start = known = window.symbols.size();
    }
    if (window.symbols.size() - behind_start < kBridge) continue;
    behind_start = std::max(behind_start, behind_last_start(window.symbols, known));
    known = window.symbols.size();
    is_quiet = known - behind_start == kBridge;
  }
  if (is_quiet) window.symbols.resize(window.symbols.size() - (kBridge - kContext));
  window.end = window.symbols.back().offset + base::utf8_length(window.symbols.back().value);
  std::erase_if(window.latin_lines, [&](const LegacyLine& l) { return l.end > window.end; });
  position_ = window.end;
  return true;
}

}  // namespace unbake::detect
