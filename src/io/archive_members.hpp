// The files in an archive, read from memory within bounds.
#ifndef UNBAKE_IO_ARCHIVE_MEMBERS_HPP_
#define UNBAKE_IO_ARCHIVE_MEMBERS_HPP_

#include <functional>
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace unbake::io

#endif  // UNBAKE_IO_ARCHIVE_MEMBERS_HPP_
