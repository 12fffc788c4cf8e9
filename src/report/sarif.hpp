// Findings as SARIF 2.1.0, which forges and editors read.
#ifndef UNBAKE_REPORT_SARIF_HPP_
#define UNBAKE_REPORT_SARIF_HPP_

#include <span>
#include <string>
#include <string_view>

#include "report/found.hpp"

namespace unbake::report {

/// One log of one run. Each kind of damage is a rule; each result has its fix.
std::string sarif_log(std::span<const Found> all, std::string_view version);

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_SARIF_HPP_
