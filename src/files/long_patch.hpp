// A patch of any length, in bounded memory: what is too much to hold lies in a file without a name.
#ifndef UNBAKE_FILES_LONG_PATCH_HPP_
#define UNBAKE_FILES_LONG_PATCH_HPP_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "files/descriptor.hpp"
#include "files/patch.hpp"
#include "io/failure.hpp"

namespace unbake::files {

/// Replacements, sorted and disjoint, that are added at the end and read from the beginning.
class LongPatch {
 public:
  /// Bytes that are held in memory; more is put into a file if there is a folder for it that takes one.
  static constexpr std::size_t kMostHeld = std::size_t{1} << 21;

  /// All of it is held if `folder` is empty.
  explicit LongPatch(std::string folder = "") : folder_(std::move(folder)) {}
  /// The same replacements.
  explicit LongPatch(const Patch& patch) {
    for (const io::Replacement& replacement : patch) add(replacement);
  }

  void add(io::Replacement replacement);
  void clear();

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  /// Where the file is made.
  [[nodiscard]] const std::string& folder() const { return folder_; }
  /// Bytes that the patch adds to what it is made in; negative if it takes some away.
  [[nodiscard]] std::ptrdiff_t growth() const { return growth_; }
  /// Bytes of memory.
  [[nodiscard]] std::size_t held() const { return held_bytes_; }

  /// Gives `use` all replacements in order, a number of them at a time; a failure of `use`, or of reading, ends it.
  std::optional<io::Failure> for_each(const std::function<std::optional<io::Failure>(const Patch&)>& use) const;

 private:
  /// Moves what is held to the file; it stays in memory if that cannot be.
  void put_away();

  std::string folder_;
  Patch held_;  ///< The last ones.
  std::size_t held_bytes_ = 0;
  std::size_t count_ = 0;
  std::ptrdiff_t growth_ = 0;
  Descriptor file_;  ///< The others.
  std::size_t file_size_ = 0;
  std::size_t file_end_ = 0;  ///< Where the last replacement there ends.
  bool is_file_good_ = true;
};

}  // namespace unbake::files

#endif  // UNBAKE_FILES_LONG_PATCH_HPP_
