// Letters of legacy text that were lost, or shown as what became something else.
#ifndef UNBAKE_REPAIR_LEGACY_LOSSES_HPP_
#define UNBAKE_REPAIR_LEGACY_LOSSES_HPP_

#include <cstdint>
#include <vector>

#include "encoding/encoding.hpp"
#include "repair/lost_bytes.hpp"

namespace unbake::repair {

/// A letter that is one byte of a legacy encoding.
struct LostLetter {
  char32_t letter;
  std::uint8_t byte;
  encoding::ReaderSet readers;  ///< Those that lose the byte.
};

/// The letters of `source` whose byte some of `readers` lose in this way.
std::vector<LostLetter> lost_letters(encoding::EncodingId source, encoding::ReaderSet readers, LostBy by);

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LEGACY_LOSSES_HPP_
