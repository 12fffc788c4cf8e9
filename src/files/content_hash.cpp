#include "files/content_hash.hpp"

#include <unistd.h>
#include <xxhash.h>

#include <cstdint>
#include <new>
#include <vector>

#include "files/descriptor.hpp"

namespace unbake::files {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

void append_hex(std::string& out, std::uint64_t value) {
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[(value >> shift) & 0xF]);
}

}  // namespace

ContentHash::ContentHash() : state_(XXH3_createState()) {
  if (!state_) throw std::bad_alloc();
  XXH3_128bits_reset(state_.get());
}

void ContentHash::Free::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

void ContentHash::add(std::string_view bytes) { XXH3_128bits_update(state_.get(), bytes.data(), bytes.size()); }

std::string ContentHash::text() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
  std::string text;
  append_hex(text, hash.high64);
  append_hex(text, hash.low64);
  return text;
}

std::optional<std::string> hash_of(int descriptor) {
  ContentHash hash;
  std::vector<char> buffer(kChunk);
  for (off_t offset = 0;;) {
    const ssize_t count = uninterrupted([&] { return ::pread(descriptor, buffer.data(), buffer.size(), offset); });
    if (count < 0) return std::nullopt;
    if (count == 0) return hash.text();
    hash.add({buffer.data(), static_cast<std::size_t>(count)});
    offset += count;
  }
}

std::string hash_of(std::string_view bytes) {
  ContentHash hash;
  hash.add(bytes);
  return hash.text();
}

std::string checksum(std::string_view bytes) {
  std::string text;
  append_hex(text, XXH3_64bits(bytes.data(), bytes.size()));
  return text;
}

}  // namespace unbake::files
