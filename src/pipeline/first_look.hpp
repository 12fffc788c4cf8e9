// What a look at a text finds before it is known what others say: kept, so that nobody need look again.
#ifndef UNBAKE_PIPELINE_FIRST_LOOK_HPP_
#define UNBAKE_PIPELINE_FIRST_LOOK_HPP_

#include <cstddef>
#include <vector>

#include "detect/document_evidence.hpp"
#include "pipeline/loss_evidence.hpp"
#include "pipeline/pipeline.hpp"
#include "pipeline/walk.hpp"

namespace unbake::pipeline {

/// A window of the first look, and what was decided about it: [first_decision, last_decision).
struct Looked {
  SearchedWindow window;
  std::size_t first_decision;
  std::size_t last_decision;
  bool is_settled;  ///< Whatever the rest of the document says, nothing would change.
};

/// All that the first look at a text finds. It does not depend on `Settings::evidence`.
struct FirstLook {
  detect::DocumentEvidence evidence;  ///< What the text says by itself.
  std::vector<Decision> decisions;
  std::vector<Looked> looked;
  repair::EstablishedPaths established;
  LossEvidence losses;
};

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_FIRST_LOOK_HPP_
