#include "detect/document_evidence.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

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

// A document that is damaged throughout says no more to others than this many places: most of them may be clean.
constexpr std::uint64_t kMostPlacesOfOneDocument = 8;

// Legacy text has no structure: even where a document is full of it, it costs a little.
constexpr float kMostOfLegacy = 8.0F;

// Text up to here is too short to be surprised by what it has only once.
constexpr float kShortText = 1024.0F;

// What each e-fold of text without another place of the kind takes from the only one.
constexpr float kDoubt = 0.7F;

std::uint64_t sum_of(std::uint64_t x, std::uint64_t y) {
  return x > std::numeric_limits<std::uint64_t>::max() - y ? std::numeric_limits<std::uint64_t>::max() : x + y;
}

// The logarithm of the kilobytes for each place, at least 0.
float rarity_of(const EvidenceSum& sum, std::uint64_t bytes) {
  const auto places = static_cast<float>(std::max<std::uint64_t>(sum.places, 1));
  return std::log(std::max(1.0F, static_cast<float>(bytes) / kShortText / places));
}

template <typename Sums>
void merge_all(Sums& sums, const Sums& others) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i].merge(others[i]);
}

template <typename Sums>
void bound_all(Sums& sums) {
  for (EvidenceSum& sum : sums) {
    if (sum.places <= kMostPlacesOfOneDocument) continue;
    // The strongest place, and as many average ones as are left.
    sum.gain = sum.strongest + (sum.gain - sum.strongest) / (sum.places - 1) * (kMostPlacesOfOneDocument - 1);
    sum.places = kMostPlacesOfOneDocument;
  }
}

}  // namespace

void EvidenceSum::merge(const EvidenceSum& other) {
  places = sum_of(places, other.places);
  gain = sum_of(gain, other.gain);
  strongest = std::max(strongest, other.strongest);
}

void DocumentEvidence::add(encoding::EncodingId source, encoding::ReaderSet explaining, float gain,
                           bool is_same_place) {
  const float counted = std::min(gain, kMostOfOnePlace) - kChance;
  if (!(counted > 0)) return;
  const auto thousandths = static_cast<std::uint64_t>(std::lround(counted * 1000));
  const EvidenceSum said{is_same_place ? 0U : 1U, thousandths, thousandths};
  if (source != encoding::EncodingId::kUtf8) {
    sources[static_cast<std::size_t>(source)].merge(said);
    return;
  }
  for (encoding::ReaderSet rest = explaining; rest != 0; rest &= rest - 1) {
    readers[static_cast<std::size_t>(std::countr_zero(rest))].merge(said);
  }
}

void DocumentEvidence::add_text(std::uint64_t more) { bytes = sum_of(bytes, more); }

DocumentEvidence DocumentEvidence::of_one_document() const {
  DocumentEvidence bounded = *this;
  bound_all(bounded.readers);
  bound_all(bounded.sources);
  return bounded;
}

void DocumentEvidence::merge(const DocumentEvidence& other) {
  add_text(other.bytes);
  merge_all(readers, other.readers);
  merge_all(sources, other.sources);
}

float DocumentEvidence::discount(int bit) const { return kShare * of(bit).others(); }

float DocumentEvidence::shortfall(int bit) const {
  const auto most = std::max_element(readers.begin(), readers.end(),
                                     [](const EvidenceSum& x, const EvidenceSum& y) { return x.gain < y.gain; });
  return kShare * static_cast<float>(most->gain - of(bit).gain) / 1000;
}

float DocumentEvidence::discount(encoding::EncodingId source) const {
  const EvidenceSum& sum = of(source);
  return std::max(0.0F, std::min(kShare * sum.others(), kMostOfLegacy) - rarity_of(sum, bytes));
}

float DocumentEvidence::rarity(int bit) const { return rarity_of(of(bit), bytes); }

encoding::ReaderSet DocumentEvidence::shown() const {
  encoding::ReaderSet found = 0;
  for (int bit = 0; bit < 64; ++bit) {
    if (static_cast<float>(of(bit).gain) >= 1000 * kShownWell && shortfall(bit) <= kMuchMore)
      found |= encoding::ReaderSet{1} << bit;
  }
  return found;
}

bool DocumentEvidence::says_anything() const {
  const auto speaks = [](const EvidenceSum& sum) { return sum.others() > 0; };
  return std::any_of(readers.begin(), readers.end(), speaks) || std::any_of(sources.begin(), sources.end(), speaks);
}

// What one place says is heard in its own document only, however many parts it has.
float SharedEvidence::discount(int bit) const {
  const bool others_agree = others_.readers[static_cast<std::size_t>(bit)].places > 1;
  return std::max(own_.discount(bit), others_agree ? others_.discount(bit) : 0);
}

float SharedEvidence::discount(encoding::EncodingId source) const {
  const bool others_agree = others_.sources[static_cast<std::size_t>(source)].places > 1;
  return std::max(own_.discount(source), others_agree ? others_.discount(source) : 0);
}

float SharedEvidence::shortfall(int bit) const { return own_.shortfall(bit) + others_.shortfall(bit); }

float SharedEvidence::rarity(int bit) const {
  if (own_.discount(bit) == 0) return others_.rarity(bit);
  if (others_.discount(bit) == 0) return own_.rarity(bit);
  return std::min(own_.rarity(bit), others_.rarity(bit));
}

float SharedEvidence::doubt(encoding::EncodingId source, int bit) const {
  const bool is_utf8 = source == encoding::EncodingId::kUtf8;
  if (is_utf8 && bit < 0) return 0;
  const auto places = [&](const DocumentEvidence& evidence) {
    return is_utf8 ? evidence.readers[static_cast<std::size_t>(bit)].places
                   : evidence.sources[static_cast<std::size_t>(source)].places;
  };
  if (std::max(places(own_), places(others_)) > 1) return 0;
  const auto text = static_cast<float>(std::max(own_.bytes, others_.bytes));
  return kDoubt * std::log(std::max(1.0F, text / kShortText));
}

}  // namespace unbake::detect
