// What unpacks, on any bytes: it stays within its bound, and what it says is sound.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "io/archive_members.hpp"
#include "io/compression.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = std::size_t{1} << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto content = unbake::io::unpacked(bytes, kMost);
  if (const auto* text = std::get_if<std::string>(&content); text != nullptr && text->size() > kMost) std::abort();
  std::size_t total = 0;
  const auto failure = unbake::io::for_each_member(
      bytes, [&](const std::string&, std::string_view member) { total += member.size(); }, kMost);
  if (total > kMost || (failure && failure->what.empty())) std::abort();
  return 0;
}
