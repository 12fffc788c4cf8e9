// Tries every legacy encoding on a line of text.
#ifndef UNBAKE_DETECT_CONVERSION_SEARCH_HPP_
#define UNBAKE_DETECT_CONVERSION_SEARCH_HPP_

#include <cstddef>
#include <span>
#include <vector>

#include "detect/reading_bound.hpp"
#include "encoding/conversion.hpp"
#include "model/language_memory.hpp"

namespace unbake::detect {

/// Conversions by some of `readers` that make `line` likelier by at least `least_gain` nats: the best of each source,
/// the best first, at most `most`. `bound` is one of `language`. Only the first characters of a long line are weighed.
std::vector<encoding::Conversion> find_conversions(std::span<const char32_t> line, encoding::ReaderSet readers,
                                                   model::LanguageMemory& language, ReadingBound& bound,
                                                   float least_gain, std::size_t most);

/// Whether the first characters of `line` are UTF-8 misread by one of `readers`, nearly all of them; with
/// `may_lack_bytes` also characters that have lost their last byte before ASCII.
bool is_utf8_read_by(encoding::ReaderSet readers, std::span<const char32_t> line, bool may_lack_bytes);

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_CONVERSION_SEARCH_HPP_
