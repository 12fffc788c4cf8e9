// The parts of HTML and XML, byte for byte: text, tags, attributes. No tree is built, and nothing is unescaped.
#ifndef UNBAKE_FORMATS_MARKUP_SCANNER_HPP_
#define UNBAKE_FORMATS_MARKUP_SCANNER_HPP_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace unbake::formats {

/// A range of the content.
struct MarkupRange {
  std::size_t offset = 0;
  std::size_t length = 0;
};

struct MarkupAttribute {
  MarkupRange name;
  MarkupRange value;  ///< Between the quotation marks, if there are any.
  char quote = 0;     ///< The quotation mark around it, or 0.
};

enum class MarkupKind {
  kText,
  kData,         ///< The inside of a CDATA section.
  kStartTag,     ///< With `name` and `attributes`.
  kEndTag,       ///< With `name`.
  kDeclaration,  ///< `<?xml ...?>`, with `attributes`.
  kOther,        ///< Comments, document types, processing instructions.
};

struct MarkupPart {
  MarkupKind kind = MarkupKind::kOther;
  MarkupRange range;
  MarkupRange name;
  std::vector<MarkupAttribute> attributes;
  bool closed = true;  ///< False if the content ends within it.
};

/// True if the bytes are the same but for the case of ASCII letters.
bool same_name(std::string_view x, std::string_view y);

/// Reads part by part.
class MarkupScanner {
 public:
  MarkupScanner(std::string_view content, std::size_t start) : content_(content), at_(start) {}

  /// The next part; nothing at the end. The parts follow each other without gaps, but for the marks of CDATA sections.
  std::optional<MarkupPart> next();

  /// Goes to the end tag of an element whose content is no markup, such as a script; true if there is one. The range
  /// that was gone over is put in `inside`.
  bool skip_element(std::string_view name, MarkupRange& inside);

 private:
  MarkupPart text();
  MarkupPart up_to(std::size_t skipped, std::string_view end);
  MarkupPart data();
  MarkupPart tag();
  void attributes(MarkupPart& tag, char stop);
  void value(MarkupAttribute& attribute);
  void skip_blanks();
  [[nodiscard]] bool markup_begins(std::size_t at) const;

  std::string_view content_;
  std::size_t at_;
};

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_MARKUP_SCANNER_HPP_
