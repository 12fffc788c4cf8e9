// Damage of CESU-8: emoji that were written as two halves of three bytes each, and read in a Western page.
#ifndef UNBAKE_PIPELINE_SURROGATES_HPP_
#define UNBAKE_PIPELINE_SURROGATES_HPP_

#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// The places of `text` where six characters are the six bytes of a character from U+1F000 to U+1FBFF in CESU-8, as
/// Java and Oracle write it, in order. Only pages that show ED as i-acute are looked for: in others these characters
/// are not as rare. Linear; no memory but the decisions.
std::vector<Decision> decide_surrogates(std::string_view text, const Settings& settings);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_SURROGATES_HPP_
