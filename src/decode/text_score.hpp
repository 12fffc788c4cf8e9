// How likely a text is as language: what readings of the same bytes are compared by.
#ifndef UNBAKE_DECODE_TEXT_SCORE_HPP_
#define UNBAKE_DECODE_TEXT_SCORE_HPP_

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>

#include "model/latin_languages.hpp"
#include "model/model.hpp"

namespace unbake::decoding {

/// The pooled model, which knows no languages, and the profiles of those in Latin letters, which tell one Latin page
/// from another. It remembers words, which most readings of a text share; no answer depends on that. Is linear in the
/// length of the text.
class TextScore {
 public:
  TextScore(const model::Model& model, const model::LatinLanguages& languages) : model_(model), languages_(languages) {}

  /// log P(text), in nats, up to what all readings of the same bytes share. Raw bytes (base::kRawByte) are what could
  /// not be read, and cost `bad_byte` each. If that is less than `least`, the answer may be any number below it that is
  /// no less: most readings of some bytes are so unlikely that a few characters tell.
  [[nodiscard]] float operator()(std::span<const char32_t> text, float bad_byte = kBadByte, float least = kLowest);

  [[nodiscard]] const model::Model& model() const { return model_; }

  /// What a byte that is no character of the encoding costs, in nats: so much that one in a short text ends it.
  static constexpr float kBadByte = 20.0F;
  static constexpr float kLowest = std::numeric_limits<float>::lowest();

 private:
  [[nodiscard]] float of_characters(std::span<const char32_t> text, float bad_byte, float least) const;
  [[nodiscard]] float of_words(std::span<const char32_t> text);
  const model::LanguageScores& score_of(std::span<const char32_t> word);

  const model::Model& model_;
  const model::LatinLanguages& languages_;
  std::unordered_map<std::u32string, model::LanguageScores> words_;
};

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_TEXT_SCORE_HPP_
