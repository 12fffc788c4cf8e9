#include "detect/document_evidence.hpp"

#include <algorithm>
#include <bit>

namespace unbake::detect {
namespace {

// One place cannot say more than this, however long it is; and places of the same document err together, so that only
// part of what they say counts.
constexpr float kMostOfOnePlace = 30.0F;
constexpr float kShare = 0.5F;

// What a place gains up to here is no evidence: a long clean text has many places that gain a little.
constexpr float kChance = 6.0F;

// A reader that has shown text of a document explains so much of it, and is so little behind the one that explains
// most.
constexpr float kShownWell = 6.0F;
constexpr float kMuchMore = 3.0F;

}  // namespace

void DocumentEvidence::Sum::add(float gain) {
  all += gain;
  strongest = std::max(strongest, gain);
}

void DocumentEvidence::add(encoding::EncodingId source, encoding::ReaderSet readers, float gain) {
  const float counted = std::min(gain, kMostOfOnePlace) - kChance;
  if (counted <= 0) return;
  if (source != encoding::EncodingId::kUtf8) {
    sources_[static_cast<std::size_t>(source)].add(counted);
    return;
  }
  for (encoding::ReaderSet rest = readers; rest != 0; rest &= rest - 1) {
    readers_[static_cast<std::size_t>(std::countr_zero(rest))].add(counted);
  }
}

float DocumentEvidence::discount(int bit) const { return kShare * readers_[static_cast<std::size_t>(bit)].others(); }

float DocumentEvidence::shortfall(int bit) const {
  const auto most =
      std::max_element(readers_.begin(), readers_.end(), [](const Sum& x, const Sum& y) { return x.all < y.all; });
  return kShare * (most->all - readers_[static_cast<std::size_t>(bit)].all);
}

float DocumentEvidence::discount(encoding::EncodingId source) const {
  return kShare * sources_[static_cast<std::size_t>(source)].others();
}

encoding::ReaderSet DocumentEvidence::shown() const {
  encoding::ReaderSet found = 0;
  for (int bit = 0; bit < 64; ++bit) {
    if (readers_[static_cast<std::size_t>(bit)].all >= kShownWell && shortfall(bit) <= kMuchMore)
      found |= encoding::ReaderSet{1} << bit;
  }
  return found;
}

bool DocumentEvidence::says_anything() const {
  const auto speaks = [](const Sum& sum) { return sum.others() > 0; };
  return std::any_of(readers_.begin(), readers_.end(), speaks) || std::any_of(sources_.begin(), sources_.end(), speaks);
}

}  // namespace unbake::detect
