// After an interruption: what was begun is finished or taken back. And the way back from what was done.
#ifndef UNBAKE_FILES_RECOVERY_HPP_
#define UNBAKE_FILES_RECOVERY_HPP_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "files/journal.hpp"
#include "files/replacement.hpp"
#include "files/temporary.hpp"
#include "io/failure.hpp"

namespace unbake::files {

/// Told of each path at which something went wrong, or was refused.
using OnRefusal = std::function<void(const std::string& path, const Refusal&)>;

/// Brings every change of an interrupted run that is pending or half undone to an end, removes the temporary files of
/// the run, and adds what became of the changes to the journal and to `content`. Every file is the old or the new one
/// before, and stays so. What somebody else did to a file since is kept. Renames that were planned and not made stay
/// pending. False if something failed, after telling; the same call may be made again.
bool settle(Journal& journal, JournalContent& content, const OnRefusal& refused);

/// Undoes the changes that are done, the last one first: contents, time of change, names. A file that somebody has
/// changed since is refused, and left. Stops early, undoing no more, when `stopped` says so. `content` must be settled.
/// The number of changes undone.
std::size_t undo(Journal& journal, JournalContent& content, Temporaries& temporaries, const OnRefusal& refused,
                 const std::function<bool()>& stopped);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_RECOVERY_HPP_
