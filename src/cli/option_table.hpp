// Every option of the program, one row each. Parsing and help come from here.
#ifndef UNBAKE_CLI_OPTION_TABLE_HPP_
#define UNBAKE_CLI_OPTION_TABLE_HPP_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/settings.hpp"
#include "io/failure.hpp"

namespace unbake::cli {

/// A set of verbs, by the bits below.
using VerbSet = std::uint32_t;
inline constexpr VerbSet kFix = 1;
inline constexpr VerbSet kCheck = 2;
inline constexpr VerbSet kExplain = 4;
inline constexpr VerbSet kBake = 8;
inline constexpr VerbSet kList = 16;
inline constexpr VerbSet kNames = 32;
inline constexpr VerbSet kRuns = 64;
inline constexpr VerbSet kUndo = 128;
inline constexpr VerbSet kResume = 256;
inline constexpr VerbSet kCompletions = 512;
inline constexpr VerbSet kMan = 1024;
inline constexpr VerbSet kDecode = 2048;
inline constexpr VerbSet kRepairing = kFix | kCheck | kExplain;
inline constexpr VerbSet kDeciding = kRepairing | kNames;
inline constexpr VerbSet kWalking = kFix | kCheck | kNames;
inline constexpr VerbSet kEveryVerb =
    kRepairing | kBake | kList | kNames | kRuns | kUndo | kResume | kCompletions | kMan | kDecode;

/// The heading of the help under which an option stands; in this order.
enum class OptionGroup : std::uint8_t { kOutput, kWriting, kFiles, kInput, kRepair, kDamage, kGeneral };

/// What is wrong with a value, with the remedy; nothing if it was taken.
using ValueError = std::optional<io::Failure>;

struct Option {
  std::string_view name;   ///< Without the dashes.
  char letter;             ///< Of its short form, or 0.
  std::string_view value;  ///< How the help calls its value; empty if it takes none; `[=VALUE]` if it may do without.
  OptionGroup group;
  VerbSet verbs;
  std::string_view summary;  ///< One line of help.
  std::string_view details;  ///< More for the help of a verb; may be empty.
  ValueError (*apply)(Settings& settings, const std::string& value);
};

/// In the order of the help.
std::span<const Option> option_table();

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_OPTION_TABLE_HPP_
