#include "files/patched_copy.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

#include "files/content_hash.hpp"
#include "files/descriptor.hpp"
#include "io/output.hpp"

namespace unbake::files {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

/// A file that is read front to back.
class Source {
 public:
  explicit Source(int descriptor) : descriptor_(descriptor), buffer_(kChunk) {}

  /// Gives the next bytes, `length` at most, to `use`, piece by piece. The failure, if there is one; an early end is
  /// none.
  template <typename Use>
  std::optional<io::Failure> take(std::size_t length, Use use) {
    while (length > 0) {
      const std::size_t wanted = std::min(length, buffer_.size());
      const ssize_t count =
          uninterrupted([&] { return ::pread(descriptor_, buffer_.data(), wanted, static_cast<off_t>(offset_)); });
      if (count < 0) return io::system_failure("cannot be read", errno);
      if (count == 0) return std::nullopt;
      const std::string_view piece(buffer_.data(), static_cast<std::size_t>(count));
      hash_.add(piece);
      use(piece);
      offset_ += piece.size();
      length -= piece.size();
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] std::string hash() const { return hash_.text(); }

 private:
  int descriptor_;
  std::vector<char> buffer_;
  std::size_t offset_ = 0;
  ContentHash hash_;
};

}  // namespace

std::optional<io::Failure> copy_patched(int from, int to, const LongPatch& patch, Patched& patched) {
  Source source(from);
  io::Output output(to);
  ContentHash new_hash;
  std::size_t written = 0;
  const auto write = [&](std::string_view bytes) {
    output.write(bytes);
    new_hash.add(bytes);
    written += bytes.size();
  };
  patched.inverse = LongPatch(patch.folder());
  const auto make = [&](const Patch& some) -> std::optional<io::Failure> {
    for (const io::Replacement& replacement : some) {
      if (auto failure = source.take(replacement.offset - source.offset(), write)) return failure;
      std::string before;
      if (auto failure = source.take(replacement.length, [&](std::string_view piece) { before += piece; })) {
        return failure;
      }
      patched.inverse.add({written, replacement.after.size(), std::move(before)});
      write(replacement.after);
    }
    return std::nullopt;
  };
  if (auto failure = patch.for_each(make)) return failure;
  if (auto failure = source.take(std::string::npos, write)) return failure;
  patched.old_hash = source.hash();
  patched.new_hash = new_hash.text();
  return output.flush();
}

}  // namespace unbake::files
