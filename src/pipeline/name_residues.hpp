// Adds what cannot be brought back to what was decided about a text.
#ifndef UNBAKE_PIPELINE_NAME_RESIDUES_HPP_
#define UNBAKE_PIPELINE_NAME_RESIDUES_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// Adds a decision for each residue of `text` (`find_residues`) that no repair is about, plain or spelled in one of
/// `notations`, and says of the decisions that are `kUnrecoverable` what they are about. In order, as `decisions` must
/// be. Linear.
void name_residues(std::string_view text, notation::NotationSet notations, std::vector<Decision>& decisions);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_NAME_RESIDUES_HPP_
