// JSON strings: their text, and back, with every byte of the text traceable to where it stood.
#ifndef UNBAKE_IO_JSON_STRING_HPP_
#define UNBAKE_IO_JSON_STRING_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unbake::io {

/// The text of a JSON string. Raw bytes, valid UTF-8 or not, stand for themselves; a `\ud83d` without its partner
/// becomes the three bytes that UTF-8 would have for it, which are no valid UTF-8.
class JsonText {
 public:
  /// Unescapes `source`, the JSON between the quotation marks, which must outlive the answer. Nothing if an escape
  /// is malformed.
  static std::optional<JsonText> unescape(std::string_view source);

  [[nodiscard]] std::string_view text() const { return origins_.empty() ? source_ : std::string_view(text_); }

  /// Where the byte at `offset` of the text (or its end) stands in the source; nothing inside an escape.
  [[nodiscard]] std::optional<std::size_t> source_offset(std::size_t offset) const;

 private:
  /// From here on, text and source run in parallel; until the next such place.
  struct Origin {
    std::size_t text;
    std::size_t source;
    bool escape;  ///< The bytes up to the next origin are one escape.
  };

  std::string_view source_;
  std::string text_;
  std::vector<Origin> origins_;  ///< Empty if there is no escape.
};

/// How a JSON string spells what need not be spelled in one way.
struct JsonStyle {
  bool ascii_only = false;      ///< Characters beyond ASCII as `\u00e9`.
  bool upper_case_hex = false;  ///< `\u00E9`
};

/// The style of a string: `ascii_only` if it escapes characters beyond ASCII and has none in plain sight.
JsonStyle json_style(std::string_view source);

/// Appends `text` as it stands between the quotation marks of a JSON string. Bytes that are not UTF-8 stay as they are.
void append_json_escaped(std::string& out, std::string_view text, JsonStyle style = {});

}  // namespace unbake::io

#endif  // UNBAKE_IO_JSON_STRING_HPP_
