// Damage paths: the layers of wrong decoding, and how they are spelled.
#ifndef UNBAKE_BAKE_PATH_HPP_
#define UNBAKE_BAKE_PATH_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"
#include "unbake/result.hpp"

namespace unbake::baking {

/// One wrong decoding: text encoded as `from` was read as `read_as`.
struct Layer {
  encoding::EncodingId from;
  encoding::EncodingId read_as;
  friend bool operator==(const Layer&, const Layer&) = default;
};

/// The layers of damage, oldest first.
using Path = std::vector<Layer>;

/// The longest path that is parsed.
inline constexpr std::size_t kMaxLayers = 5;

/// Reads `utf-8>windows-1252 | utf-8>gbk`. White space around names and signs is ignored; names may be aliases, in any
/// case. Fails with `kBadPath` (empty, a layer without its `>`, more than `kMaxLayers`) or `kUnknownEncoding`, which
/// suggests the closest name there is.
Result<Path> parse_path(std::string_view spelled);

/// The one spelling of `path` that Unbake writes: `parse_path(to_string(p))` is `p`.
std::string to_string(const Path& path);
std::string to_string(Layer layer);

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_PATH_HPP_
