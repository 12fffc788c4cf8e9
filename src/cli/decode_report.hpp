// What `decode` found, for people and for programs.
#ifndef UNBAKE_CLI_DECODE_REPORT_HPP_
#define UNBAKE_CLI_DECODE_REPORT_HPP_

#include <string>

#include "unbake/decode_stream.hpp"

namespace unbake::cli {

/// Lines of `NAME  VALUE`.
std::string decode_report(const DecodeSummary& decoded);

/// One object of JSON and a line end; `path` is the name of the file.
std::string decode_json(const std::string& path, const DecodeSummary& decoded);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_DECODE_REPORT_HPP_
