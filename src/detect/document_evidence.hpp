// What a document as a whole says about how it was damaged.
#ifndef UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_
#define UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_

#include <array>

#include "encoding/reader_index.hpp"

namespace unbake::detect {

/// Adds up, reader by reader, how strongly the places of a document speak for damage by that reader. A place speaks for
/// every reader that explains it.
class DocumentEvidence {
 public:
  /// One place, explained by any of `readers` with a gain of `gain` nats.
  void add(encoding::ReaderSet readers, float gain);

  /// Nats by which the document lowers the cost of entering damage by the reader `bit`: what all places but the
  /// strongest say, so that no place speaks for itself. 0 for a document with one place.
  [[nodiscard]] float discount(int bit) const;

  /// Whether any discount is above 0.
  [[nodiscard]] bool says_anything() const;

 private:
  struct Sum {
    float all = 0;
    float strongest = 0;
  };
  std::array<Sum, 64> sums_{};
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_
