#include "repair/quote_balance.hpp"

namespace unbake::repair {
namespace {

constexpr std::uint8_t kDouble = 1;
constexpr std::uint8_t kSingle = 2;

// In nats; a closing quote that closes nothing is rarer than one that is left open, which a new paragraph continues.
constexpr float kClosesNothing = -6.0F;
constexpr float kOpensTwice = -4.0F;
constexpr float kLeftOpen = -1.5F;
constexpr float kCloses = QuoteBalance::kMostGain;

bool is_word(char32_t c) { return c > 0x7F || (c | 0x20U) - U'a' < 26U || c - U'0' < 10U; }

}  // namespace

float QuoteBalance::advance(char32_t before, char32_t symbol) {
  const auto open = [&](std::uint8_t mark) {
    const float score = (open_ & mark) != 0 ? kOpensTwice : 0;
    open_ |= mark;
    return score;
  };
  const auto close = [&](std::uint8_t mark) {
    const float score = (open_ & mark) != 0 ? kCloses : kClosesNothing;
    open_ &= static_cast<std::uint8_t>(~mark);
    return score;
  };
  switch (symbol) {
    case U'\n': {
      const float score = open_ != 0 ? kLeftOpen : 0;
      open_ = 0;
      return score;
    }
    // A high six-shaped quote closes what a low one opened (German), else it opens.
    case 0x201C:
      return (open_ & kDouble) != 0 ? close(kDouble) : open(kDouble);
    case 0x201E:
      return open(kDouble);
    case 0x201D:
      return close(kDouble);
    case 0x2018:
      return (open_ & kSingle) != 0 && is_word(before) ? close(kSingle) : open(kSingle);
    case 0x201A:
      return open(kSingle);
    case 0x2019:
      // After a letter it may be an apostrophe, which closes nothing.
      if ((open_ & kSingle) == 0 && is_word(before)) return 0;
      return close(kSingle);
    default:
      return 0;
  }
}

}  // namespace unbake::repair
