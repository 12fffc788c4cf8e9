// The inputs of a verb, one after the other, and where they go.
#ifndef UNBAKE_CLI_SOURCE_HPP_
#define UNBAKE_CLI_SOURCE_HPP_

#include <string>

#include "cli/console.hpp"
#include "cli/examine_content.hpp"
#include "cli/settings.hpp"
#include "cli/sink.hpp"
#include "io/input.hpp"

namespace unbake::cli {

/// Opens `path`, reads it, and gives each document to `examine`; the input goes to `sink` with the replacements made.
/// What cannot be read is told to the console. Returns false if the input could not be read. JSON Lines, and long texts
/// of formats that can be cut, are passed on in parts, in bounded memory; others are held as a whole.
bool process(const std::string& path, const Settings& settings, Console& console, const Examine& examine, Sink& sink);

/// The same for verbs that only look: the members of an archive are given too, each as a file of its own.
bool look_at(const std::string& path, const Settings& settings, Console& console, const Examine& examine);

/// Both of an input that is open.
bool look_at(io::Input& input, const std::string& path, const Settings& settings, Console& console,
             const Examine& examine);
bool process(io::Input& input, const std::string& path, const Settings& settings, Console& console,
             const Examine& examine, Sink& sink);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SOURCE_HPP_
