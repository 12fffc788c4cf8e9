// What the handles of the C interface stand for.
#ifndef UNBAKE_C_API_HANDLES_HPP_
#define UNBAKE_C_API_HANDLES_HPP_

#include <vector>

#include "unbake/stream.hpp"
#include "unbake/unbake.h"
#include "unbake/unbake.hpp"

struct unbake_fixer {
  unbake::Options options;
};

struct unbake_report {
  std::vector<unbake::Finding> findings;
};

struct unbake_evidence {
  unbake::Evidence value;
};

struct unbake_stream {
  unbake::Stream value;
};

namespace unbake::c_api {

/// The options of a fixer, which may be null.
[[nodiscard]] const Options& options_of(const unbake_fixer* fixer);

}  // namespace unbake::c_api

#endif  // UNBAKE_C_API_HANDLES_HPP_
