// A text that is examined as a whole: the fields of a file, or of a line of it.
#ifndef UNBAKE_CLI_DOCUMENT_HPP_
#define UNBAKE_CLI_DOCUMENT_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/code_points.hpp"
#include "formats/reading.hpp"
#include "io/replacement.hpp"
#include "unbake/sections.hpp"
#include "unbake/unbake.hpp"

namespace unbake::cli {

class Document {
 public:
  /// `content` is what begins at `offset` bytes of the file of that name, where its position is `begin`. File and
  /// content must outlive the document.
  Document(const std::string& file, std::string_view content, formats::Fields fields, std::size_t offset = 0,
           Position begin = {});

  /// As it was named on the command line.
  [[nodiscard]] const std::string& file() const { return *file_; }
  [[nodiscard]] std::string_view content() const { return content_; }
  [[nodiscard]] std::string_view text() const { return reading_.text(); }
  /// The encoding that the file has, if it is none of Unicode's and the content was converted; else empty.
  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  void set_encoding(const std::string& encoding) { encoding_ = encoding; }
  [[nodiscard]] const std::vector<std::string>& remarks() const { return reading_.remarks(); }

  /// Takes a first look, so that others may hear what it says; from here on the document wants to `hear` others.
  void look(const Options& options) { glance_.emplace(text(), options); }
  /// What the document says to others; quick once it was looked at.
  [[nodiscard]] Evidence says(const Options& options) const {
    return glance_ ? glance_->evidence() : collect_evidence(text(), options);
  }
  /// What others say, which is heard instead of the evidence of the options.
  void hear(Evidence others) { heard_ = std::move(others); }

  /// The repairs of the text that can be written where it stands.
  [[nodiscard]] Plan plan(const Options& options) const;

  /// All findings that have a place in the content. A repair that cannot be written is none.
  [[nodiscard]] std::vector<Finding> explain(const Options& options) const;

  /// The edits of a plan as replacements in the content.
  [[nodiscard]] std::vector<io::Replacement> replacements(const Plan& plan) const;

  /// Where an edit is in the file.
  struct Place {
    std::size_t offset;  ///< Bytes from the start of the file.
    std::size_t length;  ///< Bytes.
    Position position;
    std::string_view field;  ///< What the format calls the field; may be empty.
  };

  /// The place of an edit or a finding of this document. Quick if asked in order.
  [[nodiscard]] Place place(const Edit& edit);

  /// The text that an edit replaces.
  [[nodiscard]] std::string_view before(const Edit& edit) const { return text().substr(edit.offset, edit.length); }

  /// The line, from 1, of a place in the content.
  [[nodiscard]] static std::size_t line_of(std::string_view content, std::size_t offset);

 private:
  [[nodiscard]] bool is_writable(const Edit& edit) const;
  [[nodiscard]] Options with_heard(const Options& options) const;
  [[nodiscard]] PositionFinder positions_from_start() const;

  const std::string* file_;
  std::string_view content_;
  std::size_t offset_;
  Position begin_;
  std::string encoding_;
  formats::Reading reading_;
  PositionFinder positions_;
  std::size_t found_ = 0;
  std::optional<Glance> glance_;
  Evidence heard_;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_DOCUMENT_HPP_
