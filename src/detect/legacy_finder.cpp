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

// One accented letter for another may be all that is wrong with a line: it is looked at in the light of its language if
// a letter and what stands behind it cost this, in nats. A third of clean lines of Latin text have such a place.
constexpr float kUnlikelyPlace = 12.0F;

// Lines of a band that are looked at in vain before lines are skipped, and the most that are skipped in a row.
constexpr std::uint32_t kPatience = 8;
constexpr std::uint32_t kMostSkipped = 64;

// What a conversion must gain on the line before the search considers it.
constexpr float kLeastGain = 8.0F;

// Adds up what the characters beyond ASCII of a line, and those behind them, cost.
class CostSum {
 public:
  explicit CostSum(const model::Model& model) : model_(model) {}

  void add(char32_t c) {
    charge(c);
    a_ = b_;
    b_ = c;
  }

  void add_ascii(std::string_view text) {
    if (text.empty()) return;
    const auto at = [&](std::size_t i) { return char32_t{static_cast<unsigned char>(text[i])}; };
    if (b_ >= 0x80) charge(at(0));
    if (text.size() > 1 || b_ < 0x80) run_ = 0;
    a_ = text.size() > 1 ? at(text.size() - 2) : b_;
    b_ = at(text.size() - 1);
  }

  [[nodiscard]] float average() const { return count_ == 0 ? 0 : cost_ / static_cast<float>(count_); }
  [[nodiscard]] float longest() const { return longest_; }

 private:
  void charge(char32_t c) {
    const float own = -model_.log_probability(a_, b_, c);
    cost_ += own;
    run_ += own;
    longest_ = std::max(longest_, run_);
    ++count_;
  }

  const model::Model& model_;
  char32_t a_ = U'\n';
  char32_t b_ = U'\n';
  float cost_ = 0;
  float run_ = 0;  // of what stands next to each other
  float longest_ = 0;
  int count_ = 0;
};

}  // namespace

std::optional<LegacyFinder::Cost> LegacyFinder::weigh_line(std::size_t limit) {
  const std::size_t first = base::find_non_ascii(text_, position_);
  if (first == text_.size()) {
    position_ = first;
    return std::nullopt;
  }
  const std::size_t before = text_.substr(position_, first - position_).rfind('\n');
  if (before != std::string_view::npos) position_ += before + 1;
  position_ += (first - position_) / kLongestLine * kLongestLine;
  if (position_ > limit) return std::nullopt;
  begin_ = position_;
  const std::string_view rest = text_.substr(0, std::min(text_.find('\n', first), text_.size()));
  CostSum sum(model_);
  std::size_t left = kLongestLine;
  while (position_ < rest.size() && left > 0) {
    const std::size_t ascii = std::min(base::find_non_ascii(rest, position_) - position_, left);
    sum.add_ascii(rest.substr(position_, ascii));
    position_ += ascii;
    left -= ascii;
    if (position_ == rest.size() || left == 0) break;
    const base::CodePoint c = base::decode_utf8(text_, position_);
    sum.add(c.value);
    position_ += c.length;
    --left;
  }
  if (left > 0 && position_ < text_.size()) ++position_;  // the line end
  return Cost{sum.average(), sum.longest()};
}

void LegacyFinder::read_symbols() {
  symbols_.clear();
  for (std::size_t i = begin_; i < position_;) {
    const base::CodePoint c = base::decode_utf8(text_, i);
    i += c.length;
    if (c.value != U'\n') symbols_.push_back(c.value);
  }
}

bool LegacyFinder::is_worth_a_look(const Cost& cost) {
  if (cost.average <= kUnlikely && cost.longest < kUnlikelyPlace) return false;
  band_ = std::find_if(bands_.begin(), bands_.end() - 1, [&](const Band& b) { return cost.average <= b.most; });
  if (band_->to_skip == 0) return true;
  --band_->to_skip;
  return false;
}

void LegacyFinder::search(LegacyLine& line, const Cost& cost) {
  line.conversions.clear();
  if (cost.average > kUnlikely) {
    if (!language_) language_.emplace(model_);
    line.conversions = find_conversions(symbols_, readers_, *language_, kLeastGain, kMostConversions);
  }
  line.latin = latin_.find(symbols_, readers_);
  if (line.latin && is_utf8_read_by(readers_ & ~encoding::multi_byte_readers(), symbols_, false)) line.latin.reset();
}

bool LegacyFinder::next(LegacyLine& line, std::size_t limit) {
  while (position_ < text_.size() && position_ <= limit) {
    const std::optional<Cost> cost = weigh_line(limit);
    if (!cost) break;
    if (!is_worth_a_look(*cost)) continue;
    read_symbols();
    if (established_ != 0 && is_utf8_read_by(established_, symbols_, true)) continue;
    search(line, *cost);
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
