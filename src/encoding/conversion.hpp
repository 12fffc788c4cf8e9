// Legacy text read as legacy: which encoding it was in, and which readers may have shown it.
#ifndef UNBAKE_ENCODING_CONVERSION_HPP_
#define UNBAKE_ENCODING_CONVERSION_HPP_

#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::encoding {

/// Text in `source` may have been read by any one of `readers`. Unlike UTF-8 such text has no structure that proves it,
/// so that it is only considered where the detector found it likely.
struct Conversion {
  EncodingId source;
  ReaderSet readers;

  friend bool operator==(const Conversion&, const Conversion&) = default;
};

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_CONVERSION_HPP_
