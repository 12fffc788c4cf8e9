// The language model: how likely a character is after two others, over all languages at once.
#ifndef UNBAKE_MODEL_MODEL_HPP_
#define UNBAKE_MODEL_MODEL_HPP_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/character_class.hpp"
#include "model/model_format.hpp"
#include "model/ngram_filter.hpp"
#include "model/ngram_key.hpp"

namespace unbake::model {

/// A pooled multilingual character trigram model that backs off to bigrams, then to classes of characters. Immutable;
/// a view of a model file, which must outlive it. docs/model.md tells how it is made and what it does not know.
///
/// N-grams of ASCII alone are not stored: damage leaves ASCII as it is, so their cost is the same for the damaged and
/// the repaired text. They cost a constant.
class Model {
 public:
  /// What a character of ASCII costs after two of ASCII, in nats: roughly the entropy of English letters.
  static constexpr float kAsciiCost = -2.5F;

  /// The model that is linked into the library.
  static const Model& builtin();

  /// Checks magic, version, sizes and checksum of a model file; nothing if one of them is wrong.
  static std::optional<Model> parse(std::span<const std::uint8_t> file);
  /// The same but for the checksum, in constant time: for a file that is known to be whole.
  static std::optional<Model> view(std::span<const std::uint8_t> file);

  /// log P(c | a b) in nats; always between -40 and 0. `a` and `b` are the characters before; at the start of a text
  /// they are line ends.
  [[nodiscard]] float log_probability(char32_t a, char32_t b, char32_t c) const {
    a = fold_symbol(a);
    b = fold_symbol(b);
    c = fold_symbol(c);
    if (b == U'\n') a = U'\n';  // lines are independent: so they were counted
    if ((a | b | c) < 0x80) return kAsciiCost;
    const int trigram = filter_find(shape_, slots_, ngram_key(NgramKind::kTrigram, a, b, c));
    return trigram >= 0 ? -kFilterStep * static_cast<float>(trigram) : log_backed_off(a, b, c);
  }

  /// log P(c | class of c): how common a character is, whatever surrounds it.
  [[nodiscard]] float log_in_class(char32_t c) const;

  /// Tags of the languages the model was trained on, sorted.
  [[nodiscard]] std::vector<std::string_view> languages() const;

 private:
  // Of folded symbols whose trigram is not stored.
  [[nodiscard]] float log_backed_off(char32_t a, char32_t b, char32_t c) const;
  [[nodiscard]] float log_class(CharacterClass a, CharacterClass b, CharacterClass c) const;
  [[nodiscard]] float log_character_in_class(char32_t c, CharacterClass class_of_c) const;

  FilterShape shape_{};
  const std::uint16_t* slots_ = nullptr;
  const std::uint8_t* class_bigrams_ = nullptr;          // kClassCount rows of kClassCount
  const std::uint8_t* class_trigram_backoff_ = nullptr;  // the same
  const std::uint8_t* class_unseen_ = nullptr;           // kClassCount
  std::string_view languages_;
};

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_MODEL_HPP_
