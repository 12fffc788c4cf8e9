// From the bytes of a file to what is replaced in them: which format it has, what of it is text, and what becomes of
// that. Files, directories and standard input all come this way.
#ifndef UNBAKE_CLI_EXAMINE_CONTENT_HPP_
#define UNBAKE_CLI_EXAMINE_CONTENT_HPP_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/document.hpp"
#include "cli/settings.hpp"
#include "cli/tally.hpp"
#include "formats/format.hpp"
#include "formats/ignored_lines.hpp"
#include "io/failure.hpp"
#include "io/replacement.hpp"

namespace unbake::cli {

/// Why a part of a content was left alone.
struct Trouble {
  std::size_t line;  ///< From 1; 0 if it is about all of it.
  io::Failure failure;
};

/// What is to be replaced in a document, in bytes from the start of its content.
using Examine = std::function<std::vector<io::Replacement>(Document&)>;

/// What came of a content.
struct Examined {
  std::vector<io::Replacement> replacements;  ///< Sorted and disjoint; in bytes from the start of the content.
  std::vector<Trouble> troubles;              ///< Each an error: something was not done.
  std::vector<std::string> remarks;           ///< Worth a note.
  std::optional<std::string> unpacked;        ///< The content, if the bytes are compressed; offsets are of this.
};

/// The format that `settings` or the name of the file tells.
const formats::Format& format_of(const std::string& name, const Settings& settings);

/// Gives each document of a content to `examine`: all of it, or each of its lines where the format is one of lines. A
/// content that is not what its format demands, or no UTF-8, is not examined. Compressed bytes are unpacked first.
Examined examine_content(const std::string& name, std::string_view bytes, const Settings& settings,
                         const Examine& examine);

/// The same for one line after the other.
class LineExaminer {
 public:
  /// All must outlive the examiner.
  LineExaminer(const std::string& name, const formats::Format& format, const Settings& settings)
      : name_(name), format_(format), settings_(settings) {}

  /// `line` with its line feed; the replacements count from its start.
  Examined next(std::string_view line, const Examine& examine);

 private:
  const std::string& name_;
  const formats::Format& format_;
  const Settings& settings_;
  formats::IgnoredLines ignored_;
  std::size_t line_ = 0;
  std::size_t offset_ = 0;
};

/// An examination that plans the repair of each document, counts it, and notes it in the log of the settings if there
/// is one. Both must outlive it.
Examine planner(const Settings& settings, Tally& tally);

/// `bytes` with the replacements made.
std::string replaced(std::string_view bytes, const std::vector<io::Replacement>& replacements);

/// What the file becomes: `bytes` with what `examined` replaces, compressed again if they were.
std::variant<std::string, io::Failure> repaired_bytes(std::string_view bytes, const Examined& examined);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_EXAMINE_CONTENT_HPP_
