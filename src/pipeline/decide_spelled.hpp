// Decisions about characters that are spelled, such as \u00c3\u00a9.
#ifndef UNBAKE_PIPELINE_DECIDE_SPELLED_HPP_
#define UNBAKE_PIPELINE_DECIDE_SPELLED_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// What `look_at_characters` says of what the text reads as, as far as spelled characters are part of it, in order. A
/// repair is written in the notation of what it replaces. None where the characters stand alone: in code, that is a
/// table. Linear; memory is what the lines with spelled characters read as, and a record of each such character.
std::vector<Decision> decide_spelled(std::string_view text, const Settings& settings);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_DECIDE_SPELLED_HPP_
