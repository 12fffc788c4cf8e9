#include "io/archive_members.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace unbake::io {
namespace {

struct FreeReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

using Reader = std::unique_ptr<archive, FreeReader>;

/// The library gives names in the character set of the locale; without one it has none for what is not ASCII.
class Utf8Locale {
 public:
  Utf8Locale()
      : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(locale_ != nullptr ? ::uselocale(locale_) : nullptr) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }

 private:
  locale_t locale_;
  locale_t before_;
};

Reader make_reader() {
  Reader reader(archive_read_new());
  if (!reader) throw std::bad_alloc();
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_tar(reader.get());
  return reader;
}

/// The next member, or null at the end; `failed` says whether the end came too early.
archive_entry* next_member(archive* reader, bool& failed) {
  archive_entry* entry = nullptr;
  const int found = archive_read_next_header(reader, &entry);
  // A warning is about names and times: a name may be in any encoding.
  failed = found != ARCHIVE_OK && found != ARCHIVE_WARN && found != ARCHIVE_EOF;
  return failed || found == ARCHIVE_EOF ? nullptr : entry;
}

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
  const Utf8Locale locale;
  const Reader reader = make_reader();
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return broken(reader.get());
  std::size_t total = 0;
  for (;;) {
    bool failed = false;
    archive_entry* entry = next_member(reader.get(), failed);
    if (failed) return broken(reader.get());
    if (entry == nullptr) return std::nullopt;
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

bool is_archive_name(std::string_view name) {
  constexpr std::array<std::string_view, 10> kEndings = {".zip",    ".cbz",    ".epub",    ".jar", ".tar",
                                                         ".tar.gz", ".tar.xz", ".tar.zst", ".tgz", ".tar.bz2"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); });
}

std::variant<std::vector<std::string>, Failure> member_names(const std::string& path, std::size_t most) {
  const Utf8Locale locale;
  const Reader reader = make_reader();
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_filter_bzip2(reader.get());
  if (archive_read_open_filename(reader.get(), path.c_str(), kChunk) != ARCHIVE_OK) return broken(reader.get());
  std::vector<std::string> names;
  for (;;) {
    bool failed = false;
    archive_entry* entry = next_member(reader.get(), failed);
    if (failed) return broken(reader.get());
    if (entry == nullptr) return names;
    if (const char* name = archive_entry_pathname(entry)) names.emplace_back(name);
    const bool too_much = archive_filter_bytes(reader.get(), 0) > static_cast<la_int64_t>(most);
    if (too_much || names.size() > kMostMembers) {
      return Failure{"has more in it than is looked at", "Unpack it with its own program, and name what comes out."};
    }
  }
}

}  // namespace unbake::io
