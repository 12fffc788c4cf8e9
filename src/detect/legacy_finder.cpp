#include "detect/legacy_finder.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "detect/conversion_search.hpp"

namespace unbake::detect {
namespace {

// A line is looked at closely if its characters beyond ASCII, and those after them, cost more than this on average.
// Clean text costs 2 to 5 nats in scripts of its own and 5 to 12 where Latin letters with accents are few; legacy text
// read as Latin costs 9 to 25.
constexpr float kUnlikely = 5.5F;

// Cyrillic read as Cyrillic has the rhythm of words: 4 to 7. Of a hundred clean lines two cost more than this.
constexpr float kUnlikelyCyrillic = 3.9F;

// Whether all that is beyond ASCII is Cyrillic, as it is where one Cyrillic page was read as another; few letters in a
// row say too little.
bool is_cyrillic(std::string_view line) {
  constexpr int kFew = 8;
  int letters = 0;
  for (std::size_t i = base::find_non_ascii(line, 0); i < line.size(); i = base::find_non_ascii(line, i)) {
    const base::CodePoint c = base::decode_utf8(line, i);
    if (c.value < 0x400 || c.value >= 0x530) return false;
    ++letters;
    i += c.length;
  }
  return letters >= kFew;
}

// One accented letter for another may be all that is wrong with a line: it is looked at in the light of its language if
// a letter and what stands behind it cost this, in nats. A third of clean lines of Latin text have such a place.
constexpr float kUnlikelyPlace = 12.0F;

// Lines of a band that are looked at in vain before lines are skipped, and the most that are skipped in a row.
constexpr std::uint32_t kPatience = 8;
constexpr std::uint32_t kMostSkipped = 64;

// What a conversion must gain on the line before the search considers it.
constexpr float kLeastGain = 8.0F;

}  // namespace

void LegacyFinder::read_symbols() {
  symbols_.clear();
  for (std::size_t i = begin_; i < position_;) {
    const base::CodePoint c = base::decode_utf8(text_, i);
    i += c.length;
    if (c.value != U'\n') symbols_.push_back(c.value);
  }
}

float LegacyFinder::usual(const LineCost& cost) const {
  const bool may_be_cyrillic = cost.average > kUnlikelyCyrillic && cost.average <= kUnlikely;
  return may_be_cyrillic && is_cyrillic(text_.substr(begin_, position_ - begin_)) ? kUnlikelyCyrillic : kUnlikely;
}

bool LegacyFinder::is_worth_a_look(const LineCost& cost, float usual) {
  if (cost.average <= usual && cost.longest < kUnlikelyPlace) return false;
  band_ = std::find_if(bands_.begin(), bands_.end() - 1, [&](const Band& b) { return cost.average <= b.most; });
  if (band_->to_skip == 0) return true;
  --band_->to_skip;
  return false;
}

void LegacyFinder::search(LegacyLine& line, const LineCost& cost, float usual) {
  line.conversions.clear();
  if (cost.average > usual) {
    line.conversions = find_conversions(symbols_, readers_, language_, bound_, kLeastGain, kMostConversions);
  }
  line.latin = find_latin();
  if (line.latin && is_utf8_read_by(readers_ & ~encoding::multi_byte_readers(), symbols_, false)) line.latin.reset();
}

std::optional<LatinReading> LegacyFinder::find_latin() {
  if (!latin_) latin_.emplace(model_, model::LatinLanguages::builtin());
  std::optional<LatinReading> page = latin_->find(symbols_, readers_);
  std::optional<LatinReading> font = vietnamese_.find(symbols_, readers_);
  return font && (!page || font->gain > page->gain) ? font : page;
}

bool LegacyFinder::next(LegacyLine& line, std::size_t limit) {
  while (position_ < text_.size() && position_ <= limit) {
    begin_ = find_line_beyond_ascii(text_, position_, kLongestLine);
    position_ = begin_;
    if (begin_ == text_.size() || begin_ > limit) break;
    const LineCost cost = weigh_line(text_, position_, kLongestLine, language_);
    const float usual = this->usual(cost);
    if (!is_worth_a_look(cost, usual)) continue;
    read_symbols();
    if (established_ != 0 && is_utf8_read_by(established_, symbols_, true)) continue;
    search(line, cost, usual);
    if (line.conversions.empty() && !line.latin) {
      ++band_->failures;
      if (band_->failures >= kPatience) band_->to_skip = std::min(kMostSkipped, band_->failures - kPatience);
      continue;
    }
    band_->failures = 0;
    line.begin = begin_;
    line.end = position_;
    return true;
  }
  return false;
}

}  // namespace unbake::detect
