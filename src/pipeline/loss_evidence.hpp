// What the repairs of a document show of how it lost bytes.
#ifndef UNBAKE_PIPELINE_LOSS_EVIDENCE_HPP_
#define UNBAKE_PIPELINE_LOSS_EVIDENCE_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "bake/decoder.hpp"
#include "model/character_class.hpp"
#include "pipeline/pipeline.hpp"
#include "repair/candidate.hpp"
#include "repair/path_costs.hpp"

namespace unbake::pipeline {

/// Counts habits of loss, the decoders that have them, and the scripts of what was damaged.
class LossEvidence {
 public:
  /// A candidate of one layer that is sure.
  void add(const repair::Candidate& candidate);

  /// What is known of the losses of `text`, if there may be more of them. `readers` are those that have beyond doubt
  /// shown some of it.
  [[nodiscard]] repair::DocumentLosses shown(std::string_view text, encoding::ReaderSet readers) const;

 private:
  std::uint8_t habits_ = 0;
  std::array<std::size_t, baking::kDecoderCount> decoders_{};  // places that lost bytes as each does
  std::array<std::size_t, model::kClassCount> scripts_{};      // characters that were damaged, by script
};

/// Whether the repairs in `decisions`, which were decided with `losses`, explain enough of the characters of pairs in
/// `text`. Those that they leave were written, as in a list of characters, where some look damaged by chance.
[[nodiscard]] bool explains_pairs(std::string_view text, const repair::DocumentLosses& losses,
                                  const std::vector<Decision>& decisions);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_LOSS_EVIDENCE_HPP_
