// Decoders: what each widely used one makes of bytes that mean nothing. One table; a decoder is one row of
// decoders.cpp.
#ifndef UNBAKE_BAKE_DECODER_HPP_
#define UNBAKE_BAKE_DECODER_HPP_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace unbake::baking {

/// How many bytes of a failure are replaced together; decoding goes on after them. The *unit* is the lead byte and what
/// was read with it.
enum class Extent : std::uint8_t {
  kLead,        ///< The lead byte.
  kOfStandard,  ///< As the WHATWG Encoding Standard says: the unit, up to its first ASCII byte.
  kUpToStart,   ///< The unit, up to its first byte that could start a character (ICU, Java).
  kUnit,        ///< The unit, ASCII bytes in it included: they are eaten.
  kLeadOrLong,  ///< The lead byte, or the unit if it has three bytes or more (Java's gb18030).
  kAnyAndNext,  ///< As `kUnit`, and even a byte that leads nothing takes the next one with it (Java's EUC-JP).
};

/// What becomes of a single byte that no character is assigned to.
enum class ByteHole : std::uint8_t {
  kC1,      ///< Below A0 the C1 control of the same number, else the marker.
  kMarker,  ///< The marker.
};

/// How a decoder fails.
struct Policy {
  char32_t marker;  ///< Stands for what could not be decoded; `kErased` if nothing does.
  ByteHole byte_hole;
  Extent hole;                   ///< For a well-formed unit of several bytes that no character is assigned to.
  Extent invalid;                ///< For a lead byte whose next byte cannot follow it.
  Extent truncated;              ///< For text that ends inside a character.
  bool private_is_hole = false;  ///< True if pairs for private-use characters count as holes.
};

/// A policy that holds for one encoding only.
struct PolicyException {
  std::string_view encoding;
  Policy policy;
};

/// A range of bytes that this decoder reads otherwise than the table of the encoding. `trail_last` 0: single bytes.
struct TableChange {
  enum class Kind : std::uint8_t {
    kCharacter,  ///< `first`, and so on in order of the last byte; pairs have one lead.
    kHole,       ///< A unit without a character.
    kInvalid,    ///< Not a unit: the lead cannot be followed so; or, a single byte that starts nothing.
  };
  std::string_view encoding;
  std::uint8_t lead_first, lead_last;
  std::uint8_t trail_first = 0, trail_last = 0;
  Kind kind = Kind::kHole;
  char32_t first = 0;
};

/// An encoding that this decoder reads by the table of another.
struct TableSubstitute {
  std::string_view encoding;
  std::string_view table;
};

/// An encoding whose bytes were read as another one on the way, and written back: what that one cannot read is lost,
/// and all else is shown as if nothing had happened.
struct Detour {
  std::string_view encoding;
  std::string_view through;
};

/// One decoder.
struct Decoder {
  std::string_view name;
  std::string_view description;
  Policy policy;
  std::span<const PolicyException> exceptions;
  std::span<const TableChange> changes;  ///< Those of one encoding together; the first that fits counts.
  std::span<const TableSubstitute> substitutes = {};
  std::span<const Detour> detours = {};
};

inline constexpr std::size_t kDecoderCount = 14;

/// All decoders, in the order in which a proof tries them.
std::span<const Decoder, kDecoderCount> decoders();

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_DECODER_HPP_
