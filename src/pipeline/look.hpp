// One look at a text: at its characters, and at those that are spelled.
#ifndef UNBAKE_PIPELINE_LOOK_HPP_
#define UNBAKE_PIPELINE_LOOK_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// As `decide`, with what a first look at the text has found if it is not null; but the repaired text may have more to
/// repair.
std::vector<Decision> look(std::string_view text, const Settings& settings, const FirstLook* known);

/// The same without what is spelled.
std::vector<Decision> look_at_characters(std::string_view text, const Settings& settings,
                                         const FirstLook* known = nullptr);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_LOOK_HPP_
