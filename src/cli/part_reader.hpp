// Reading an input in parts that are worked on one by one.
#ifndef UNBAKE_CLI_PART_READER_HPP_
#define UNBAKE_CLI_PART_READER_HPP_

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/code_points.hpp"
#include "cli/examine_content.hpp"
#include "files/staged_work.hpp"
#include "formats/format.hpp"
#include "formats/ignored_lines.hpp"
#include "io/input.hpp"

namespace unbake::cli {

/// Some bytes of an input: whole lines, or records, as far as they are not too long.
struct Part {
  std::size_t offset = 0;  ///< Bytes of the input before it.
  Position begin;          ///< Of its first character.
  std::string text;
  formats::Fields fields;               ///< Unless the format is one of lines.
  std::vector<formats::Range> ignored;  ///< Lines that are to be left alone; they are in no field.
  bool is_passed = false;               ///< Nothing is to be looked for in it.
  bool is_broken = false;               ///< From here on the content is not what its format demands.
  std::optional<Trouble> trouble;       ///< Why that is so, told once.
};

/// What a reader of parts cuts with.
class Cutter;

class PartReader {
 public:
  /// No line of a format of lines has more bytes: a longer one is passed on as it is.
  static constexpr std::size_t kLongestLine = std::size_t{1} << 26;

  /// True if an input in `format` need not be held as a whole.
  static bool can_read(const formats::Format& format);

  /// All must outlive the reader. `before_waiting` is called when the input makes us wait.
  PartReader(io::Input& input, const formats::Format& format, const formats::Selection& selection,
             std::function<void()> before_waiting);
  PartReader(const PartReader&) = delete;
  PartReader& operator=(const PartReader&) = delete;
  ~PartReader();

  /// Fills in the next part. Without `may_wait` it does not wait for the input.
  files::Supply next(Part& part, bool may_wait);

  /// Why the input could not be read to its end.
  [[nodiscard]] const std::optional<io::Failure>& failure() const { return failure_; }

 private:
  void place(Part& part);

  io::Input& input_;
  std::function<void()> before_waiting_;
  std::unique_ptr<Cutter> cutter_;
  std::vector<char> block_;
  bool at_end_ = false;
  std::optional<io::Failure> failure_;
  std::size_t offset_ = 0;
  Position position_;
  formats::IgnoredLines ignored_;
  bool leaves_fields_;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_PART_READER_HPP_
