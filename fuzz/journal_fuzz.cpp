// The reader of journals on any bytes: whatever a journal holds, with right checksums or wrong ones, it is read or
// refused; and a record that is read is written as it was.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "files/content_hash.hpp"
#include "files/journal.hpp"

namespace {

using namespace unbake::files;

void require(bool holds) {
  if (!holds) std::abort();
}

/// `bytes` with the checksum at the end of each line that lacks one, so that what is behind the checksum is reached.
std::string with_checksums(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t feed = bytes.find('\n');
    const std::string_view line = bytes.substr(0, feed);
    bytes.remove_prefix(feed == std::string_view::npos ? bytes.size() : feed + 1);
    text.append(line);
    if (!line.ends_with('}')) text.append(",\"sum\":\"").append(checksum(line)).append("\"}");
    text += '\n';
  }
  return text;
}

void check_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    const auto record = parse_journal_line(text.substr(0, feed));
    text.remove_prefix(feed + 1);
    if (!record) continue;
    const std::string line = journal_line(*record);
    const auto again = parse_journal_line(std::string_view(line).substr(0, line.size() - 1));
    require(again && journal_line(*again) == line);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = with_checksums({reinterpret_cast<const char*>(data), size});
  check_lines(text);
  static const int file = ::memfd_create("journal", 0);
  require(::ftruncate(file, 0) == 0 &&
          ::pwrite(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
  const auto read = read_journal("/proc/self/fd/" + std::to_string(file));
  if (const auto* failure = std::get_if<unbake::io::Failure>(&read)) {
    require(!failure->what.empty());
  } else {
    require(std::get<JournalContent>(read).size <= text.size());
  }
  return 0;
}
