// From the words of the core to those of the public interface.
#ifndef UNBAKE_API_CONVERT_HPP_
#define UNBAKE_API_CONVERT_HPP_

#include "pipeline/pipeline.hpp"
#include "unbake/unbake.hpp"

namespace unbake::api {

pipeline::Settings settings_of(const Options& options);
Edit edit_of(pipeline::Decision&& decision);
/// Whether the decision changes the text under `options`.
bool is_edit(const pipeline::Decision& decision);

}  // namespace unbake::api

#endif  // UNBAKE_API_CONVERT_HPP_
