#include "io/compression.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

namespace unbake::io {
namespace {

struct FreeReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
struct FreeWriter {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

constexpr std::size_t kChunk = std::size_t{1} << 16;

Failure library_failure(const char* doing, archive* about) {
  const char* text = archive_error_string(about);
  return {std::string(doing) + ": " + (text != nullptr ? text : "it is damaged"),
          "Unpack it with its own program to see what is wrong."};
}

la_ssize_t append(archive*, void* target, const void* bytes, std::size_t size) {
  static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

int add_filter(archive* writer, Compression compression) {
  switch (compression) {
    case Compression::kNone:
      break;
    case Compression::kGzip:
      if (archive_write_add_filter_gzip(writer) != ARCHIVE_OK) return ARCHIVE_FATAL;
      return archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr);
    case Compression::kZstd:
      return archive_write_add_filter_zstd(writer);
    case Compression::kXz:
      return archive_write_add_filter_xz(writer);
    case Compression::kBzip2:
      return archive_write_add_filter_bzip2(writer);
  }
  return archive_write_add_filter_none(writer);
}

}  // namespace

Compression compression_of(std::string_view bytes) {
  if (bytes.starts_with("\x1F\x8B\x08")) return Compression::kGzip;
  if (bytes.starts_with("\x28\xB5\x2F\xFD")) return Compression::kZstd;
  if (bytes.starts_with(std::string_view("\xFD\x37zXZ\0", 6))) return Compression::kXz;
  if (bytes.starts_with("BZh") && bytes.substr(4).starts_with("1AY&SY")) return Compression::kBzip2;
  return Compression::kNone;
}

std::string_view without_compression(std::string_view name) {
  constexpr std::array<std::string_view, 4> kEndings = {".gz", ".zst", ".xz", ".bz2"};
  for (const std::string_view ending : kEndings) {
    if (name.size() > ending.size() && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

namespace {

using Reader = std::unique_ptr<archive, FreeReader>;

Reader make_reader() {
  Reader reader(archive_read_new());
  if (!reader) throw std::bad_alloc();
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_filter_bzip2(reader.get());
  archive_read_support_format_raw(reader.get());
  archive_read_support_format_empty(reader.get());
  return reader;
}

/// What is cut within its head looks to the library as if it were not compressed.
bool is_unpacking(archive* reader) { return archive_filter_code(reader, 0) != ARCHIVE_FILTER_NONE; }

}  // namespace

std::variant<std::string, Failure> unpacked(std::string_view bytes, std::size_t most) {
  const Reader reader = make_reader();
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return library_failure("cannot be unpacked", reader.get());
  }
  const int found = archive_read_next_header(reader.get(), &entry);
  if (found == ARCHIVE_EOF) return std::string();
  if (found != ARCHIVE_OK) return library_failure("cannot be unpacked", reader.get());
  if (!is_unpacking(reader.get())) {
    return Failure{"cannot be unpacked: it is cut off", "Get it once more from where it came."};
  }
  std::string content;
  for (;;) {
    const std::size_t used = content.size();
    content.resize(used + kChunk);
    const la_ssize_t count = archive_read_data(reader.get(), content.data() + used, kChunk);
    if (count < 0) return library_failure("cannot be unpacked", reader.get());
    content.resize(used + static_cast<std::size_t>(count));
    if (count == 0) return content;
    if (content.size() > most) {
      return Failure{"unpacks to more than " + std::to_string(most) + " bytes and was left alone",
                     "Unpack it with its own program, and name what comes out."};
    }
  }
}

std::string unpacked_head(std::string_view bytes, std::size_t most) {
  const Reader reader = make_reader();
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK ||
      archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK || !is_unpacking(reader.get())) {
    return {};
  }
  std::string head(most, '\0');
  std::size_t used = 0;
  while (used < most) {
    const la_ssize_t count = archive_read_data(reader.get(), head.data() + used, most - used);
    if (count <= 0) break;
    used += static_cast<std::size_t>(count);
  }
  head.resize(used);
  return head;
}

std::variant<std::string, Failure> packed(std::string_view content, Compression compression) {
  const std::unique_ptr<archive, FreeWriter> writer(archive_write_new());
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  if (!writer || !entry) throw std::bad_alloc();
  std::string bytes;
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_pathname(entry.get(), "content");
  const bool written =
      archive_write_set_format_raw(writer.get()) == ARCHIVE_OK && add_filter(writer.get(), compression) == ARCHIVE_OK &&
      archive_write_open(writer.get(), &bytes, nullptr, &append, nullptr) == ARCHIVE_OK &&
      archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK &&
      archive_write_data(writer.get(), content.data(), content.size()) == static_cast<la_ssize_t>(content.size()) &&
      archive_write_close(writer.get()) == ARCHIVE_OK;
  if (!written) return library_failure("cannot be compressed", writer.get());
  const auto again = unpacked(bytes, content.size());
  const auto* same = std::get_if<std::string>(&again);
  if (same == nullptr || *same != content) {
    return Failure{"cannot be compressed so that it unpacks to the same", "Unpack it, and repair what comes out."};
  }
  return bytes;
}

}  // namespace unbake::io
