// A text with its spelled characters as themselves, and the way back.
#ifndef UNBAKE_NOTATION_VIEW_HPP_
#define UNBAKE_NOTATION_VIEW_HPP_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notation/notation.hpp"

namespace unbake::notation {

/// A stretch of bytes.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

/// What the lines of a text read as, those that matter one after the other.
class View {
 public:
  /// Which lines of a text are read.
  enum class Lines {
    kAll,
    kWithSpelled,  ///< Those in which a character beyond ASCII is spelled.
  };

  /// Reads `text`, which must outlive the view, in `notations`. Linear; memory is what was read and an `Atom` for each
  /// spelled character of the lines that are read.
  static View of(std::string_view text, NotationSet notations, Lines lines);

  [[nodiscard]] std::string_view text() const { return reading_.text; }

  /// `stretch` of the view, made longer where it begins or ends inside of an atom.
  [[nodiscard]] Stretch whole_atoms(Stretch stretch) const;
  /// Where `stretch`, which has whole atoms, is in the text.
  [[nodiscard]] Stretch source(Stretch stretch) const;
  /// What `stretch` of the text, of whole atoms and in lines that were read, reads as.
  [[nodiscard]] Stretch view_of(Stretch stretch) const;

  /// The notation of the first spelled character beyond ASCII in `stretch`; nothing if there is none.
  [[nodiscard]] std::optional<Notation> notation_in(Stretch stretch) const;

  /// `characters`, which take the place of `stretch`, written as it is: spelled like its first spelled character, or
  /// plain if it has a plain one beyond ASCII. ASCII keeps its bytes; letters and digits that were not there, since
  /// damage had swallowed them, are plain. Nothing if there is other ASCII than before, or the notation has no way to
  /// write them.
  [[nodiscard]] std::optional<std::string> spelled(Stretch stretch, std::string_view characters) const;

 private:
  // The start of a line, in the text and in the view.
  struct Line {
    std::size_t offset;
    std::size_t view_offset;
  };

  // With the bytes that stand for it.
  struct AsciiCharacter {
    char character;
    std::string_view source;
  };

  class Builder;

  [[nodiscard]] bool is_beyond_ascii(const Atom& atom) const;
  // The first atom that ends behind `view_offset`.
  [[nodiscard]] std::vector<Atom>::const_iterator first_behind(std::size_t view_offset) const;
  // Where in the text is what stands at `view_offset`, which is not inside of an atom; if an atom ends there, its end.
  [[nodiscard]] std::size_t source_of(std::size_t view_offset) const;
  [[nodiscard]] std::size_t view_of(std::size_t offset) const;
  // The ASCII characters of `stretch`.
  [[nodiscard]] std::vector<AsciiCharacter> ascii_of(Stretch stretch) const;
  // The spelling of the atom that `stretch` is, if its characters share what spells them; else nothing.
  [[nodiscard]] const Spelling* shared_spelling_of(Stretch stretch) const;
  // How characters that take the place of `stretch` are spelled; nothing if plain.
  [[nodiscard]] const Spelling* spelling_of(Stretch stretch) const;

  std::string_view source_;
  Reading reading_;
  std::vector<Line> lines_;
};

/// Whether in [begin, end) of `text` something beyond ASCII may be spelled in one of `notations`: what is neither so
/// nor beyond ASCII itself has nothing to read. Linear, and much faster than to read.
bool may_be_spelled(std::string_view text, std::size_t begin, std::size_t end, NotationSet notations);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_VIEW_HPP_
