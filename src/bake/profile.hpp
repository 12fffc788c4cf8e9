// Profiles: how a decoder fails, and what happened to the text afterwards.
#ifndef UNBAKE_BAKE_PROFILE_HPP_
#define UNBAKE_BAKE_PROFILE_HPP_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "bake/decoder.hpp"
#include "bake/loss_rules.hpp"
#include "unbake/result.hpp"

namespace unbake::baking {

/// A decoder, by which every layer of a path is decoded, and the loss rules that the text went through after the last
/// layer. Spelled `NAME(+LOSS_RULE)*`: `whatwg`, `python-ignore`, `whatwg+nbsp-to-space`.
struct ProfileId {
  std::uint8_t decoder = 0;  ///< An index into `decoders()`.
  RuleSet rules = 0;         ///< Bits of `loss_rules()`.
  friend bool operator==(const ProfileId&, const ProfileId&) = default;
};
static_assert(sizeof(ProfileId) == 4);

/// Reads the spelling; rules may come in any order. Fails with `kUnknownProfile`, suggesting the closest name there is.
Result<ProfileId> parse_profile(std::string_view spelled);

/// The one spelling of `profile`, rules in the order of their table: `parse_profile(to_string(p))` is `p`.
std::string to_string(ProfileId profile);

/// Every decoder without loss rules, in the order in which a proof tries them: the common ones first. The rules are not
/// listed: a proof finds those that matter (see proof.hpp).
std::span<const ProfileId> proof_order();

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_PROFILE_HPP_
