#include "io/archive_members.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <new>

namespace unbake::io {
namespace {

struct FreeReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

constexpr std::size_t kChunk = std::size_t{1} << 16;

/// Where the header of a tar file names itself.
constexpr std::size_t kTarMagic = 257;

Failure broken(archive* about) {
  const char* text = archive_error_string(about);
  return {std::string("cannot be read further: ") + (text != nullptr ? text : "it is damaged"),
          "Test it with its own program; members before this were read."};
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || (bytes.size() > kTarMagic && bytes.substr(kTarMagic).starts_with("ustar"));
}

std::optional<Failure> for_each_member(
    std::string_view bytes, const std::function<void(const std::string& name, std::string_view content)>& take,
    std::size_t most) {
  const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
  if (!reader) throw std::bad_alloc();
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_tar(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return broken(reader.get());
  std::size_t total = 0;
  for (;;) {
    archive_entry* entry = nullptr;
    const int found = archive_read_next_header(reader.get(), &entry);
    if (found == ARCHIVE_EOF) return std::nullopt;
    // A warning is about names and times, which are not needed.
    if (found != ARCHIVE_OK && found != ARCHIVE_WARN) return broken(reader.get());
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* name = archive_entry_pathname(entry);
    std::string content;
    for (la_ssize_t count = 1; count > 0;) {
      const std::size_t used = content.size();
      content.resize(used + kChunk);
      count = archive_read_data(reader.get(), content.data() + used, kChunk);
      if (count < 0) return broken(reader.get());
      content.resize(used + static_cast<std::size_t>(count));
      if (total + content.size() > most) {
        return Failure{"has members that unpack to more than " + std::to_string(most) + " bytes, which are not read",
                       "Unpack it with its own program, and name what comes out."};
      }
    }
    total += content.size();
    take(name != nullptr ? name : "?", content);
  }
}

}  // namespace unbake::io
