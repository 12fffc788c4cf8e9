// The texts of an input: the whole of it, or the strings of its JSON Lines.
#ifndef UNBAKE_CLI_SOURCE_HPP_
#define UNBAKE_CLI_SOURCE_HPP_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "cli/sink.hpp"
#include "io/input.hpp"
#include "io/json_lines.hpp"

namespace unbake::cli {

/// One text, and where it is from.
struct Document {
  const std::string& file;  ///< As it was named on the command line.
  std::string_view text;    ///< Without the byte order mark.
  std::size_t mark = 0;     ///< Bytes of the byte order mark before it: 0 or 3.
  std::size_t record = 0;   ///< The line of the file that holds it, from 1; 0 if it is the whole file.
  std::string_view field;   ///< The --field it was found by; empty if it is the whole file.
};

/// What an examination of a document wants replaced in it.
using Examine = std::function<std::vector<io::Replacement>(const Document&)>;

/// Opens `path`, reads it, and gives each document to `examine`; the input goes to `sink` with the replacements made.
/// What cannot be read is told to the console. Returns false if nothing of the input could be read. JSON Lines are
/// passed on line by line, in bounded memory; plain text is held as a whole.
bool process(const std::string& path, const Settings& settings, Console& console, const Examine& examine, Sink& sink);

/// The same of an input that is open.
bool process(io::Input& input, const std::string& path, const Settings& settings, Console& console,
             const Examine& examine, Sink& sink);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SOURCE_HPP_
