#include "repair/established_path.hpp"

#include <algorithm>

#include "repair/candidate.hpp"

namespace unbake::repair {
namespace {

// What both paths may be; no layers if they cannot be the same.
EstablishedPath common(const EstablishedPath& x, const EstablishedPath& y) {
  if (x.depth != y.depth) return {};
  EstablishedPath both{x.depth, {}};
  for (std::size_t k = 0; k < static_cast<std::size_t>(x.depth); ++k) {
    both.readers[k] = x.readers[k] & y.readers[k];
    if (both.readers[k] == 0) return {};
  }
  return both;
}

}  // namespace

void EstablishedPaths::add(const Candidate& candidate) {
  if (candidate.gain() < kLeastGain) return;
  EstablishedPath path{candidate.depth, {}};
  for (std::size_t k = 0; k < static_cast<std::size_t>(candidate.depth); ++k) {
    if (candidate.sources[k] != encoding::EncodingId::kUtf8) return;
    path.readers[k] = candidate.readers[k];
  }
  auto known = paths_.begin();
  EstablishedPath both;
  while (known != paths_.end() && (both = common(*known, path)).depth == 0) ++known;
  if (known != paths_.end()) {
    *known = both;
  } else {
    if (paths_.size() == kMost) paths_.pop_back();
    known = paths_.insert(paths_.end(), path);
  }
  std::rotate(paths_.begin(), known, known + 1);
}

ReaderSet EstablishedPaths::outermost_readers() const {
  ReaderSet readers = 0;
  for (const EstablishedPath& path : paths_) readers |= path.readers[0];
  return readers;
}

}  // namespace unbake::repair
