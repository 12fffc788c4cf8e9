// What encloses a place of a text: quotation marks, a cell of a table, the bars of a pattern.
#ifndef UNBAKE_DETECT_QUOTATION_HPP_
#define UNBAKE_DETECT_QUOTATION_HPP_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace unbake::detect {

/// A stretch of a text, in bytes.
struct Stretch {
  std::size_t begin;
  std::size_t end;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

enum class Enclosure : std::uint8_t {
  kNone,
  kCode,         ///< Backticks.
  kString,       ///< ASCII quotes.
  kMarks,        ///< Typographic or corner quotes.
  kAlternative,  ///< What a pattern encloses with: `a|b`, `/a/`, `[a]`.
  kEscapes,      ///< Escaped bytes, as in a table: `\x12a\x12`.
  kCell,         ///< A cell of a table, or what stands between two tags.
  kBracket,      ///< Parentheses.
};

/// What encloses a place most closely.
struct Quotation {
  Enclosure enclosure = Enclosure::kNone;
  Stretch content{0, 0};  ///< What is enclosed, without spaces at its ends.
  Stretch whole{0, 0};    ///< The same with what encloses it.
};

/// Bytes to each side of a place beyond which nothing is looked at.
inline constexpr std::size_t kReach = 160;

/// The line of `place`, as far as `kReach` on both sides.
Stretch line_around(std::string_view text, Stretch place);

/// What encloses `place` within `line`: the closest that opens before it and closes behind it. Linear in `kReach`.
Quotation find_quotation(std::string_view text, Stretch line, Stretch place);

/// The first offset at or behind `offset`, up to `end`, where no space or tab stands.
std::size_t skip_spaces(std::string_view text, std::size_t offset, std::size_t end);

/// The end of `text[begin, offset)` without spaces and tabs there.
std::size_t skip_spaces_back(std::string_view text, std::size_t begin, std::size_t offset);

/// True if `byte` is of a word: an ASCII letter or digit, or of a character beyond ASCII.
bool is_word_byte(char byte);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_QUOTATION_HPP_
