// Repairs of several layers whose last one is not sure enough by itself.
#ifndef UNBAKE_PIPELINE_DEEPEST_LAYER_HPP_
#define UNBAKE_PIPELINE_DEEPEST_LAYER_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// Layers gain together, and one that is certain would carry one that is chance: clean text in which two signs look
/// like a letter, and that was damaged once. So the last layer of each repair among `decisions`, in order, about `text`
/// is weighed alone, with what the other repairs of its path gain by theirs. Where it is less sure than
/// `min_confidence`, 0 to 1, the repair leaves it. Linear in the length of the repairs.
void leave_doubtful_layers(std::string_view text, double min_confidence, std::vector<Decision>& decisions);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_DEEPEST_LAYER_HPP_
