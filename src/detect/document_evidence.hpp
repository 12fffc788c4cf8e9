// What a document as a whole says about how it was damaged.
#ifndef UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_
#define UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_

#include <array>

#include "encoding/reader_index.hpp"

namespace unbake::detect {

/// Adds up how strongly the places of a document speak for a kind of damage: UTF-8 by each reader, and each legacy
/// encoding by whatever reader. A place speaks for every reader that explains it.
class DocumentEvidence {
 public:
  /// One place, explained as text in `source` by any of `readers`, with a gain of `gain` nats.
  void add(encoding::EncodingId source, encoding::ReaderSet readers, float gain);

  /// Nats by which the document lowers the cost of entering UTF-8 by the reader `bit`: what all places but the
  /// strongest say, so that no place speaks for itself. 0 for a document with one place.
  [[nodiscard]] float discount(int bit) const;
  /// Nats by which other readers explain more of the document than the reader `bit` does, in part: a page that one
  /// encoding explains whole was not read by one that explains most of it.
  [[nodiscard]] float shortfall(int bit) const;
  /// `discount` for legacy text in `source`.
  [[nodiscard]] float discount(encoding::EncodingId source) const;

  /// The readers that the document has beyond doubt shown UTF-8 by: they explain some of it well, and no other reader
  /// explains much more.
  [[nodiscard]] encoding::ReaderSet shown() const;

  /// Whether any discount is above 0.
  [[nodiscard]] bool says_anything() const;

 private:
  struct Sum {
    float all = 0;
    float strongest = 0;
    void add(float gain);
    [[nodiscard]] float others() const { return all - strongest; }
  };
  std::array<Sum, 64> readers_{};
  std::array<Sum, encoding::kEncodingCount> sources_{};
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_
