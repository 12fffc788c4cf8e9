// The encodings that text may have been in before it was misread.
#ifndef UNBAKE_DETECT_SOURCE_HPP_
#define UNBAKE_DETECT_SOURCE_HPP_

#include "encoding/encoding.hpp"

namespace unbake::detect {

/// Whether people wrote text in `e`, a character at a time.
inline bool is_source(const encoding::Encoding& e) {
  using enum encoding::Family;
  switch (e.family) {
    case kSingleByte:
    case kGbk:
    case kBig5:
    case kShiftJis:
    case kEucJp:
    case kEucKr:
      return true;
    default:
      return false;
  }
}

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_SOURCE_HPP_
