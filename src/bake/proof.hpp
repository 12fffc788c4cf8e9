// The proof of a repair: baking the repaired text gives the damaged text again, losses included.
#ifndef UNBAKE_BAKE_PROOF_HPP_
#define UNBAKE_BAKE_PROOF_HPP_

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bake/bake.hpp"

namespace unbake::baking {

// WHAT IS PROVEN
// `damaged` is a span of some text, `repaired` what is to stand in its place, `following` the text right behind the
// span (all of it, or a few bytes). A decoder looks one byte ahead and more, so the bytes behind the span can decide
// how its last byte was read: E2 80 94 read as GBK ends in U+FFFD before a space and in U+6515 before an `s`.
// Therefore:
//
// 1. If `following` begins with ASCII, which is the same in `repaired` and `damaged` text, let A be its ASCII bytes up
// to
//    `kContextLength` of them, with a line feed in place of what is not ASCII. The proof holds if baking `repaired` + A
//    gives `damaged` + A: the span is exact, and no byte of A was eaten or swallowed.
// 2. If it begins with another character, or is empty, nothing is known of the bytes behind the span. The proof holds
// if
//    baking `repaired` alone gives `damaged`, as when a damaged piece was put into clean text.
//
// Where an ASCII character was swallowed (`s` in U+6515) or eaten, it belongs to `repaired`, not to `following`.
// To prove that a damaged piece was pasted before ASCII text, pass an empty `following`.

/// The most ASCII bytes behind a span that a decoder of two to four bytes looks at.
inline constexpr std::size_t kContextLength = 3;

/// Working memory of proofs; keep one for many.
struct ProofBuffers {
  std::string repaired;
  std::string damaged;
  BakeBuffers bake;
  std::array<std::string, kDecoderCount> baked;
};

/// True if `repaired` bakes to `damaged` along `path` with `profile`.
bool proves(std::string_view repaired, std::string_view following, std::span<const Layer> path, ProfileId profile,
            std::string_view damaged, ProofBuffers& buffers);

/// A profile with which `repaired` bakes to `damaged`: `preferred` if it does; else the first decoder of
/// `proof_order()` that does without loss rules; else the first that does with the loss rules that are needed. Nothing
/// if none does.
std::optional<ProfileId> find_proof(std::string_view repaired, std::string_view following, std::span<const Layer> path,
                                    std::string_view damaged, std::optional<ProfileId> preferred,
                                    ProofBuffers& buffers);

/// The same with working memory of their own, for the odd call.
bool proves(std::string_view repaired, std::string_view following, std::span<const Layer> path, ProfileId profile,
            std::string_view damaged);
std::optional<ProfileId> find_proof(std::string_view repaired, std::string_view following, std::span<const Layer> path,
                                    std::string_view damaged, std::optional<ProfileId> preferred = std::nullopt);

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_PROOF_HPP_
