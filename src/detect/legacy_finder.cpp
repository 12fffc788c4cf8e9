#include "detect/legacy_finder.hpp"

#include "base/utf8.hpp"
#include "detect/conversion_search.hpp"

namespace unbake::detect {
namespace {

// A line is looked at closely if its characters beyond ASCII, and those after them, cost more than this on average. Clean
// text costs 2 to 5 nats in scripts of its own and 5 to 12 where Latin letters with accents are few; legacy text read as
// Latin costs 9 to 25.
constexpr float kUnlikely = 5.5F;

// What a conversion must gain on the line before the search considers it.
constexpr float kLeastGain = 8.0F;

}  // namespace

bool LegacyFinder::read_line() {
  symbols_.clear();
  begin_ = position_;
  bool has_high = false;
  while (position_ < text_.size() && symbols_.size() < kLongestLine) {
    const base::CodePoint c = base::decode_utf8(text_, position_);
    position_ += c.length;
    if (c.value == U'\n') break;
    symbols_.push_back(c.value);
    has_high = has_high || c.value >= 0x80;
  }
  return has_high;
}

bool LegacyFinder::is_unlikely() const {
  float cost = 0;
  int count = 0;
  char32_t a = U'\n';
  char32_t b = U'\n';
  for (const char32_t c : symbols_) {
    if (c >= 0x80 || b >= 0x80) {
      cost -= model_.log_probability(a, b, c);
      ++count;
    }
    a = b;
    b = c;
  }
  return cost > kUnlikely * static_cast<float>(count);
}

bool LegacyFinder::next(LegacyLine& line) {
  while (position_ < text_.size()) {
    if (!read_line() || !is_unlikely()) continue;
    line.conversions = find_conversions(symbols_, readers_, model_, kLeastGain, kMostConversions);
    if (line.conversions.empty()) continue;
    line.begin = begin_;
    line.end = position_;
    return true;
  }
  return false;
}

}  // namespace unbake::detect
