// Lines of Latin text in another Latin page: what the detector found of them, as candidates.
#ifndef UNBAKE_PIPELINE_LATIN_LINES_HPP_
#define UNBAKE_PIPELINE_LATIN_LINES_HPP_

#include <vector>

#include "detect/window_finder.hpp"
#include "repair/candidate.hpp"
#include "repair/path_costs.hpp"

namespace unbake::pipeline {

/// Puts the readings of the Latin lines of `window` among the candidates that the search found in it, in order. Where
/// both explain a line, UTF-8 goes first, then what gains more; of Latin text the search knows less than the line as a
/// whole does. `costs` are those of the document as far as it is known.
void read_latin_lines(const detect::Window& window, const repair::PathCosts& costs,
                      std::vector<repair::Candidate>& candidates);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_LATIN_LINES_HPP_
