#include "bake/proof.hpp"

#include <algorithm>

namespace unbake::baking {
namespace {

// Both sides of the proof: the span with the context behind it.
void set_sides(std::string_view repaired, std::string_view following, std::string_view damaged, ProofBuffers& buffers) {
  buffers.repaired = repaired;
  buffers.damaged = damaged;
  const std::size_t limit = std::min(following.size(), kContextLength);
  std::size_t ascii = 0;
  while (ascii < limit && static_cast<unsigned char>(following[ascii]) < 0x80) ++ascii;
  if (ascii == 0) return;
  buffers.repaired += following.substr(0, ascii);
  buffers.damaged += following.substr(0, ascii);
  if (ascii < limit) {
    buffers.repaired += '\n';
    buffers.damaged += '\n';
  }
}

bool bakes_to_damaged(std::span<const Layer> path, ProfileId profile, ProofBuffers& buffers) {
  const ProfileId without_rules{profile.decoder, 0};
  return bake_into(buffers.repaired, path, without_rules, buffers.bake) &&
         becomes(profile.rules, buffers.bake.text, buffers.damaged);
}

std::optional<ProfileId> find_plain(std::span<const Layer> path, ProofBuffers& buffers) {
  for (const ProfileId profile : proof_order()) {
    // What cannot be encoded is baked to nothing; it cannot be proven.
    if (!bake_into(buffers.repaired, path, profile, buffers.bake)) buffers.bake.text.clear();
    buffers.baked[profile.decoder] = buffers.bake.text;
    if (!buffers.bake.text.empty() && buffers.bake.text == buffers.damaged) return profile;
  }
  return std::nullopt;
}

// Needs `buffers.baked` of `find_plain`.
std::optional<ProfileId> find_with_rules(ProofBuffers& buffers) {
  const std::span<const ProfileId> order = proof_order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string& baked = buffers.baked[order[i].decoder];
    const auto same = [&](ProfileId earlier) { return buffers.baked[earlier.decoder] == baked; };
    if (baked.empty() || std::any_of(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
    if (const auto rules = rules_between(baked, buffers.damaged)) return ProfileId{order[i].decoder, *rules};
  }
  return std::nullopt;
}

}  // namespace

bool proves(std::string_view repaired, std::string_view following, std::span<const Layer> path, ProfileId profile,
            std::string_view damaged, ProofBuffers& buffers) {
  set_sides(repaired, following, damaged, buffers);
  return bakes_to_damaged(path, profile, buffers);
}

std::optional<ProfileId> find_proof(std::string_view repaired, std::string_view following, std::span<const Layer> path,
                                    std::string_view damaged, std::optional<ProfileId> preferred,
                                    ProofBuffers& buffers) {
  set_sides(repaired, following, damaged, buffers);
  if (preferred && bakes_to_damaged(path, *preferred, buffers)) return preferred;
  if (const auto profile = find_plain(path, buffers)) return profile;
  return find_with_rules(buffers);
}

bool proves(std::string_view repaired, std::string_view following, std::span<const Layer> path, ProfileId profile,
            std::string_view damaged) {
  ProofBuffers buffers;
  return proves(repaired, following, path, profile, damaged, buffers);
}

std::optional<ProfileId> find_proof(std::string_view repaired, std::string_view following, std::span<const Layer> path,
                                    std::string_view damaged, std::optional<ProfileId> preferred) {
  ProofBuffers buffers;
  return find_proof(repaired, following, path, damaged, preferred, buffers);
}

}  // namespace unbake::baking
