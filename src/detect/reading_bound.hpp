// What a line can be at most in any legacy encoding: most lines need not be tried.
#ifndef UNBAKE_DETECT_READING_BOUND_HPP_
#define UNBAKE_DETECT_READING_BOUND_HPP_

#include <cstddef>
#include <span>
#include <vector>

#include "model/language_memory.hpp"

namespace unbake::detect {

/// An upper bound of the `Likelihood` of all that a line may have been before some reader showed it, in any encoding
/// that people wrote text in. A place, a character beyond ASCII, is bounded by itself: the best of all that it may have
/// been there, whatever is made of the others. Text says the same again and again, so bounds of places are remembered
/// for all texts of a process (128 KB), by any number of threads at once.
class ReadingBound {
 public:
  /// `language` must outlive it.
  explicit ReadingBound(model::LanguageMemory& language) : language_(language) {}

  /// Looks at a line; true if its places tell a bound by themselves. Linear in its length.
  [[nodiscard]] bool look_at(std::span<const char32_t> line);

  /// The bound of the line, in nats.
  [[nodiscard]] float most() const { return most_; }

  /// What each place of the line, in order, adds at most in encodings of one byte a character, with the two characters
  /// behind it.
  [[nodiscard]] std::span<const float> places() const { return places_; }

 private:
  model::LanguageMemory& language_;
  float most_ = 0;
  std::vector<float> places_;
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_READING_BOUND_HPP_
