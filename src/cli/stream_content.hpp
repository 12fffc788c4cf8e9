// From an input that is not held as a whole to what is replaced in it, part by part.
#ifndef UNBAKE_CLI_STREAM_CONTENT_HPP_
#define UNBAKE_CLI_STREAM_CONTENT_HPP_

#include <string>

#include "cli/console.hpp"
#include "cli/examine_content.hpp"
#include "cli/settings.hpp"
#include "cli/sink.hpp"
#include "io/input.hpp"

namespace unbake::cli {

/// Like `examine_content`, of an input that is read to its end and goes to `sink` with the replacements made. The parts
/// of a line format are lines, each a document of its own; those of another one are cut as `SectionCutter` does, or
/// behind records, and hear each other as in `SectionStream`. As many threads as the settings want; what comes out does
/// not depend on their number. `format` must be one that `PartReader::can_read`. False if it could not be read to the
/// end, which the console has been told.
bool stream_content(io::Input& input, const std::string& path, const formats::Format& format, const Settings& settings,
                    Console& console, const Examine& examine, Sink& sink);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_STREAM_CONTENT_HPP_
