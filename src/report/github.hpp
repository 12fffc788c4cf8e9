// Findings as commands of GitHub Actions, which show them beside the lines of a change.
#ifndef UNBAKE_REPORT_GITHUB_HPP_
#define UNBAKE_REPORT_GITHUB_HPP_

#include <string>

#include "report/found.hpp"

namespace unbake::report {

/// One line: `::error file=...,line=...::...`
std::string github_command(const Found& found);

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_GITHUB_HPP_
