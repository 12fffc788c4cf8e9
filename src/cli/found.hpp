// The repairs of a document as reports show them.
#ifndef UNBAKE_CLI_FOUND_HPP_
#define UNBAKE_CLI_FOUND_HPP_

#include <vector>

#include "cli/document.hpp"
#include "report/found.hpp"

namespace unbake::cli {

/// One of each edit of a plan of the document, in order.
std::vector<report::Found> found_in(Document& document, const Plan& plan);

/// A finding of the document that nothing can bring back.
report::Found lost_in(Document& document, const Finding& finding);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_FOUND_HPP_
