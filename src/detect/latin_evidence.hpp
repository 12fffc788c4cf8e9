// What the words of a line say about the language it is in, and so about accented letters that were read wrongly.
#ifndef UNBAKE_DETECT_LATIN_EVIDENCE_HPP_
#define UNBAKE_DETECT_LATIN_EVIDENCE_HPP_

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/latin_languages.hpp"

namespace unbake::detect {

/// A line is in one language, but for a word here and there: log P(line) is that of a mixture over languages, in which
/// every word may also come from any language. It compares a line as it stands with a reading of it: words that both
/// have in common tell the language, and the others which of the two is that language.
class LatinEvidence {
 public:
  explicit LatinEvidence(const model::LatinLanguages& languages) : languages_(languages) {}

  /// Forgets all words.
  void start();
  /// A word that stands in both. Of more than `kMostWords` no more is learnt.
  void add_common(std::span<const char32_t> word);
  /// The same, of a word of `length` symbols, with what `in_line` says of it: for a line that is read in several ways.
  void add_common(std::size_t length, const model::LanguageScores& in_line);
  /// log P(word) in a line of each language, where it may come from another.
  [[nodiscard]] model::LanguageScores in_line(std::span<const char32_t> word) const;
  /// Whether more words that stand in both are learnt from.
  [[nodiscard]] bool learns_more() const { return common_words_ < kMostWords; }
  /// A word of the reading, and the same in the line as it stands. There it is several words if something is in it that
  /// joins words, such as a dash; ligatures are their letters; and letters of other scripts may stand for Latin ones
  /// that they look like.
  void add_pair(std::span<const char32_t> as_it_stands, std::span<const char32_t> reading);
  /// A word of one letter, and the letter that it is in the reading. It may be what the line talks about: only where it
  /// is a word of the language of the line does it speak for the reading, not as a foreign one.
  void add_letter(char32_t as_it_stands, char32_t reading);

  /// log P(reading) - log P(line as it stands), in nats.
  [[nodiscard]] float gain() const;
  /// What each letter and word end of the reading costs in the likeliest language, in nats: how strange it is there.
  [[nodiscard]] float strangeness() const;
  /// How much likelier a word is than another if nothing is known of the language.
  [[nodiscard]] float gain_alone(std::span<const char32_t> as_it_stands, std::span<const char32_t> reading) const;

  static constexpr std::size_t kMostWords = 48;

 private:
  void add(std::span<const char32_t> word, model::LanguageScores& sum) const;
  [[nodiscard]] model::LanguageScores score(std::span<const char32_t> word) const;
  [[nodiscard]] float mixture(const model::LanguageScores& scores) const;

  const model::LatinLanguages& languages_;
  model::LanguageScores as_it_stands_{};
  model::LanguageScores reading_{};
  std::size_t common_words_ = 0;
  std::size_t symbols_ = 0;  // of the reading, word ends among them
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LATIN_EVIDENCE_HPP_
