#include "detect/window_finder.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/utf8.hpp"

namespace unbake::detect {
namespace {

using encoding::BytesRole;
using encoding::ReaderBytes;
using encoding::ReaderSet;
using encoding::SymbolBytesMemory;

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

struct WindowFinder::Memory {
  std::array<SymbolBytesMemory, 4> symbols{
      SymbolBytesMemory(BytesRole::kLead), SymbolBytesMemory(BytesRole::kContinuation),
      SymbolBytesMemory(BytesRole::kContinuation), SymbolBytesMemory(BytesRole::kContinuation)};
};

WindowFinder::WindowFinder(std::string_view text, ReaderSet readers, const model::Model& model)
    : text_(text), readers_(readers), legacy_finder_(text, readers, model) {}

WindowFinder::~WindowFinder() = default;

// A character of UTF-8 that is being put together from the bytes of symbols.
struct WindowFinder::Partial {
  std::array<std::uint8_t, 8> bytes{};
  std::size_t length = 0;
  std::size_t symbols = 0;
};

bool WindowFinder::may_complete(std::size_t offset, ReaderSet readers, const Partial& partial) {
  if (offset >= text_.size()) return partial.length >= 2;
  const base::CodePoint c = base::decode_utf8(text_, offset);
  // A byte may be lost: shown as a marker, or gone after at least two that are left.
  if (c.value == base::kReplacementCharacter || c.value == U'?') return true;
  if (c.value < 0x80) return partial.length >= 2;
  if (base::is_raw_byte(c.value)) return false;
  readers &= encoding::continuation_readers(c.value) | multi_byte_readers_;
  return readers != 0 &&
         takes_bytes(offset + c.length, memory_->symbols[partial.symbols].get(c.value), readers, partial);
}

// Whether bytes that one of `readers` shows as `symbol`, and what is at `offset` behind it, may complete `partial`.
bool WindowFinder::takes_bytes(std::size_t offset, const encoding::SymbolBytes& symbol, ReaderSet readers,
                               const Partial& partial) {
  for (std::size_t i = 0; i < symbol.count; ++i) {
    const ReaderBytes& group = symbol.groups[i];
    const ReaderSet common = group.readers & readers;
    if (common == 0) continue;
    Partial next = partial;
    ++next.symbols;
    auto prefix = base::Utf8Prefix::kPartial;
    for (std::size_t j = 0; j < group.length && prefix == base::Utf8Prefix::kPartial; ++j) {
      next.bytes[next.length++] = group.bytes[j];
      prefix = base::classify_utf8(next.bytes.data(), next.length);
    }
    if (prefix == base::Utf8Prefix::kComplete) return true;
    if (prefix == base::Utf8Prefix::kPartial && may_complete(offset, common, next)) return true;
  }
  return false;
}

bool WindowFinder::may_start(std::size_t offset, const base::CodePoint& c) {
  if (base::is_raw_byte(c.value)) return false;
  const ReaderSet leading = encoding::lead_readers(c.value) & readers_;
  if (leading == 0) return false;
  if ((leading & multi_byte_readers_) == 0 && !may_continue(text_, offset + c.length, leading)) return false;
  if (!memory_) memory_ = std::make_unique<Memory>();
  return takes_bytes(offset + c.length, memory_->symbols.front().get(c.value), readers_, {});
}

bool WindowFinder::is_marker(std::size_t offset) const {
  if (!looks_at_markers_) return false;
  if (looks_everywhere_ && static_cast<unsigned char>(text_[offset]) >= 0x80) return true;
  if (text_[offset] != '?') return base::decode_utf8(text_, offset).value == base::kReplacementCharacter;
  if (offset + 1 == text_.size()) return false;
  return text_[offset + 1] == '?' || static_cast<unsigned char>(text_[offset + 1]) >= 0x80;
}

std::size_t WindowFinder::find_start(std::size_t from) {
  std::size_t marker = text_.size();
  if (looks_at_markers_) {
    marker = std::min(text_.find('?', from), marker);
    while (marker < text_.size() && !is_marker(marker)) marker = std::min(text_.find('?', marker + 1), text_.size());
  }
  for (std::size_t offset = base::find_non_ascii(text_, from); offset < marker;
       offset = base::find_non_ascii(text_, offset)) {
    const base::CodePoint c = base::decode_utf8(text_, offset);
    if (may_start(offset, c) || is_marker(offset)) return offset;
    offset += c.length;
  }
  return marker;
}

const LegacyLine* WindowFinder::line_at(std::size_t offset, std::size_t limit) {
  for (const LegacyLine& line : lines_) {
    if (line.end > offset) return line.begin <= limit ? &line : nullptr;
  }
  for (LegacyLine line{}; legacy_finder_.next(line, limit);) {
    if (line.end > offset) return &lines_.emplace_back(std::move(line));
  }
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
std::size_t WindowFinder::behind_last_start(std::span<const base::Symbol> symbols, std::size_t first) {
  for (std::size_t i = symbols.size(); i > first; --i) {
    const base::Symbol& s = symbols[i - 1];
    if ((s.value >= 0x80 && may_start(s.offset, base::decode_utf8(text_, s.offset))) || is_marker(s.offset)) return i;
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
