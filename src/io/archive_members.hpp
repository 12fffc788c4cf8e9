// The files in an archive, read from memory within bounds.
#ifndef UNBAKE_IO_ARCHIVE_MEMBERS_HPP_
#define UNBAKE_IO_ARCHIVE_MEMBERS_HPP_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/compression.hpp"
#include "io/failure.hpp"

namespace unbake::io {

/// True if `bytes` are a zip file, or a tar file that is not compressed.
bool is_archive(std::string_view bytes);

/// Gives the name and the content of each file in an archive to `take`. All of them together may unpack to `most`
/// bytes. What goes wrong ends it; what was given until then was sound. Nothing is written anywhere.
std::optional<Failure> for_each_member(
    std::string_view bytes, const std::function<void(const std::string& name, std::string_view content)>& take,
    std::size_t most = kMostUnpacked);

/// True if a file of that name is likely to be an archive.
bool is_archive_name(std::string_view name);

/// Members whose names are read at most.
inline constexpr std::size_t kMostMembers = 1000000;

/// The names of what is in the archive at `path`, compressed or not; folders end in a slash. Unpacks `most` bytes at
/// most.
std::variant<std::vector<std::string>, Failure> member_names(const std::string& path, std::size_t most = kMostUnpacked);

}  // namespace unbake::io

#endif  // UNBAKE_IO_ARCHIVE_MEMBERS_HPP_
