// Renaming within a folder, never onto something that is there.
#ifndef UNBAKE_FILES_RENAMING_HPP_
#define UNBAKE_FILES_RENAMING_HPP_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "files/journal.hpp"
#include "files/replacement.hpp"

namespace unbake::files {

/// True if `path` (a symbolic link is not followed) is that very file.
bool is_inode(const std::string& path, std::size_t device, std::size_t inode);

/// Renames `from` to `to` in `folder`, if it is that very file and nothing has the name `to`.
std::optional<Refusal> rename_within(const std::string& folder, const std::string& from, const std::string& to,
                                     std::size_t device, std::size_t inode);

/// Makes renames in `folder` last.
std::optional<io::Failure> sync_folder(const std::string& folder);

/// Makes renames whose intents are in the journal, in their order, and adds what became of them. One that is refused is
/// told and left. Stops early when `stopped` says so. The number of renames that were made.
std::size_t make_renames(Journal& journal, const std::vector<RenameIntent>& intents,
                         const std::function<void(const std::string& path, const Refusal&)>& refused,
                         const std::function<bool()>& stopped);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_RENAMING_HPP_
