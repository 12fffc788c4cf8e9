// Which readers lose a byte, by which repair knows what may have stood where nothing is left.
#ifndef UNBAKE_REPAIR_LOST_BYTES_HPP_
#define UNBAKE_REPAIR_LOST_BYTES_HPP_

#include <cstdint>

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

/// Those of `readers` that have no character for `byte` (80 to FF) where the byte `next` stands behind it: a hole, a C1
/// control, a private-use character, or the lead byte of a pair that does not exist. `next` is 0 if it is not known.
encoding::ReaderSet readers_without_character(encoding::ReaderSet readers, std::uint8_t byte, std::uint8_t next);

/// The readers that lose the first byte of some character in UTF-8 beyond ASCII, whatever is behind the character.
encoding::ReaderSet readers_that_lose_lead_bytes();

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LOST_BYTES_HPP_
