// The forward model of damage: what comes out when text encoded in one encoding is decoded as another.
#ifndef UNBAKE_BAKE_BAKE_HPP_
#define UNBAKE_BAKE_BAKE_HPP_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"
#include "unbake/result.hpp"

namespace unbake::bake {

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

/// `utf-8>windows-1252 | utf-8>gbk`. White space around names and signs is ignored.
Result<Path> parse_path(std::string_view spelled);
std::string to_string(const Path& path);

/// How the decoder of a layer fails: an index into the table of decoder profiles.
enum class ProfileId : std::uint8_t {};
struct Profile;  // src/bake/profile.hpp

/// The text that results from `text` (UTF-8) along `path`, each layer decoded by `profile`.
/// Fails if a layer cannot encode a character; the message names it and its line and column.
Result<std::string> bake(std::string_view text, const Path& path, ProfileId profile);

}  // namespace unbake::bake

#endif  // UNBAKE_BAKE_BAKE_HPP_
