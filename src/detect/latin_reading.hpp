// What a line of Latin text may have been.
#ifndef UNBAKE_DETECT_LATIN_READING_HPP_
#define UNBAKE_DETECT_LATIN_READING_HPP_

#include "encoding/conversion.hpp"

namespace unbake::detect {

/// A whole line was in `conversion.source`, of one byte a character or of a Vietnamese font, and read by any of
/// `conversion.readers`.
struct LatinReading {
  encoding::Conversion conversion;
  float gain;  ///< In nats; how much likelier the line is, less what is rare about the conversion.
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LATIN_READING_HPP_
