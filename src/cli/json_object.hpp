// Objects of JSON in the reports of verbs.
#ifndef UNBAKE_CLI_JSON_OBJECT_HPP_
#define UNBAKE_CLI_JSON_OBJECT_HPP_

#include <cstddef>

#include "report/json_object.hpp"

namespace unbake::cli {

/// The version of the objects that --json prints. It rises when a key goes or changes its meaning.
inline constexpr std::size_t kSchemaVersion = 2;

using report::JsonObject;

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_JSON_OBJECT_HPP_
