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

#include "cli/console.hpp"
#include "cli/document.hpp"
#include "cli/settings.hpp"
#include "cli/sink.hpp"
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

/// What came of the examination of a document.
struct Examination {
  std::vector<io::Replacement> replacements;  ///< In bytes from the start of its content.
  std::function<void()> conclude;  ///< Called once, in the order of the documents, by one thread; may be empty.
};

/// Examines a document, in any thread.
using Examine = std::function<Examination(Document&)>;

/// What came of a content.
struct Examined {
  std::vector<io::Replacement> replacements;       ///< Sorted and disjoint; in bytes from the start of the content.
  std::vector<Trouble> troubles;                   ///< Each an error: something was not done.
  std::vector<std::string> remarks;                ///< Worth a note.
  std::optional<std::string> unpacked;             ///< The content, if the bytes are compressed; offsets are of this.
  std::vector<std::function<void()>> conclusions;  ///< Of the documents, to be called in order.

  void conclude() const {
    for (const std::function<void()>& conclusion : conclusions) conclusion();
  }
};

/// The format that `settings` or the name of the file tells.
const formats::Format& format_of(const std::string& name, const Settings& settings);

/// Gives each document of a content to `examine`: all of it, or each of its lines where the format is one of lines. A
/// content that is not what its format demands, or no UTF-8, is not examined. Compressed bytes are unpacked first. The
/// conclusions have been called.
Examined examine_content(const std::string& name, std::string_view bytes, const Settings& settings,
                         const Examine& examine);

/// Examines a document and adds what came of it to `examined`, its replacements moved by `shift` bytes. The conclusion
/// also lets the document say what it has to say of its damage, if the settings collect that.
void examine_document(Document& document, const Settings& settings, const Examine& examine, std::size_t shift,
                      Examined& examined);

/// Where lines are in a file.
struct LinesPlace {
  std::size_t offset = 0;  ///< Of the first of them, in bytes from the start of the file.
  std::size_t line = 1;    ///< Its number.
};

/// Examines each line of `lines`, which begin at `place`, but for those in `ignored`. From any thread; the
/// conclusions are still to be called.
Examined examine_lines(const std::string& name, std::string_view lines, const formats::Format& format,
                       const std::vector<formats::Range>& ignored, LinesPlace place, const Settings& settings,
                       const Examine& examine);

/// The failure of a text in UTF-16, if `head` says so.
std::optional<io::Failure> utf16_failure(std::string_view head);
/// The failure of a text in a legacy encoding.
io::Failure legacy_failure();
/// The trouble of a content that in that line is not what its format demands.
Trouble malformed_trouble(formats::Malformed malformed, std::size_t line);

/// An examination that plans the repair of each document, counts it, and notes it in the log of the settings if there
/// is one. Both must outlive it.
Examine planner(const Settings& settings, Tally& tally);

/// Tells the console what came of a content, but for its conclusions.
void tell(const Examined& examined, const std::string& path, Console& console);

/// Passes on `text` with the replacements made.
void pass_on(std::string_view text, const std::vector<io::Replacement>& replacements, Sink& sink);

/// `bytes` with the replacements made.
std::string replaced(std::string_view bytes, const std::vector<io::Replacement>& replacements);

/// What the file becomes: `bytes` with what `examined` replaces, compressed again if they were.
std::variant<std::string, io::Failure> repaired_bytes(std::string_view bytes, const Examined& examined);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_EXAMINE_CONTENT_HPP_
