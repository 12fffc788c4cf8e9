// Findings, for people and for programs.
#ifndef UNBAKE_CLI_FINDING_REPORT_HPP_
#define UNBAKE_CLI_FINDING_REPORT_HPP_

#include <string>

#include "cli/code_points.hpp"
#include "cli/source.hpp"
#include "unbake/unbake.hpp"

namespace unbake::cli {

/// `repaired`, `unsure`, `unproven`, `unrecoverable`
const char* verdict_name(Verdict verdict);

/// Where a finding is: `page.txt:3:17`, or `data.jsonl:12 text 1:17` in a string of JSON Lines.
std::string place(const Document& document, Position position);

/// One line: place, before, after, path, confidence.
std::string brief_report(const Document& document, const Finding& finding, Position position, bool colored);

/// A few lines with all that is known.
std::string full_report(const Document& document, const Finding& finding, Position position, bool colored);

/// One line of JSON with all that is known.
std::string json_report(const Document& document, const Finding& finding, Position position);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_FINDING_REPORT_HPP_
