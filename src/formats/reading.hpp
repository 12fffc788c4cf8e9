// The fields of a content as one text, which decide together, and the way back.
#ifndef UNBAKE_FORMATS_READING_HPP_
#define UNBAKE_FORMATS_READING_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/field.hpp"
#include "io/json_string.hpp"
#include "io/replacement.hpp"

namespace unbake::formats {

class Reading {
 public:
  /// Joins the fields, one a line unless a field continues another. `content` must outlive the reading. A content of
  /// one field that is not escaped is not copied.
  Reading(std::string_view content, Fields found);

  /// The fields as one text, unescaped.
  [[nodiscard]] std::string_view text() const { return copied_ ? std::string_view(joined_) : text_; }

  [[nodiscard]] const std::vector<std::string>& remarks() const { return found_.remarks; }

  struct Place {
    std::size_t offset;  ///< Bytes from the start of the content.
    std::size_t length;  ///< Bytes of the content.
    const Field* field;
  };

  /// Where `length` bytes at `offset` of the text stand in the content; nothing if they are not all in one field, or
  /// begin or end inside an escape. Quick if asked in order.
  [[nodiscard]] std::optional<Place> place(std::size_t offset, std::size_t length) const;

  /// Puts `after` in the place of `length` bytes at `offset` of the text, escaped as the field is. Nothing if it has no
  /// place, or would add or take away a guarded character; one that `spelled` text has only for its notation counts
  /// not.
  [[nodiscard]] std::optional<io::Replacement> write(std::size_t offset, std::size_t length, std::string_view after,
                                                     bool spelled) const;

  /// What a field is called; may be empty.
  [[nodiscard]] const std::string& name(const Field& field) const { return found_.names[field.name]; }

 private:
  /// The text of a field within the joined text.
  struct Part {
    std::size_t offset;
    std::size_t length;
  };

  /// The field of that number, unescaped.
  const io::JsonText& unescaped(std::size_t field) const;

  std::string_view content_;
  Fields found_;
  bool copied_ = false;
  std::string_view text_;
  std::string joined_;
  std::vector<Part> parts_;
  // The field that was unescaped last: edits come in order.
  mutable std::size_t last_ = static_cast<std::size_t>(-1);
  mutable io::JsonText last_text_;
  mutable io::JsonStyle last_style_;
};

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_READING_HPP_
