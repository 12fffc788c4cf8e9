#include "detect/document_evidence.hpp"

#include <algorithm>
#include <bit>

namespace unbake::detect {
namespace {

// One place cannot say more than this, however long it is; and places of the same document err together, so that only
// part of what they say counts.
constexpr float kMostOfOnePlace = 30.0F;
constexpr float kShare = 0.5F;

}  // namespace

void DocumentEvidence::add(encoding::ReaderSet readers, float gain) {
  const float counted = std::min(gain, kMostOfOnePlace);
  if (counted <= 0) return;
  for (encoding::ReaderSet rest = readers; rest != 0; rest &= rest - 1) {
    Sum& sum = sums_[static_cast<std::size_t>(std::countr_zero(rest))];
    sum.all += counted;
    sum.strongest = std::max(sum.strongest, counted);
  }
}

float DocumentEvidence::discount(int bit) const {
  const Sum& sum = sums_[static_cast<std::size_t>(bit)];
  return kShare * (sum.all - sum.strongest);
}

bool DocumentEvidence::says_anything() const {
  return std::any_of(sums_.begin(), sums_.end(), [](const Sum& sum) { return sum.all > sum.strongest; });
}

}  // namespace unbake::detect
