// Notations: ways of writing characters in ASCII, such as \u00e9, &eacute; and %C3%A9.
#ifndef UNBAKE_NOTATION_NOTATION_HPP_
#define UNBAKE_NOTATION_NOTATION_HPP_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"

namespace unbake::notation {

enum class Notation : std::uint8_t {
  kUnicodeEscapes,
  kByteEscapes,
  kEntities,
  kPercent,
  kEncodedWords,
};

inline constexpr std::size_t kNotationCount = 5;

/// One bit for each notation.
using NotationSet = std::uint32_t;
constexpr NotationSet set_of(Notation notation) { return NotationSet{1} << static_cast<unsigned>(notation); }
inline constexpr NotationSet kAllNotations = (NotationSet{1} << kNotationCount) - 1;

enum class LetterCase : std::uint8_t { kNone, kLower, kUpper };

/// How a character is spelled: all that is needed to spell another one in the same way.
struct Spelling {
  Notation notation;
  std::uint8_t form = 0;                                       ///< Which of the notation's own; see its file.
  LetterCase letter_case = LetterCase::kNone;                  ///< Of hexadecimal digits; kNone if it has no letters.
  std::uint8_t digits = 0;                                     ///< Digits that a number is padded to with zeros, or 0.
  encoding::EncodingId charset = encoding::EncodingId::kUtf8;  ///< Of the bytes that are spelled.
};

/// A stretch of a text that a notation spells, with what it reads as: most often one character.
struct Atom {
  std::size_t offset;         ///< Bytes from the start of the text.
  std::size_t view_offset;    ///< Bytes from the start of what was read.
  std::uint32_t length;       ///< Bytes of the text.
  std::uint32_t view_length;  ///< Bytes of what was read, in UTF-8.
  Spelling spelling;
};

/// What was read so far: text with the spelled characters as themselves, and where they are.
struct Reading {
  std::string text;
  std::vector<Atom> atoms;  ///< In order.

  /// Appends `characters`, spelled by the `length` bytes at `offset`.
  void add(std::size_t offset, std::size_t length, std::string_view characters, const Spelling& spelling) {
    atoms.push_back({offset, text.size(), static_cast<std::uint32_t>(length),
                     static_cast<std::uint32_t>(characters.size()), spelling});
    text += characters;
  }
};

/// A notation, with its reader and its writer. What it reads and writes again in the same spelling is the same bytes.
struct Row {
  Notation id;
  std::string_view name;
  std::string_view description;
  char starter;  ///< What everything that it spells begins with.
  /// Whether something other than ASCII may be spelled at `offset`, where the starter is: a quick look.
  bool (*may_begin)(std::string_view text, std::size_t offset);
  /// Reads as much as belongs together at `offset`, where the starter is, and appends it to `reading`. Returns the end
  /// of what it read. If nothing was appended, that is the end of what is no spelling, or `offset` if it cannot tell.
  std::size_t (*read)(std::string_view text, std::size_t offset, Reading& reading);
  /// Appends `characters`, UTF-8 beyond ASCII, to `out`, spelled like `spelling`; false if they cannot be spelled so.
  bool (*spell)(std::string_view characters, const Spelling& spelling, std::string& out);
  /// Whether what is spelled so shares digits with its neighbours: then `spell` takes ASCII too, and all that an atom
  /// has.
  bool (*is_shared)(const Spelling& spelling);
};

/// All notations, in the order of `Notation`.
std::span<const Row> notations();
const Row& get(Notation notation);
std::optional<Notation> find(std::string_view name);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_NOTATION_HPP_
