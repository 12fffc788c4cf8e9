// The forward model of damage: what comes out when text encoded in one encoding is decoded as another.
#ifndef UNBAKE_BAKE_BAKE_HPP_
#define UNBAKE_BAKE_BAKE_HPP_

#include <span>
#include <string>
#include <string_view>

#include "bake/path.hpp"
#include "bake/profile.hpp"
#include "unbake/result.hpp"

namespace unbake::baking {

/// The text that results from `text` (UTF-8) along `path`, each layer decoded by the decoder of `profile`; the loss
/// rules of `profile` change the text after the last layer. Decoding never fails. Fails with `kUnencodable` if the
/// encoding of a layer has no bytes for a character, or if `text` is not UTF-8; the message names the character, its
/// line and column, the layer and the remedy.
Result<std::string> bake(std::string_view text, std::span<const Layer> path, ProfileId profile);

/// Working memory of `bake_into`; keep one for many short calls and nothing is allocated once it has grown.
struct BakeBuffers {
  std::string text;  ///< The answer.
  std::string bytes;
};

/// `bake` without messages and without allocating: the answer is `buffers.text`. False if a layer cannot encode.
/// `text` must not be in `buffers`.
bool bake_into(std::string_view text, std::span<const Layer> path, ProfileId profile, BakeBuffers& buffers);

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_BAKE_HPP_
