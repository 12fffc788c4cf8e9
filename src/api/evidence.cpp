#include "api/evidence.hpp"

#include <algorithm>
#include <optional>

#include "encoding/encoding.hpp"

namespace unbake {
namespace {

using detect::EvidenceSum;

// The encoding of that very name; aliases are not written, and so not read.
std::optional<encoding::EncodingId> encoding_named(std::string_view name) {
  const std::optional<encoding::EncodingId> id = encoding::find(name);
  return id && encoding::get(*id).name == name ? id : std::nullopt;
}

std::uint64_t sum_of(std::uint64_t x, std::uint64_t y) {
  EvidenceSum sum{x, 0, 0};
  sum.merge({y, 0, 0});
  return sum.places;
}

template <typename Count>
void merge_counts(std::vector<Count>& counts, const std::vector<Count>& others) {
  for (const Count& other : others) {
    const auto at = std::lower_bound(counts.begin(), counts.end(), other,
                                     [](const Count& x, const Count& y) { return x.encoding < y.encoding; });
    if (at == counts.end() || at->encoding != other.encoding) {
      counts.insert(at, other);
      continue;
    }
    EvidenceSum sum{at->places, at->gain, at->strongest};
    sum.merge({other.places, other.gain, other.strongest});
    *at = {other.encoding, sum.places, sum.gain, sum.strongest};
  }
}

}  // namespace

void Evidence::merge(const Evidence& other) {
  documents_ = sum_of(documents_, other.documents_);
  bytes_ = sum_of(bytes_, other.bytes_);
  merge_counts(readers_, std::vector<Count>(other.readers_));
  merge_counts(sources_, std::vector<Count>(other.sources_));
}

namespace api {

int reader_named(std::string_view name) {
  const auto id = encoding_named(name);
  return id ? encoding::get(*id).reader_bit : -1;
}

bool is_legacy_encoding(std::string_view name) {
  const auto id = encoding_named(name);
  return id && *id != encoding::EncodingId::kUtf8;
}

detect::DocumentEvidence EvidenceAccess::counts_of(const Evidence& evidence) {
  detect::DocumentEvidence counts;
  counts.bytes = evidence.bytes_;
  for (const Count& c : evidence.readers_) {
    const int bit = reader_named(c.encoding);
    if (bit >= 0) counts.readers[static_cast<std::size_t>(bit)] = {c.places, c.gain, c.strongest};
  }
  for (const Count& c : evidence.sources_) {
    const auto id = encoding_named(c.encoding);
    if (id) counts.sources[static_cast<std::size_t>(*id)] = {c.places, c.gain, c.strongest};
  }
  return counts;
}

Evidence EvidenceAccess::of_document(const detect::DocumentEvidence& counts) {
  Evidence evidence;
  evidence.documents_ = 1;
  evidence.bytes_ = counts.bytes;
  const auto note = [](std::vector<Count>& noted, std::string_view name, const EvidenceSum& sum) {
    if (sum.places > 0) merge_counts(noted, {Count{std::string(name), sum.places, sum.gain, sum.strongest}});
  };
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    note(evidence.readers_, encoding::get(encoding::reader(bit)).name, counts.readers[static_cast<std::size_t>(bit)]);
  }
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    note(evidence.sources_, e.name, counts.sources[static_cast<std::size_t>(e.id)]);
  }
  return evidence;
}

}  // namespace api
}  // namespace unbake
