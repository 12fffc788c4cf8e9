// Finds lines of Vietnamese that were typed for fonts of its own, VNI or TCVN3 (ABC), and shown in others.
#ifndef UNBAKE_DETECT_VIETNAMESE_SEARCH_HPP_
#define UNBAKE_DETECT_VIETNAMESE_SEARCH_HPP_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detect/latin_evidence.hpp"
#include "detect/latin_reading.hpp"
#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::detect {

/// Symbols [first, last) of a line, and what they were. In VNI a letter may be two symbols, the first of them ASCII.
struct FontLetters {
  std::size_t first;
  std::size_t last;
  std::u32string becomes;
};

/// Whether a line is read from `source` word by word as `font_letters` does.
[[nodiscard]] bool is_vietnamese_font(encoding::EncodingId source);

/// What changes where `line` was typed for `source`, a Vietnamese font: in all words that become syllables, or
/// abbreviations in capitals. Words of other languages in the line stay. Linear.
[[nodiscard]] std::vector<FontLetters> font_letters(std::span<const char32_t> line, encoding::EncodingId source);

/// Reads a line from both fonts. Only where hardly a word is left that changes into no syllable it is weighed, by the
/// profiles of languages, against the line as it stands. Linear in its length.
class VietnameseSearch {
 public:
  explicit VietnameseSearch(const model::LatinLanguages& languages) : evidence_(languages) {}

  /// The likelier reading by one of `readers`; nothing if the line is likelier as it stands.
  std::optional<LatinReading> find(std::span<const char32_t> line, encoding::ReaderSet readers);

 private:
  // Log-likelihood gain in nats; nothing if the words that change are few or no syllables.
  std::optional<float> weigh(std::span<const char32_t> line, encoding::EncodingId source);

  LatinEvidence evidence_;
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_VIETNAMESE_SEARCH_HPP_
