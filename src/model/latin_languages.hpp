// How likely a word is in each language that is written in Latin letters.
#ifndef UNBAKE_MODEL_LATIN_LANGUAGES_HPP_
#define UNBAKE_MODEL_LATIN_LANGUAGES_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace unbake::model {

/// One value for each language, in nats; of those from `LatinLanguages::count()` on nothing is known.
inline constexpr std::size_t kMostLatinLanguages = 96;
using LanguageScores = std::array<float, kMostLatinLanguages>;

/// Letter bigrams of each language by itself, where the pooled model (model.hpp) has all languages as one: to that
/// model e with grave is one of the likeliest letters, which it is in Italian, and never in a word of Slovak.
/// Immutable; a view of a file, which must outlive it. docs/model.md tells how it is made.
class LatinLanguages {
 public:
  /// The profiles that are linked into the library.
  static const LatinLanguages& builtin();

  /// Checks magic, version, sizes and checksum of a file; nothing if one of them is wrong.
  static std::optional<LatinLanguages> parse(std::span<const std::uint8_t> file);
  /// The same but for the checksum and the entries, in constant time: for a file that is known to be whole.
  static std::optional<LatinLanguages> view(std::span<const std::uint8_t> file);

  /// Number of languages, at most `kMostLatinLanguages`.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Their tags, separated by spaces, in the order of the scores.
  [[nodiscard]] std::string_view tags() const { return tags_; }

  /// log P(word | language) for all languages, each with the ends of the word; case does not matter. Linear in the
  /// length of the word and the number of languages.
  [[nodiscard]] LanguageScores score(std::span<const char32_t> word) const;

 private:
  struct Symbol;  // what is known of a character beyond ASCII

  [[nodiscard]] const Symbol* find(char32_t symbol) const;
  void add_ascii(std::size_t before, std::size_t after, LanguageScores& sum) const;
  void add_into(char32_t before, char32_t after, LanguageScores& sum) const;
  void add_out_of(char32_t before, std::size_t after, LanguageScores& sum) const;

  std::size_t count_ = 0;
  std::string_view tags_;
  const std::uint8_t* pairs_ = nullptr;     // 27 * 27 rows of half bytes, one for each language
  const std::uint8_t* unigrams_ = nullptr;  // 27 rows of one byte for each language
  const std::uint8_t* backoff_ = nullptr;   // the same: weights of contexts
  const std::uint8_t* unseen_ = nullptr;    // one byte for each language
  std::span<const Symbol> symbols_;         // sorted
  const std::uint8_t* entries_ = nullptr;   // of three bytes
};

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_LATIN_LANGUAGES_HPP_
