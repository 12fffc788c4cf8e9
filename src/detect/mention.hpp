// Texts that talk about damage: what they quote of it is meant to stand there, and repairing it would destroy them.
#ifndef UNBAKE_DETECT_MENTION_HPP_
#define UNBAKE_DETECT_MENTION_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

namespace unbake::detect {

/// A place that would be repaired.
struct Place {
  std::size_t begin;       ///< Bytes from the start of the text.
  std::size_t end;         ///< Past its last byte.
  std::string_view after;  ///< What it would become.
};

/// For each of `places`, which are sorted and disjoint, whether `text` mentions the damage there instead of suffering
/// from it: it is quoted by itself, and beside it stands its repair, a replacement, words about encodings, or more of
/// its kind. Damage in running text, and in a document that has much of it, is no mention unless its repair stands
/// beside it. Looks at `kReach` bytes to each side of a place and the lines next to its own: linear in the number of
/// places.
std::vector<bool> find_mentions(std::string_view text, const std::vector<Place>& places);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_MENTION_HPP_
