// One round of decisions, without a look at what it would leave.
#ifndef UNBAKE_PIPELINE_DECIDE_ONCE_HPP_
#define UNBAKE_PIPELINE_DECIDE_ONCE_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// As `decide`, but the repaired text may have more to repair.
std::vector<Decision> decide_once(std::string_view text, const Settings& settings, const FirstLook* known);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_DECIDE_ONCE_HPP_
