// Finds lines that look like legacy text read as legacy: Cyrillic as accented Latin, Chinese as symbols, and so on.
#ifndef UNBAKE_DETECT_LEGACY_FINDER_HPP_
#define UNBAKE_DETECT_LEGACY_FINDER_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/symbol.hpp"
#include "detect/latin_search.hpp"
#include "detect/line_cost.hpp"
#include "detect/reading_bound.hpp"
#include "detect/vietnamese_search.hpp"
#include "encoding/conversion.hpp"
#include "model/language_memory.hpp"

namespace unbake::detect {

/// A line, or a piece of a long one, that may be legacy text.
struct LegacyLine {
  std::size_t begin;  ///< Bytes from the start of the text.
  std::size_t end;
  std::vector<encoding::Conversion> conversions;  ///< The likeliest first, at most `LegacyFinder::kMostConversions`.
  std::optional<LatinReading> latin;  ///< The same for Latin text in another Latin page or font, for the whole line.
};

/// Walks a text line by line. A line is looked at closely only if it is unlikely as it stands; then every legacy
/// encoding that its characters can be read back into is tried, and those are kept that make it likelier. Linear time:
/// the close look has a bound of characters, and of encodings; in a text where it finds nothing it becomes rare.
class LegacyFinder {
 public:
  static constexpr std::size_t kMostConversions = 3;
  static constexpr std::size_t kLongestLine = 1024;  ///< Symbols; longer lines are taken in pieces.

  /// Only misreadings by `readers` are considered.
  LegacyFinder(std::string_view text, encoding::ReaderSet readers, const model::Model& model)
      : text_(text), readers_(readers), model_(model), language_(model) {}

  LegacyFinder(const LegacyFinder&) = delete;
  LegacyFinder& operator=(const LegacyFinder&) = delete;

  /// The next line that may be legacy text, of those that begin at or before `limit`; false if there are no more.
  bool next(LegacyLine& line, std::size_t limit = std::string_view::npos);

  /// From now on lines that are UTF-8 read by one of `readers` are not looked at.
  void establish(encoding::ReaderSet readers) { established_ = readers; }

 private:
  void read_symbols();
  // The most that the average of characters costs in most clean lines of the kind.
  [[nodiscard]] float usual(const LineCost& cost) const;
  [[nodiscard]] bool is_worth_a_look(const LineCost& cost, float usual);
  void search(LegacyLine& line, const LineCost& cost, float usual);
  [[nodiscard]] std::optional<LatinReading> find_latin();

  std::string_view text_;
  encoding::ReaderSet readers_;
  encoding::ReaderSet established_ = 0;
  const model::Model& model_;
  model::LanguageMemory language_;
  ReadingBound bound_{language_};
  // Once a line was searched:
  std::optional<LatinSearch> latin_;
  VietnameseSearch vietnamese_{model::LatinLanguages::builtin()};
  std::size_t position_ = 0;
  std::size_t begin_ = 0;
  std::vector<char32_t> symbols_;  // of the line that is looked at

  // Lines of like cost err alike: each failure in a band of costs makes the next look there rarer.
  struct Band {
    float most;              // nats a character
    std::uint32_t failures;  // since the last success
    std::uint32_t to_skip;
  };
  static constexpr std::size_t kBands = 5;
  std::array<Band, kBands> bands_{{{5.5F, 0, 0}, {8, 0, 0}, {11, 0, 0}, {15, 0, 0}, {1e9F, 0, 0}}};
  Band* band_ = nullptr;
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LEGACY_FINDER_HPP_
