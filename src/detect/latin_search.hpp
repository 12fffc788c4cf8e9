// Finds lines of Latin text that were in one Latin page and read as another: one accented letter stands for another.
#ifndef UNBAKE_DETECT_LATIN_SEARCH_HPP_
#define UNBAKE_DETECT_LATIN_SEARCH_HPP_

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "detect/latin_evidence.hpp"
#include "detect/latin_reading.hpp"
#include "encoding/conversion.hpp"
#include "model/language_memory.hpp"

namespace unbake::detect {

/// What `symbol` was before it was read so, appended to `out`: one character for each of its bytes. False, and nothing
/// appended, if no reader of the conversion shows it, or if one of its bytes is no character.
bool undo(char32_t symbol, const encoding::Conversion& conversion, std::vector<char32_t>& out);

/// Tries all pages that Latin text is met in on a line. Linear in its length.
class LatinSearch {
 public:
  LatinSearch(const model::Model& model, const model::LatinLanguages& languages)
      : language_(model), evidence_(languages) {}

  /// The likeliest reading of `line` by one of `readers`; nothing if the line is likelier as it stands.
  std::optional<LatinReading> find(std::span<const char32_t> line, encoding::ReaderSet readers);

 private:
  // A word: [begin, end) of the line.
  struct Word {
    std::size_t begin;
    std::size_t end;
    bool has_ascii;
    std::optional<std::size_t> scores;  // its place in `scores_` once they are known
  };
  // A symbol beyond ASCII, its bytes, and what it becomes.
  struct Replacement {
    explicit Replacement(char32_t c);
    char32_t symbol;
    std::array<encoding::ReaderBytes, encoding::kMaxReaderBytes> groups;
    std::size_t group_count;
    std::vector<char32_t> becomes;
  };

  // Splits the line; false if it is no Latin text with something beyond ASCII in it.
  bool read(std::span<const char32_t> line);
  void add_symbol(char32_t symbol);
  void keep_each_word_once(std::span<const char32_t> line);
  // How the conversion would change the symbols of the line; false if it would not.
  bool convert(const encoding::Conversion& conversion);
  [[nodiscard]] const Replacement& replacement(char32_t symbol) const;
  // Log-likelihood gain in the pooled model of the places of `text` that change, the first of them if they are many.
  [[nodiscard]] float glance(std::span<const char32_t> text) const;
  // Whether a glance at the unlikeliest word, and then at the line, speaks for what the conversion makes of it.
  [[nodiscard]] bool is_worth_weighing(std::span<const char32_t> line) const;
  [[nodiscard]] float weigh(std::span<const char32_t> line);
  // What the word of the line says of its language, found once for all readings.
  const model::LanguageScores& scores(Word& word, std::span<const char32_t> line);
  // What a word becomes; false if that is not what letters are read as.
  bool rewrite(std::span<const char32_t> word, std::vector<char32_t>& out) const;

  model::LanguageMemory language_;
  LatinEvidence evidence_;
  std::vector<Word> words_;
  std::vector<model::LanguageScores> scores_;
  Word unlikeliest_{};
  std::vector<Replacement> replacements_;
  bool has_small_ = false;  // an ASCII letter that is no capital
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LATIN_SEARCH_HPP_
