// Repairs that are likely and proven, and should not be made all the same.
#ifndef UNBAKE_PIPELINE_HANDS_OFF_HPP_
#define UNBAKE_PIPELINE_HANDS_OFF_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// Changes the verdict of those repairs among `decisions`, in order, about `text` that should not be made: what would
/// become control characters, legacy text that no word bears (unless `min_confidence`, 0 to 1, asks for nothing), and
/// damage that the text only talks about. Linear in the number of repairs.
void keep_hands_off(std::string_view text, double min_confidence, std::vector<Decision>& decisions);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_HANDS_OFF_HPP_
