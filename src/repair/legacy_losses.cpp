#include "repair/legacy_losses.hpp"

#include <bit>

#include "model/character_class.hpp"
#include "repair/layer_state.hpp"

namespace unbake::repair {
namespace {

// A letter of an alphabet that legacy pages of one byte a character have.
bool is_letter(char32_t c) {
  using enum model::CharacterClass;
  const model::CharacterClass k = model::character_class(c);
  return (k >= kLatin1Lower && k <= kLatinOtherUpper) || (k >= kGreekLower && k <= kArabicMark) || k == kThai;
}

}  // namespace

std::vector<LostLetter> lost_letters(encoding::EncodingId source, encoding::ReaderSet readers, LostBy by) {
  std::vector<LostLetter> letters;
  for (std::uint64_t rest = bytes_lost_by(readers, by, 0); rest != 0; rest &= rest - 1) {
    const auto byte = static_cast<std::uint8_t>(0x80 + std::countr_zero(rest));
    LayerState layer;
    layer.source = source;
    if (layer.push(byte) != base::Utf8Prefix::kComplete) continue;
    const char32_t letter = layer.take();
    if (is_letter(letter)) letters.push_back({letter, byte, readers_that_lose(byte, by, 0) & readers});
  }
  return letters;
}

}  // namespace unbake::repair
