// Keys of the n-grams that the model stores.
#ifndef UNBAKE_MODEL_NGRAM_KEY_HPP_
#define UNBAKE_MODEL_NGRAM_KEY_HPP_

#include <cstdint>

#include "model/character_class.hpp"

namespace unbake::model {

/// What a stored value is about.
enum class NgramKind : std::uint64_t {
  kCharacterInClass = 1,  ///< log P(character | its class)
  kBigram,                ///< log P(c | b)
  kTrigram,               ///< log P(c | a b)
  kBigramBackoff,         ///< log backoff weight of the context (b)
  kTrigramBackoff,        ///< log backoff weight of the context (a b)
  kClassTrigram,          ///< log P(class | two classes)
};

/// A key with no collisions: kind in the top bits, then up to three code points or classes of 20 bits. Raw bytes and
/// code points of plane 16 share keys, which no training text holds.
constexpr std::uint64_t ngram_key(NgramKind kind, char32_t a, char32_t b, char32_t c) {
  constexpr std::uint64_t kMask = 0xFFFFF;
  return static_cast<std::uint64_t>(kind) << 60 | (a & kMask) << 40 | (b & kMask) << 20 | (c & kMask);
}

constexpr std::uint64_t class_trigram_key(CharacterClass a, CharacterClass b, CharacterClass c) {
  return ngram_key(NgramKind::kClassTrigram, static_cast<char32_t>(a), static_cast<char32_t>(b),
                   static_cast<char32_t>(c));
}

/// The model sees every decimal digit of ASCII as '0', and every white space of ASCII as a space or a line end.
constexpr char32_t fold_symbol(char32_t c) {
  if (c >= '0' && c <= '9') return '0';
  if (c == '\t') return ' ';
  if (c == '\r') return '\n';
  return c;
}

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_NGRAM_KEY_HPP_
