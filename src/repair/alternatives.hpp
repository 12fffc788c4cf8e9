// What else could stand where a byte was lost.
#ifndef UNBAKE_REPAIR_ALTERNATIVES_HPP_
#define UNBAKE_REPAIR_ALTERNATIVES_HPP_

#include <array>
#include <vector>

#include "encoding/reader_index.hpp"
#include "model/language_memory.hpp"
#include "repair/candidate.hpp"

namespace unbake::repair {

/// A character that fits, with its probability among those that do.
struct Alternative {
  char32_t value;
  double probability;
};

/// The two characters before a place and the two behind it.
struct Surroundings {
  std::array<char32_t, 2> before;  ///< In order of the text.
  std::array<char32_t, 2> after;
};

/// The characters of `source` that may have been what is left of `chosen`, with bytes that one of `readers` loses:
/// `chosen` first, then the others, likeliest first, at most `most`, none below one in a thousand. Probabilities are
/// those of the model in `surroundings`.
std::vector<Alternative> alternatives(const ChosenCharacter& chosen, encoding::EncodingId source,
                                      encoding::ReaderSet readers, const Surroundings& surroundings,
                                      model::LanguageMemory& memory, std::size_t most);

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_ALTERNATIVES_HPP_
