// What the command line asks for.
#ifndef UNBAKE_CLI_SETTINGS_HPP_
#define UNBAKE_CLI_SETTINGS_HPP_

#include <optional>
#include <string>
#include <vector>

#include "unbake/decode.hpp"
#include "unbake/unbake.hpp"

namespace unbake::cli {

enum class Color { kAuto, kAlways, kNever };

/// The name of standard input on the command line.
inline constexpr const char* kStandardInput = "-";

/// The answers to all options of all verbs; an option that a verb does not have keeps its default.
struct Settings {
  std::vector<std::string> arguments;  ///< Paths, or what the verb takes instead.
  Options options;

  bool help = false;
  bool diff = false;
  bool list = false;
  bool quiet = false;
  bool verbose = false;
  bool json = false;
  bool json_lines = false;
  std::vector<std::string> fields;
  std::optional<std::string> output;
  std::optional<std::string> evidence;      ///< The file to read evidence from.
  std::optional<std::string> evidence_out;  ///< The file to write evidence to.
  Evidence* collected = nullptr;            ///< Where what each document says is added up, if it is asked for.
  Color color = Color::kAuto;
  std::string path;  ///< Of damage, for `bake`.
  std::string profile = "whatwg";
  DecodeHints hints;  ///< For `decode`.
  bool report = false;
  bool no_repair = false;

  /// The arguments as paths to read: standard input if there is none.
  [[nodiscard]] std::vector<std::string> inputs() const {
    return arguments.empty() ? std::vector<std::string>{kStandardInput} : arguments;
  }
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SETTINGS_HPP_
