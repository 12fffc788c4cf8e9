// Contents in other encodings than UTF-8, which --to-utf8 converts.
#ifndef UNBAKE_CLI_LEGACY_CONTENT_HPP_
#define UNBAKE_CLI_LEGACY_CONTENT_HPP_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/settings.hpp"
#include "formats/format.hpp"
#include "io/failure.hpp"
#include "io/replacement.hpp"

namespace unbake::cli {

/// A content in UTF-8, and what it was in before.
struct Converted {
  std::string text;
  std::string encoding;
};

/// The text of `bytes`, which are not UTF-8. A failure unless the encoding is certain enough for the settings and every
/// byte is a character in it.
std::variant<Converted, io::Failure> converted(std::string_view bytes, const formats::Format& format,
                                               const Settings& settings);

/// What makes `text` of `bytes`: the lines that differ, or all of it if the lines do not correspond.
std::vector<io::Replacement> line_replacements(std::string_view bytes, std::string_view text);

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_LEGACY_CONTENT_HPP_
