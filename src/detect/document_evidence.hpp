// What documents say about how they were damaged.
#ifndef UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_
#define UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_

#include <array>
#include <cstddef>
#include <cstdint>

#include "encoding/reader_index.hpp"

namespace unbake::detect {

/// What the places of one kind of damage add up to. Whole numbers, so that adding up is the same in any order; they
/// stay at the largest number instead of overflowing.
struct EvidenceSum {
  std::uint64_t places = 0;
  std::uint64_t gain = 0;       ///< Of all places and their parts, in thousandths of a nat.
  std::uint64_t strongest = 0;  ///< Of the part with most, in thousandths of a nat.

  void merge(const EvidenceSum& other);
  /// Nats of all but the strongest part: what is cut to one piece does not speak for itself.
  [[nodiscard]] float others() const { return static_cast<float>(gain - strongest) / 1000; }

  bool operator==(const EvidenceSum&) const = default;
};

/// Adds up how strongly the places of a document, or of many, speak for a kind of damage: UTF-8 by each reader, and
/// each legacy encoding by whatever reader. A place speaks for every reader that explains it.
class DocumentEvidence {
 public:
  /// One place, explained as text in `source` by any of `readers`, with a gain of `gain` nats; or one more part of the
  /// place before.
  void add(encoding::EncodingId source, encoding::ReaderSet readers, float gain, bool is_same_place = false);
  /// `bytes` more of text that was looked at.
  void add_text(std::uint64_t bytes);
  /// One document to be shared with others: what it says of a kind of damage counts no more than a few places do.
  [[nodiscard]] DocumentEvidence of_one_document() const;
  /// What other documents say as well.
  void merge(const DocumentEvidence& other);

  /// Nats by which the document lowers the cost of entering UTF-8 by the reader `bit`: what all places but the
  /// strongest say, so that no place speaks for itself. 0 for a document with one place.
  [[nodiscard]] float discount(int bit) const;
  /// Nats by which other readers explain more of the document than the reader `bit` does, in part: a page that one
  /// encoding explains whole was not read by one that explains most of it.
  [[nodiscard]] float shortfall(int bit) const;
  /// `discount` for legacy text in `source`. It has no structure: even where a document is full of it, it costs a
  /// little.
  [[nodiscard]] float discount(encoding::EncodingId source) const;
  /// How rare places of UTF-8 read by `bit` are: the logarithm of the kilobytes for each, at least 0.
  [[nodiscard]] float rarity(int bit) const;

  /// The readers that the document has beyond doubt shown UTF-8 by: they explain some of it well, and no other reader
  /// explains much more.
  [[nodiscard]] encoding::ReaderSet shown() const;

  /// Whether any discount is above 0.
  [[nodiscard]] bool says_anything() const;

  std::uint64_t bytes = 0;  ///< Of the text that was looked at.
  std::array<EvidenceSum, 64> readers{};
  std::array<EvidenceSum, encoding::kEncodingCount> sources{};

  bool operator==(const DocumentEvidence&) const = default;

 private:
  [[nodiscard]] const EvidenceSum& of(int bit) const { return readers[static_cast<std::size_t>(bit)]; }
  [[nodiscard]] const EvidenceSum& of(encoding::EncodingId source) const {
    return sources[static_cast<std::size_t>(source)];
  }
};

/// What a document says together with others that it came with: the same questions. The others may have been counted
/// with this document among them, so the stronger voice counts, and not both.
class SharedEvidence {
 public:
  /// Both must outlive this.
  SharedEvidence(const DocumentEvidence& own, const DocumentEvidence& others) : own_(own), others_(others) {}

  [[nodiscard]] float discount(int bit) const;
  [[nodiscard]] float shortfall(int bit) const;
  [[nodiscard]] float discount(encoding::EncodingId source) const;
  [[nodiscard]] float rarity(int bit) const;
  /// What speaks against a place of text in `source` read by `bit` that is the only one of its kind: the more text
  /// there is without another, the more. In nats; 0 where there are others, and for short text.
  [[nodiscard]] float doubt(encoding::EncodingId source, int bit) const;
  [[nodiscard]] bool says_anything() const { return own_.says_anything() || others_.says_anything(); }

 private:
  const DocumentEvidence& own_;
  const DocumentEvidence& others_;
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_DOCUMENT_EVIDENCE_HPP_
