#include "pipeline/latin_lines.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
#include "detect/latin_search.hpp"
#include "detect/vietnamese_search.hpp"

namespace unbake::pipeline {
namespace {

using detect::LegacyLine;
using detect::Window;
using encoding::EncodingId;
using repair::Candidate;

// The price of claiming that a line was in another page, in nats; what the document may lend; and what a candidate of
// the search must gain to be taken for damage by itself.
constexpr float kPrice = 2.5F;
constexpr float kMostLent = 6.0F;
constexpr float kCertain = 6.0F;

// Symbols [first, last) of a window.
struct Range {
  std::size_t first;
  std::size_t last;
  [[nodiscard]] bool holds(const Candidate& c) const { return c.first >= first && c.last <= last; }
  [[nodiscard]] bool touches(const Candidate& c) const { return c.first < last && c.last > first; }
};

Range range_of(const Window& window, const LegacyLine& line) {
  const auto index = [&](std::size_t offset) {
    const auto at = std::partition_point(window.symbols.begin(), window.symbols.end(),
                                         [&](const base::Symbol& s) { return s.offset < offset; });
    return static_cast<std::size_t>(at - window.symbols.begin());
  };
  return {index(line.begin), index(line.end)};
}

// One candidate for each run of letters of a Vietnamese font.
std::vector<Candidate> make_font_candidates(const Window& window, const Range& range, const Candidate& line) {
  std::vector<char32_t> symbols;
  for (std::size_t i = range.first; i < range.last; ++i) symbols.push_back(window.symbols[i].value);
  std::vector<Candidate> made;
  for (const detect::FontLetters& letters : detect::font_letters(symbols, line.sources[0])) {
    Candidate& next = made.emplace_back(line);
    next.first = range.first + letters.first;
    next.last = range.first + letters.last;
    next.shares_gain = made.size() > 1;
    for (const char32_t c : letters.becomes) base::append_utf8(next.after, c);
  }
  return made;
}

// One candidate for each run of symbols that change.
std::vector<Candidate> make_candidates(const Window& window, const Range& range, const Candidate& line) {
  std::vector<Candidate> made;
  const encoding::Conversion conversion{line.sources[0], line.readers[0]};
  std::vector<char32_t> becomes;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const char32_t symbol = window.symbols[i].value;
    becomes.clear();
    if (symbol < 0x80 || !detect::undo(symbol, conversion, becomes)) continue;
    if (becomes.size() == 1 && becomes[0] == symbol) continue;
    if (made.empty() || made.back().last != i) {
      Candidate& next = made.emplace_back(line);
      next.first = i;
      next.shares_gain = made.size() > 1;
    }
    made.back().last = i + 1;
    for (const char32_t c : becomes) base::append_utf8(made.back().after, c);
  }
  return made;
}

Candidate weigh(const detect::LatinReading& reading, const repair::PathCosts& costs) {
  static const repair::PathCosts plain;
  const EncodingId source = reading.conversion.source;
  Candidate line{};
  line.depth = 1;
  line.sources[0] = source;
  line.readers[0] = reading.conversion.readers;
  line.language = reading.gain;
  line.structure = -kPrice;
  line.document = std::clamp(plain.source_cost(source) - costs.source_cost(source), 0.0F, kMostLent);
  return line;
}

// Whether what the search found in the line is better than `line`.
bool is_explained(const std::vector<Candidate>& candidates, const Range& range, const Candidate& line) {
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
    if (!range.touches(c) || c.gain() < kCertain) return false;
    // In a Vietnamese font the search may miss letters, which the line gains besides.
    if (c.sources[0] == line.sources[0] && detect::is_vietnamese_font(c.sources[0])) return false;
    if (c.sources[0] == EncodingId::kUtf8 || !range.holds(c)) return true;
    return c.gain() >= line.gain();
  });
}

}  // namespace

void read_latin_lines(const Window& window, const repair::PathCosts& costs, std::vector<Candidate>& candidates) {
  for (const LegacyLine& line : window.latin_lines) {
    const Range range = range_of(window, line);
    const Candidate whole = weigh(*line.latin, costs);
    if (is_explained(candidates, range, whole)) continue;
    std::erase_if(candidates, [&](const Candidate& c) { return range.touches(c); });
    std::vector<Candidate> made = detect::is_vietnamese_font(whole.sources[0])
                                      ? make_font_candidates(window, range, whole)
                                      : make_candidates(window, range, whole);
    const auto at =
        std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.first >= range.first; });
    candidates.insert(at, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
  }
}

}  // namespace unbake::pipeline
