// Tries all encodings of one byte a character on a line at once.
#ifndef UNBAKE_DETECT_PAGE_TRIALS_HPP_
#define UNBAKE_DETECT_PAGE_TRIALS_HPP_

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "detect/likelihood.hpp"
#include "encoding/encoding.hpp"

namespace unbake::detect {

/// In a line of bytes, marks a symbol that is carried through as it is.
inline constexpr char32_t kCarried = 0x80000000;

/// Controls are in no text that somebody wrote.
constexpr bool is_control(char32_t c) { return (c < 0x20 && c != U'\t' && c != U'\r') || (c >= 0x7F && c < 0xA0); }

/// Most pages agree on most bytes. So the line is read once for all pages that have agreed up to here, and these part
/// where they differ.
class PageTrials {
 public:
  /// `units` are bytes, and symbols marked by `kCarried`; `most` is the most that can be added from each on, and at the
  /// end. Of a page that comes to less than `least` nothing is known. `units` and `language` must outlive this.
  PageTrials(const std::vector<char32_t>& units, std::vector<float> most, model::LanguageMemory& language, float least)
      : units_(units), language_(language), least_(least), most_(std::move(most)) {}

  /// `most` where nothing else is known.
  static std::vector<float> most_from(const std::vector<char32_t>& units);

  /// Tries `pages`, in any order, whose order is changed.
  void run(std::span<encoding::EncodingId> pages);

  /// `Likelihood` of what the line is in `page`; nothing if it is no text there, or not likely enough.
  [[nodiscard]] std::optional<float> likelihood(encoding::EncodingId page) const {
    return likelihoods_[static_cast<std::size_t>(page)];
  }

 private:
  // Goes on with the unit `i` for pages that agree on all before it.
  void follow(std::size_t i, Likelihood sum, std::span<encoding::EncodingId> pages);
  // Puts pages together that agree on what `byte` is.
  static void sort_by_character(std::span<encoding::EncodingId> pages, char32_t byte);

  const std::vector<char32_t>& units_;
  model::LanguageMemory& language_;
  float least_;
  std::vector<float> most_;  // that can be added from each unit on
  std::array<std::optional<float>, encoding::kEncodingCount> likelihoods_;
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_PAGE_TRIALS_HPP_
