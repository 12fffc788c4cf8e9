// Patches as the tests look at them.
#ifndef UNBAKE_TESTS_FILES_PATCHES_HPP_
#define UNBAKE_TESTS_FILES_PATCHES_HPP_

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "files/long_patch.hpp"

namespace unbake::io {

inline bool operator==(const Replacement& one, const Replacement& other) {
  return std::tie(one.offset, one.length, one.after) == std::tie(other.offset, other.length, other.after);
}

}  // namespace unbake::io

namespace unbake::files {

/// All replacements of `patch`.
inline Patch all_of(const LongPatch& patch) {
  Patch all;
  const auto failure = patch.for_each([&all](const Patch& some) {
    all.insert(all.end(), some.begin(), some.end());
    return std::optional<io::Failure>();
  });
  return failure ? Patch() : all;
}

/// `text` with `patch` made.
inline std::string patched_text(const std::string& text, const LongPatch& patch) {
  std::string out;
  std::size_t passed = 0;
  for (const io::Replacement& replacement : all_of(patch)) {
    out.append(text, passed, replacement.offset - passed).append(replacement.after);
    passed = replacement.offset + replacement.length;
  }
  return out.append(text, passed);
}

}  // namespace unbake::files

#endif  // UNBAKE_TESTS_FILES_PATCHES_HPP_
