// What is left of a text that one reader misread throughout, as far as one can tell.
#ifndef UNBAKE_PIPELINE_REST_OF_DAMAGE_HPP_
#define UNBAKE_PIPELINE_REST_OF_DAMAGE_HPP_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

struct RestOfDamage {
  int reader_bit;                    ///< Of the reader that all repairs name.
  std::vector<std::size_t> offsets;  ///< Of the characters beyond ASCII outside of the repairs, in order.
};

/// The rest, if there is some and it may be damage of the same kind: all repairs undo UTF-8 that one reader misread, in
/// one layer; that reader shows all that is left, which is little, and no more than was repaired. Clean text beyond
/// ASCII would have been damaged, too, if the text was damaged as a whole. Linear.
std::optional<RestOfDamage> rest_of_damage(std::string_view text, const std::vector<Decision>& decisions);

/// Whether all characters beyond ASCII are in repairs.
bool is_all_repaired(std::string_view text, const std::vector<Decision>& decisions);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_REST_OF_DAMAGE_HPP_
