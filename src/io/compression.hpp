// Compressed contents: unpacked within bounds, and packed again.
#ifndef UNBAKE_IO_COMPRESSION_HPP_
#define UNBAKE_IO_COMPRESSION_HPP_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "io/failure.hpp"

namespace unbake::io {

enum class Compression : std::uint8_t { kNone, kGzip, kZstd, kXz, kBzip2 };

/// What the first bytes of a content tell.
Compression compression_of(std::string_view bytes);

/// `name` without the ending that a compression adds: `a.json` of `a.json.gz`.
std::string_view without_compression(std::string_view name);

/// The most that is unpacked, in bytes: more is a failure, so that no small file fills the memory.
inline constexpr std::size_t kMostUnpacked = std::size_t{1} << 30;

/// What `bytes` were before they were compressed.
std::variant<std::string, Failure> unpacked(std::string_view bytes, std::size_t most = kMostUnpacked);

/// Bytes of a compressed content that are enough for `unpacked_head`: no block of bzip2 is longer.
inline constexpr std::size_t kPackedHead = std::size_t{1} << 20;

/// The first bytes, `most` of them or less, of what `bytes` were before they were compressed; `bytes` may be cut.
std::string unpacked_head(std::string_view bytes, std::size_t most);

/// `content` compressed, with the library's own level; without time or name, so that the same content gives the same
/// bytes. It was unpacked again and compared.
std::variant<std::string, Failure> packed(std::string_view content, Compression compression);

}  // namespace unbake::io

#endif  // UNBAKE_IO_COMPRESSION_HPP_
