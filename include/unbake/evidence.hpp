// unbake: what documents say about how others like them were damaged.
//
//   unbake::Evidence site;
//   for (const std::string& page : pages) site.merge(unbake::collect_evidence(page));
//   for (const std::string& page : pages) save(unbake::fix(page, {.evidence = site}).text());
//
// The pages of a site, the files of a directory, the records of a table were often damaged by the same program. A place
// that is too short to be told from chance by itself is repaired where other documents prove what happened; and a place
// that is the only one of its kind among much clean text needs more to be believed.
//
// Evidence is counts by path, and small: at most some 10 KB as text, however many documents it is from. Merging is
// commutative and associative: the same documents give the same evidence in any order. A document that is merged twice
// counts twice, so each should be merged once. The document that is repaired may be among those that were merged.
#ifndef UNBAKE_EVIDENCE_HPP_
#define UNBAKE_EVIDENCE_HPP_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "unbake/export.hpp"
#include "unbake/result.hpp"

namespace UNBAKE_EXPORT unbake {

namespace api {
struct EvidenceAccess;
}  // namespace api

/// What a number of documents say about damage. A value; empty at first, which says nothing.
class Evidence {
 public:
  /// Adds what other documents say.
  void merge(const Evidence& other);

  /// True if it is from no document.
  [[nodiscard]] bool empty() const noexcept { return documents_ == 0; }
  /// The documents it is from.
  [[nodiscard]] std::uint64_t documents() const noexcept { return documents_; }

  /// JSON for people to read and for `from_text`. Equal evidence has equal text.
  [[nodiscard]] std::string to_text() const;
  /// Reads what `to_text` writes; `kBadEvidence` says what is wrong with it, and in which line.
  [[nodiscard]] static Result<Evidence> from_text(std::string_view text);

  friend bool operator==(const Evidence& x, const Evidence& y) {
    return x.documents_ == y.documents_ && x.bytes_ == y.bytes_ && x.readers_ == y.readers_ && x.sources_ == y.sources_;
  }

 private:
  friend struct api::EvidenceAccess;

  // The places of one kind of damage, and what they gain, in thousandths of a nat.
  struct Count {
    std::string encoding;
    std::uint64_t places = 0;
    std::uint64_t gain = 0;
    std::uint64_t strongest = 0;
    friend bool operator==(const Count& x, const Count& y) {
      return x.encoding == y.encoding && x.places == y.places && x.gain == y.gain && x.strongest == y.strongest;
    }
  };

  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  std::vector<Count> readers_;  // of UTF-8, by the encoding it was read as; sorted, each once
  std::vector<Count> sources_;  // of legacy text, by the encoding it was in; the same
};

}  // namespace unbake

#endif  // UNBAKE_EVIDENCE_HPP_
