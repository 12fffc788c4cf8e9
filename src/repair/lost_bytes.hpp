// Which readers lose a byte, by which repair knows what may have stood where nothing is left.
#ifndef UNBAKE_REPAIR_LOST_BYTES_HPP_
#define UNBAKE_REPAIR_LOST_BYTES_HPP_

#include <array>
#include <cstdint>

#include "bake/decoder.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::repair {

/// What became of a byte that is missing.
enum class LostBy : std::uint8_t {
  kDecoder,       ///< The reader has no character for it, or a C1 control, which many remove.
  kNoBreakSpace,  ///< It was shown as a no-break space, which became a space or nothing.
  kSoftHyphen,    ///< It was shown as a no-break space or a soft hyphen, which was removed.
};

/// The readers that lose `byte` (80 to FF) in this way. For `kDecoder`: those to which it is a hole, or the lead byte
/// of a pair that `next`, the symbol behind it, cannot complete; `next` is 0 if a marker stands for the byte.
encoding::ReaderSet readers_that_lose(std::uint8_t byte, LostBy by, char32_t next);

/// The bytes 80 to BF that any of `readers` loses in this way: bit i is byte 80 + i.
std::uint64_t bytes_lost_by(encoding::ReaderSet readers, LostBy by, char32_t next);

/// A set of decoders: bit i is number i of `baking::decoders()`.
using DecoderSet = std::uint16_t;
inline constexpr DecoderSet kAllDecoders = (1U << baking::kDecoderCount) - 1;

/// Decoders that cannot show a byte where another byte stands behind it.
struct GivenUp {
  DecoderSet alone = 0;  ///< They lose the byte by itself.
  DecoderSet pair = 0;   ///< They lose it together with the one behind it.
};

/// Which decoders lose a byte 80 to FF of the reader `bit`, with the byte `next` behind it. A look-up.
GivenUp given_up(int bit, std::uint8_t byte, std::uint8_t next);
/// The same for a reader of pairs, or of `readers_by_detours()`.
GivenUp given_up_of_pairs(int bit, std::uint8_t byte, std::uint8_t next);

/// The readers of single bytes that some decoder reads after a detour through an encoding of pairs.
encoding::ReaderSet readers_by_detours();

/// The decoders that show some of what they cannot decode as `marker`.
DecoderSet decoders_that_show(char32_t marker);

/// The readers that lose the first byte of some characters in UTF-8 beyond ASCII.
encoding::ReaderSet readers_that_lose_lead_bytes();

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LOST_BYTES_HPP_
