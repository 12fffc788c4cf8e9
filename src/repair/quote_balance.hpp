// Which typographic quotes are open: what decides between quotes whose last byte is lost.
#ifndef UNBAKE_REPAIR_QUOTE_BALANCE_HPP_
#define UNBAKE_REPAIR_QUOTE_BALANCE_HPP_

#include <cstdint>

namespace unbake::repair {

/// The state of the quotation marks of a paragraph, small enough to be part of every hypothesis.
class QuoteBalance {
 public:
  static constexpr float kMostGain = 3.0F;

  /// The state after `symbol`, whose neighbour before it is `before`.
  /// \returns the score in nats: below 0 where quotes do not pair up, `kMostGain` at most.
  float advance(char32_t before, char32_t symbol);

  friend bool operator==(const QuoteBalance&, const QuoteBalance&) = default;
  [[nodiscard]] std::uint8_t key() const { return open_; }

 private:
  std::uint8_t open_ = 0;  // bit 0: double quotes are open, bit 1: single quotes are
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_QUOTE_BALANCE_HPP_
