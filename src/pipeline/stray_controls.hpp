// Controls of C1 in text that is sound otherwise: windows-1252 read as ISO 8859-1.
#ifndef UNBAKE_PIPELINE_STRAY_CONTROLS_HPP_
#define UNBAKE_PIPELINE_STRAY_CONTROLS_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// The controls of C1 in `text` that are likely to be quotation marks, dashes and the few letters that windows-1252 has
/// for these bytes, in order. They are in no text that was written, so each is weighed by itself; but windows-1252 must
/// explain all of them better than other pages do, there and together. What may be a byte of UTF-8 is left. Linear.
std::vector<Decision> decide_stray_controls(std::string_view text, const Settings& settings);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_STRAY_CONTROLS_HPP_
