// Which readers lose a byte, by which repair knows what may have stood where nothing is left.
#ifndef UNBAKE_REPAIR_LOST_BYTES_HPP_
#define UNBAKE_REPAIR_LOST_BYTES_HPP_

#include <cstdint>

#include "encoding/reader_index.hpp"

namespace unbake::repair {

/// The readers that show no character for `byte` (80 to FF) when `next` follows it: a hole of a single-byte encoding, or
/// the lead byte of a pair that `next` cannot complete. `next` is 0 if a marker stands for the byte.
encoding::ReaderSet readers_that_lose(std::uint8_t byte, char32_t next);

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LOST_BYTES_HPP_
