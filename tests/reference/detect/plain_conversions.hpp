// Legacy encodings tried on a line, all of them to its end.
#ifndef UNBAKE_TESTS_REFERENCE_DETECT_PLAIN_CONVERSIONS_HPP_
#define UNBAKE_TESTS_REFERENCE_DETECT_PLAIN_CONVERSIONS_HPP_

#include <cstddef>
#include <span>
#include <vector>

#include "encoding/conversion.hpp"
#include "model/model.hpp"

namespace unbake::reference {

/// What `detect::find_conversions` finds: every source is decoded whole and weighed whole in every round, and what
/// gains too little is left out then.
std::vector<encoding::Conversion> plain_conversions(std::span<const char32_t> line, encoding::ReaderSet readers,
                                                    const model::Model& model, float least_gain, std::size_t most);

}  // namespace unbake::reference

#endif  // UNBAKE_TESTS_REFERENCE_DETECT_PLAIN_CONVERSIONS_HPP_
