#include "files/long_patch.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

namespace unbake::files {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

/// Adds `number` to `bytes`, seven bits a byte, the lowest first; the last one has no high bit.
void append_number(std::string& bytes, std::size_t number) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<char>((number & 0x7F) | 0x80));
  bytes.push_back(static_cast<char>(number));
}

/// Reads a number at `at`, which goes behind it. False if it is cut.
bool read_number(std::string_view bytes, std::size_t& at, std::size_t& number) {
  number = 0;
  for (unsigned shift = 0; at < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    number |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

/// The replacements of `patch`, the first of which is counted from `end`, where the one before it ends.
std::string serialized(const Patch& patch, std::size_t end) {
  std::string bytes;
  for (const io::Replacement& replacement : patch) {
    append_number(bytes, replacement.offset - end);
    append_number(bytes, replacement.length);
    append_number(bytes, replacement.after.size());
    bytes += replacement.after;
    end = replacement.offset + replacement.length;
  }
  return bytes;
}

/// Takes the whole replacements at the head of `bytes` away from them.
Patch take_replacements(std::string& bytes, std::size_t& end) {
  Patch patch;
  std::size_t taken = 0;
  std::size_t gap = 0;
  std::size_t length = 0;
  std::size_t size = 0;
  for (std::size_t at = 0; read_number(bytes, at, gap) && read_number(bytes, at, length) &&
                           read_number(bytes, at, size) && bytes.size() - at >= size;) {
    patch.push_back({end + gap, length, bytes.substr(at, size)});
    end += gap + length;
    taken = at += size;
  }
  bytes.erase(0, taken);
  return patch;
}

bool write_all(int descriptor, std::string_view bytes, std::size_t offset) {
  while (!bytes.empty()) {
    const ssize_t count =
        uninterrupted([&] { return ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
    offset += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace

void LongPatch::add(io::Replacement replacement) {
  ++count_;
  growth_ += static_cast<std::ptrdiff_t>(replacement.after.size()) - static_cast<std::ptrdiff_t>(replacement.length);
  held_bytes_ += sizeof replacement + replacement.after.size();
  held_.push_back(std::move(replacement));
  if (held_bytes_ > kMostHeld) put_away();
}

void LongPatch::clear() { *this = LongPatch(std::move(folder_)); }

void LongPatch::put_away() {
  if (folder_.empty() || !is_file_good_) return;
  if (!file_.open()) {
    file_.reset(
        uninterrupted([this] { return ::open((folder_ + "/").c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); }));
  }
  const std::string bytes = serialized(held_, file_end_);
  is_file_good_ = file_.open() && write_all(file_.get(), bytes, file_size_);
  if (!is_file_good_) return;
  file_size_ += bytes.size();
  file_end_ = held_.back().offset + held_.back().length;
  held_.clear();
  held_bytes_ = 0;
}

std::optional<io::Failure> LongPatch::for_each(
    const std::function<std::optional<io::Failure>(const Patch&)>& use) const {
  std::string bytes;
  std::size_t end = 0;
  std::vector<char> chunk(file_size_ > 0 ? kChunk : 0);
  for (std::size_t at = 0; at < file_size_;) {
    const std::size_t wanted = std::min(kChunk, file_size_ - at);
    const ssize_t count =
        uninterrupted([&] { return ::pread(file_.get(), chunk.data(), wanted, static_cast<off_t>(at)); });
    if (count < 0) return io::system_failure("cannot be read", errno);
    if (count == 0) return io::system_failure("cannot be read", EIO);
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
    at += static_cast<std::size_t>(count);
    if (auto failure = use(take_replacements(bytes, end))) return failure;
  }
  return use(held_);
}

}  // namespace unbake::files
