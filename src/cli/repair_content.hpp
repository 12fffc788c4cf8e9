// The repair of a file's contents, whatever their format: what `fix --write` asks for.
#ifndef UNBAKE_CLI_REPAIR_CONTENT_HPP_
#define UNBAKE_CLI_REPAIR_CONTENT_HPP_

#include <cstdint>
#include <optional>
#include <string>

#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "cli/tally.hpp"
#include "files/long_patch.hpp"
#include "files/walk.hpp"

namespace unbake::cli {

/// What repairs a file.
struct RepairedContent {
  files::LongPatch patch;  ///< In the bytes of the file; empty if nothing is to be repaired.
  std::string hash;        ///< Of the bytes it is a patch of, as `files::ContentHash` gives it.
  bool looks_binary = false;
  Tally tally;
};

/// Reads `file` and finds what repairs it. Nothing if it could not be read, which the console has been told, or if it
/// is to be passed over. Adds the bytes of the file to `bytes`.
std::optional<RepairedContent> repair_content(const files::FoundFile& file, const Settings& settings, Console& console,
                                              std::uint64_t& bytes);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_REPAIR_CONTENT_HPP_
