// From the words of the core to those of the public interface.
#ifndef UNBAKE_API_CONVERT_HPP_
#define UNBAKE_API_CONVERT_HPP_

#include <vector>

#include "pipeline/pipeline.hpp"
#include "unbake/unbake.hpp"

namespace unbake::api {

pipeline::Settings settings_of(const Options& options);
Edit edit_of(pipeline::Decision&& decision);
/// Whether the decision changes the text under `options`.
bool is_edit(const pipeline::Decision& decision);
/// The plan of those decisions that are edits.
Plan plan_of(std::vector<pipeline::Decision> decisions);

}  // namespace unbake::api

#endif  // UNBAKE_API_CONVERT_HPP_
