#include "repair/alternatives.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "repair/legacy_losses.hpp"
#include "repair/lost_characters.hpp"

namespace unbake::repair {
namespace {

// The script of a character that may be punctuation, which is that of the letters before it.
Script script_at(char32_t chosen, const Surroundings& surroundings) {
  for (const char32_t c : {chosen, surroundings.before[1], surroundings.before[0], surroundings.after[0]}) {
    if (script_of(c) != kNoScript) return script_of(c);
  }
  return kNoScript;
}

// A deeper layer takes the character apart again: what is left of it is not what stands in the text.
bool is_left_of(const LossyCharacter& lossy, char32_t character) {
  return lossy.length == base::utf8_length(character);
}

std::vector<Fitting> fitting_characters(const ChosenCharacter& chosen, encoding::EncodingId source,
                                        encoding::ReaderSet readers, const Surroundings& surroundings) {
  std::vector<Fitting> fitting;
  if (source != encoding::EncodingId::kUtf8) {
    for (const LostLetter& l : lost_letters(source, readers, LostBy::kDecoder))
      fitting.push_back({l.letter, l.readers, kAllDecoders});
    return fitting;
  }
  if (!is_left_of(chosen.lossy, chosen.value)) return fitting;
  LossySurroundings around{};
  around.readers = readers;
  around.decoders = kAllDecoders;
  around.next = surroundings.after[0] < 0x80 ? static_cast<std::uint8_t>(surroundings.after[0]) : std::uint8_t{0};
  around.script = script_at(chosen.value, surroundings);
  find_fitting(chosen.lossy, around, fitting);
  return fitting;
}

}  // namespace

std::vector<Alternative> alternatives(const ChosenCharacter& chosen, encoding::EncodingId source,
                                      encoding::ReaderSet readers, const Surroundings& surroundings,
                                      model::LanguageMemory& memory, std::size_t most) {
  const std::array<char32_t, 2>& before = surroundings.before;
  const std::array<char32_t, 2>& after = surroundings.after;
  const auto language = [&](char32_t c) {
    return memory.log_probability(before[0], before[1], c) + memory.log_probability(before[1], c, after[0]) +
           memory.log_probability(c, after[0], after[1]);
  };
  const double best = language(chosen.value);
  std::vector<Alternative> fitting{{chosen.value, 1}};
  double sum = 1;
  for (const Fitting& f : fitting_characters(chosen, source, readers, surroundings)) {
    if (f.character == chosen.value) continue;
    fitting.push_back({f.character, std::exp(language(f.character) - best)});
    sum += fitting.back().probability;
  }
  for (Alternative& a : fitting) a.probability /= sum;
  std::stable_sort(fitting.begin(), fitting.end(), [&](const Alternative& x, const Alternative& y) {
    if ((x.value == chosen.value) != (y.value == chosen.value)) return x.value == chosen.value;
    return x.probability > y.probability;
  });
  std::erase_if(fitting, [&](const Alternative& a) { return a.value != chosen.value && a.probability < 0.001; });
  return {fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(std::min(most, fitting.size()))};
}

}  // namespace unbake::repair
