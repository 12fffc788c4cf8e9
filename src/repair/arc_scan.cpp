#include "repair/arc_scan.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "encoding/reader_index.hpp"
#include "repair/folded_case.hpp"

namespace unbake::repair {
namespace {

// Language must gain this much, in nats, for any decision: no reader of a document costs less than 1.5, and at even
// odds a candidate has gained 3.5.
constexpr float kLeastGain = 4.0F;

// Symbols that may stand between two arcs of a chain, unharmed.
constexpr std::size_t kGap = 2;

}  // namespace

void ArcScan::start(std::span<const base::Symbol> window, const WindowContext& context) {
  window_ = window;
  is_folded_ = may_be_folded(window);
  context_ = context;
  as_it_stands_.assign(window.size(), 1.0F);
  chains_.clear();
}

bool ArcScan::may_be_damage(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (symbol(i) < 0x80) continue;
    if (begins_damage(i) || (is_folded_ && begins_folded_damage(i))) return true;
  }
  return false;
}

bool ArcScan::begins_damage(std::size_t at) {
  const char32_t c = symbol(at);
  if (base::is_raw_byte(c)) return false;
  const ReaderSet leading = encoding::lead_readers(c) & costs_.allowed();
  if (leading == 0) return false;
  if ((leading & multi_byte_readers_) == 0 && at + 1 < window_.size() && symbol(at + 1) >= 0x80 &&
      symbol(at + 1) != base::kReplacementCharacter && (encoding::continuation_readers(symbol(at + 1)) & leading) == 0)
    return false;
  std::erase_if(chains_, [&](const Chain& chain) { return chain.end + kGap < at; });
  const SymbolBytes& bytes = symbol_bytes_[0].get(c);
  for (std::size_t i = 0; i < bytes.count; ++i) {
    const encoding::ReaderBytes& group = bytes.groups[i];
    const ReaderSet readers = group.readers & costs_.allowed();
    if (readers != 0 && take_bytes(at, at, group, {}, readers)) return true;
  }
  return false;
}

// The symbol may have been a capital, and the one behind it as well.
bool ArcScan::begins_folded_damage(std::size_t at) {
  const SymbolBytes bytes(capital_of(symbol(at)));
  for (std::size_t i = 0; i < bytes.count; ++i) {
    const encoding::ReaderBytes& group = bytes.groups[i];
    const ReaderSet readers = group.readers & costs_.allowed();
    if (group.length == 1 && readers != 0 && take_bytes(at, at, group, {}, readers)) return true;
  }
  return false;
}

bool ArcScan::take_bytes(std::size_t begin, std::size_t at, const encoding::ReaderBytes& group, Partial partial,
                         ReaderSet readers) {
  for (std::size_t i = 0; i < group.length; ++i) {
    partial.bytes[partial.length++] = group.bytes[i];
    const base::Utf8Prefix prefix = base::classify_utf8(partial.bytes.data(), partial.length);
    if (prefix == base::Utf8Prefix::kInvalid) return false;
    if (prefix == base::Utf8Prefix::kPartial) continue;
    // With bytes left over, the next arc has begun in the same symbol: that is not chance.
    if (i + 1 < group.length) return true;
    const char32_t character = base::utf8_value(partial.bytes.data(), partial.length);
    return is_good(begin, at + 1, character, readers) || is_good_below(begin, at + 1, character, readers);
  }
  return goes_on(begin, at + 1, partial, readers);
}

// What comes behind an arc that is not complete.
bool ArcScan::goes_on(std::size_t begin, std::size_t at, const Partial& partial, ReaderSet readers) {
  if (at == window_.size()) return true;
  const char32_t c = symbol(at);
  if (c == base::kReplacementCharacter || c == U'?') return is_good_at_marker(begin, at, partial, readers);
  if (c < 0x80) return is_good_end(begin, at, partial, readers);
  if (base::is_raw_byte(c)) return false;
  readers &= encoding::continuation_readers(c) | multi_byte_readers_;
  if (readers == 0) return false;
  const SymbolBytes& bytes = symbol_bytes_[std::min<std::size_t>(at - begin, 3)].get(c);
  for (std::size_t i = 0; i < bytes.count; ++i) {
    const ReaderSet common = bytes.groups[i].readers & readers;
    if (common != 0 && take_bytes(begin, at, bytes.groups[i], partial, common)) return true;
  }
  return false;
}

// The last byte is missing before ASCII: one of the likeliest characters would have to be good.
bool ArcScan::is_good_end(std::size_t begin, std::size_t end, const Partial& partial, ReaderSet readers) {
  if (partial.length < 2) return false;
  // Of four bytes: emoji and rare ideographs. The planes behind them are empty.
  if (partial.bytes[0] >= 0xF0) return partial.bytes[0] == 0xF0 && partial.bytes[1] >= 0x9F;
  const std::array<char32_t, 4> characters = likeliest(partial);
  return std::any_of(characters.begin(), characters.end(),
                     [&](char32_t c) { return c != 0 && is_good(begin, end, c, readers); });
}

// A marker stands for the last byte: nothing else is lost of the first character of a path.
bool ArcScan::is_good_at_marker(std::size_t begin, std::size_t marker, const Partial& partial, ReaderSet readers) {
  if (partial.length > 1) return true;
  if (partial.bytes[0] >= 0xE0) return false;
  const Chain chain = before(begin, readers);
  std::array<std::pair<float, char32_t>, 64> characters;
  for (std::uint32_t last = 0; last < 64; ++last) {
    const char32_t c = (partial.bytes[0] & 0x1FU) << 6 | last;
    characters[last] = {-language_.log_probability(chain.before_last, chain.last, c), c};
  }
  constexpr std::ptrdiff_t kMost = 4;
  std::partial_sort(characters.begin(), characters.begin() + kMost, characters.end());
  return std::any_of(characters.begin(), characters.begin() + kMost,
                     [&](const auto& c) { return is_good(begin, marker + 1, c.second, readers); });
}

// Whether the arc [begin, end), with those before it, gains enough; what gains anything is kept for the next ones.
bool ArcScan::is_good(std::size_t begin, std::size_t end, char32_t character, ReaderSet readers) {
  Chain chain = before(begin, readers);
  chain.gain += language_.log_probability(chain.before_last, chain.last, character);
  for (std::size_t i = begin; i < end; ++i) chain.gain -= as_it_stands(i);
  chain = {end, readers, chain.gain, chain.last, character};
  if (chain.gain + gain_behind(chain, kLeastGain - chain.gain) >= kLeastGain) return true;
  if (chain.gain > 0) chains_.push_back(chain);
  return false;
}

// What the symbols behind the chain gain by it, 0 if they lose; also 0 if that is less than `least` at any rate.
float ArcScan::gain_behind(const Chain& chain, float least) {
  const std::size_t end = std::min(chain.end + kGap, window_.size());
  float most = 0;
  for (std::size_t i = chain.end; i < end; ++i) most -= as_it_stands(i);
  if (most < least) return 0;
  float gain = 0;
  char32_t a = chain.before_last;
  char32_t b = chain.last;
  for (std::size_t i = chain.end; i < end; ++i) {
    gain += language_.log_probability(a, b, symbol(i)) - as_it_stands(i);
    a = b;
    b = symbol(i);
  }
  return std::max(0.0F, gain);
}

// One character may be a whole one of the layer below; more than one make a chain here already.
bool ArcScan::is_good_below(std::size_t begin, std::size_t end, char32_t character, ReaderSet readers) {
  if ((encoding::lead_readers(character) & multi_byte_readers_ & costs_.allowed()) == 0) return false;
  const SymbolBytes& bytes = bytes_below_.get(character);
  for (std::size_t i = 0; i < bytes.count; ++i) {
    const encoding::ReaderBytes& group = bytes.groups[i];
    if (group.length < 2 || (group.readers & costs_.allowed()) == 0) continue;
    if (base::classify_utf8(group.bytes, group.length) != base::Utf8Prefix::kComplete) continue;
    if (is_good(begin, end, base::utf8_value(group.bytes, group.length), readers)) return true;
  }
  return false;
}

// The best chain that an arc at `begin` can go on with, or none of any gain.
ArcScan::Chain ArcScan::before(std::size_t begin, ReaderSet readers) const {
  const SymbolsInContext symbols(window_, context_);
  const auto at = static_cast<std::ptrdiff_t>(begin);
  const Chain* best = nullptr;
  for (const Chain& chain : chains_) {
    if (chain.end > begin || (chain.readers & readers) == 0) continue;
    if (best == nullptr || chain.gain > best->gain) best = &chain;
  }
  if (best == nullptr) return {begin, readers, 0, symbols.at(at - 2), symbols.at(at - 1)};
  if (best->end == begin) return *best;
  const char32_t before_last = best->end + 1 == begin ? best->last : symbols.at(at - 2);
  return {begin, readers, best->gain, before_last, symbols.at(at - 1)};
}

// The likeliest characters that begin with two bytes of three.
const std::array<char32_t, 4>& ArcScan::likeliest(const Partial& partial) {
  const std::uint32_t key = std::uint32_t{partial.bytes[0]} << 8 | partial.bytes[1];
  const auto [entry, is_new] = likeliest_.try_emplace(key);
  if (!is_new) return entry->second;
  std::array<std::pair<float, char32_t>, 64> characters;
  for (std::uint32_t last = 0; last < 64; ++last) {
    const std::uint8_t bytes[] = {partial.bytes[0], partial.bytes[1], static_cast<std::uint8_t>(0x80 | last)};
    const char32_t c = base::utf8_value(bytes, 3);
    characters[last] = {-language_.log_probability(U' ', U' ', c), c};
  }
  std::partial_sort(characters.begin(), characters.begin() + 4, characters.end());
  for (std::size_t i = 0; i < 4; ++i) entry->second[i] = characters[i].second;
  return entry->second;
}

float ArcScan::as_it_stands(std::size_t at) {
  float& known = as_it_stands_[at];
  if (known > 0) {
    const SymbolsInContext symbols(window_, context_);
    const auto i = static_cast<std::ptrdiff_t>(at);
    known = language_.log_probability(symbols.at(i - 2), symbols.at(i - 1), symbols.at(i));
  }
  return known;
}

}  // namespace unbake::repair
