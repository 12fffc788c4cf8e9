// Between the evidence of the public interface and the counts of the core.
#ifndef UNBAKE_API_EVIDENCE_HPP_
#define UNBAKE_API_EVIDENCE_HPP_

#include <string_view>
#include <vector>

#include "detect/document_evidence.hpp"
#include "unbake/evidence.hpp"

namespace unbake::api {

/// The door to what `Evidence` keeps to itself.
struct EvidenceAccess {
  using Count = Evidence::Count;

  static detect::DocumentEvidence counts_of(const Evidence& evidence);
  static Evidence of_document(const detect::DocumentEvidence& counts);

  static std::uint64_t& documents(Evidence& evidence) { return evidence.documents_; }
  static std::uint64_t& bytes(Evidence& evidence) { return evidence.bytes_; }
  static std::vector<Count>& readers(Evidence& evidence) { return evidence.readers_; }
  static std::vector<Count>& sources(Evidence& evidence) { return evidence.sources_; }
};

/// The bit of the reader of that name, or -1.
int reader_named(std::string_view name);

/// Whether `name` is that of a legacy encoding.
bool is_legacy_encoding(std::string_view name);

}  // namespace unbake::api

#endif  // UNBAKE_API_EVIDENCE_HPP_
