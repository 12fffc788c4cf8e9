#include "detect/page_trials.hpp"

#include <algorithm>
#include <cstdint>

namespace unbake::detect {
using encoding::EncodingId;

// The characters of a line that a page makes likelier or less likely, from each unit on: those that are beyond ASCII or
// have such a one among the two before them.
std::vector<float> PageTrials::most_from(const std::vector<char32_t>& units) {
  std::vector<float> most(units.size() + 1);
  std::size_t behind_high = 3;
  for (std::size_t i = 0; i < units.size(); ++i) {
    behind_high = units[i] >= 0x80 ? 0 : behind_high + 1;
    most[i] = behind_high <= 2 ? Likelihood::kMost : 0;
  }
  for (std::size_t i = units.size(); i-- > 0;) most[i] += most[i + 1];
  return most;
}

void PageTrials::run(std::span<EncodingId> pages) { follow(0, Likelihood(language_), pages); }

void PageTrials::sort_by_character(std::span<EncodingId> pages, char32_t byte) {
  std::array<std::uint32_t, encoding::kEncodingCount> keys;
  const auto end = std::transform(pages.begin(), pages.end(), keys.begin(), [byte](EncodingId page) {
    return static_cast<std::uint32_t>(encoding::page_character(page, byte)) << 8 | static_cast<std::uint32_t>(page);
  });
  std::sort(keys.begin(), end);
  std::transform(keys.begin(), end, pages.begin(),
                 [](std::uint32_t key) { return static_cast<EncodingId>(key & 0xFF); });
}

void PageTrials::follow(std::size_t i, Likelihood sum, std::span<EncodingId> pages) {
  for (; i < units_.size() && !pages.empty(); ++i) {
    if (sum.sum() + most_[i] < least_) return;
    const char32_t unit = units_[i];
    if (unit < 0x80 || (unit & kCarried) != 0) {
      sum.add(unit & ~kCarried);
      continue;
    }
    sort_by_character(pages, unit);
    for (std::size_t same = 0; !pages.empty(); pages = pages.subspan(same)) {
      const char32_t c = encoding::page_character(pages.front(), unit);
      for (same = 1; same < pages.size() && encoding::page_character(pages[same], unit) == c;) ++same;
      if (c == 0 || is_control(c)) continue;
      if (same == pages.size()) {
        sum.add(c);
        break;
      }
      Likelihood next = sum;
      next.add(c);
      follow(i + 1, next, pages.first(same));
    }
  }
  if (sum.sum() < least_) return;
  for (const EncodingId page : pages) likelihoods_[static_cast<std::size_t>(page)] = sum.sum();
}

}  // namespace unbake::detect
