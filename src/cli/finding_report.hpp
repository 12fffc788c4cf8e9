// Findings, for people and for programs.
#ifndef UNBAKE_CLI_FINDING_REPORT_HPP_
#define UNBAKE_CLI_FINDING_REPORT_HPP_

#include <string>

#include "cli/document.hpp"
#include "unbake/unbake.hpp"

namespace unbake::cli {

/// `repaired`, `unsure`, `unproven`, `unrecoverable`
const char* verdict_name(Verdict verdict);

/// Where a finding is: `page.txt:3:17`.
std::string place_text(Document& document, const Finding& finding);

/// One line: place, before, after, path, confidence.
std::string brief_report(Document& document, const Finding& finding, bool colored);

/// A few lines with all that is known.
std::string full_report(Document& document, const Finding& finding, bool colored);

/// One line of JSON with all that is known.
std::string json_report(Document& document, const Finding& finding);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_FINDING_REPORT_HPP_
