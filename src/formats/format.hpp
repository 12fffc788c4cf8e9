// Every format that text is found in, one row each: the one place to add a format.
#ifndef UNBAKE_FORMATS_FORMAT_HPP_
#define UNBAKE_FORMATS_FORMAT_HPP_

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "formats/field.hpp"
#include "formats/pieces.hpp"

namespace unbake::formats {

/// Which member of `Selection` a format knows.
enum class Selects { kNothing, kFields, kColumns, kAttributes };

struct Format {
  std::string_view name;
  std::string_view endings;      ///< Of the names of its files, separated by spaces, without dots; may be empty.
  std::string_view description;  ///< Which fields are found, in one line.
  Selects selects;
  bool by_line;  ///< Each line is a content of its own.
  /// Finds the fields. Linear in the content, which may be any bytes.
  FoundFields (*find)(std::string_view content, const Selection& selection);
  /// Finds the same in pieces; null if the content must be known as a whole, or may be cut behind any line.
  std::unique_ptr<PieceFinder> (*in_pieces)(const Selection& selection) = nullptr;
};

/// In the order of the help; the first is plain text.
std::span<const Format> formats();

/// What is wrong with asking `format` for `selection`, if anything is.
std::optional<io::Failure> refuses(const Format& format, const Selection& selection);

/// The format of that name, or null.
const Format* find_format(std::string_view name);

/// The format that the ending of a file's name tells; plain text if it tells none.
const Format& format_of_file(std::string_view file_name);

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_FORMAT_HPP_
