// Characters that encodings of pairs show: ideographs, Hangul, private use. Damage is looked for in them by chance,
// too.
#ifndef UNBAKE_PIPELINE_PAIR_CHARACTERS_HPP_
#define UNBAKE_PIPELINE_PAIR_CHARACTERS_HPP_

#include <cstddef>
#include <string_view>
#include <vector>

#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {

/// Of more such characters than this some look damaged by chance, if all were written.
inline constexpr std::size_t kManyPairs = 500;
/// The part of them that repairs explain where more than chance is at work.
inline constexpr double kExplainedOfMany = 0.1;

[[nodiscard]] bool is_of_pairs(char32_t c);

/// The offset of a byte at or after `from` before which no such character begins; the size of `text` if none does at
/// all. Where all is ASCII, Latin, Greek, Cyrillic, Hebrew or Arabic, there is no such byte.
[[nodiscard]] std::size_t find_pair(std::string_view text, std::size_t from);

[[nodiscard]] std::size_t pairs_in(std::string_view text);

/// Such characters in the repairs of `decisions`.
[[nodiscard]] std::size_t pairs_in_repairs(std::string_view text, const std::vector<Decision>& decisions);

/// Takes back repairs of single characters of pairs that occur once only, where the text has many and nearly all of
/// them are left: it is a list of characters, or written in them.
void refuse_lone_pairs(std::string_view text, std::vector<Decision>& decisions);

/// Takes back repairs of single characters of pairs that stand alone, as no word does, and would become letters, where
/// no other kind of repair is by the same reader: such a text is about the characters.
void refuse_odd_pairs(std::string_view text, std::vector<Decision>& decisions);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_PAIR_CHARACTERS_HPP_
