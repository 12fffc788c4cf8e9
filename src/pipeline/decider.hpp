// What becomes of a candidate: its confidence, its proof, and what else could stand where bytes were lost.
#ifndef UNBAKE_PIPELINE_DECIDER_HPP_
#define UNBAKE_PIPELINE_DECIDER_HPP_

#include <optional>
#include <string_view>

#include "bake/proof.hpp"
#include "detect/window_finder.hpp"
#include "model/language_memory.hpp"
#include "pipeline/pipeline.hpp"
#include "repair/candidate.hpp"
#include "repair/lost_bytes.hpp"
#include "repair/path_costs.hpp"

namespace unbake::pipeline {

/// Decides about the candidates of one text. The profile of one proof is tried first for the next.
class Decider {
 public:
  /// All of these must outlive it. `plain` are the costs when nothing is known of the document, `costs` those that the
  /// candidates were found with.
  Decider(std::string_view text, const Settings& settings, const repair::PathCosts& plain,
          const repair::PathCosts& costs)
      : text_(text), settings_(settings), plain_(plain), costs_(costs) {}

  /// One decision; or several, where bytes are lost and the candidate cannot be proven as a whole, but in part.
  std::vector<Decision> decide(const detect::Window& window, const repair::Candidate& candidate);

 private:
  Decision decide_whole(const detect::Window& window, const repair::Candidate& candidate);
  void divide(const detect::Window& window, const repair::Candidate& candidate, std::vector<Decision>& out);
  void score(Decision& decision, const repair::Candidate& candidate) const;
  void add_choices(Decision& decision, const repair::Candidate& candidate);
  void mark_unsure(Decision& decision) const;
  void trim(Decision& decision) const;
  [[nodiscard]] float saved_by_document(const repair::Candidate& candidate) const;

  std::string_view text_;
  const Settings& settings_;
  const repair::PathCosts& plain_;
  const repair::PathCosts& costs_;
  std::optional<baking::ProfileId> last_profile_;
  baking::ProofBuffers buffers_;
  std::optional<model::LanguageMemory> language_;  // once bytes were lost
};

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_DECIDER_HPP_
