// How likely a text is, beside text of ASCII of the same length.
#ifndef UNBAKE_DETECT_LIKELIHOOD_HPP_
#define UNBAKE_DETECT_LIKELIHOOD_HPP_

#include "model/language_memory.hpp"

namespace unbake::detect {

/// Log-likelihood of a text, less what it would be if it were ASCII, a character at a time.
class Likelihood {
 public:
  explicit Likelihood(model::LanguageMemory& language) : language_(&language) {}

  /// The most that a character can add.
  static constexpr float kMost = -model::Model::kAsciiCost;

  void add(char32_t c) {
    if ((a_ | b_ | c) >= 0x80) sum_ += language_->log_probability(a_, b_, c) - model::Model::kAsciiCost;
    a_ = b_;
    b_ = c;
  }

  [[nodiscard]] float sum() const { return sum_; }

 private:
  model::LanguageMemory* language_;
  char32_t a_ = U'\n';
  char32_t b_ = U'\n';
  float sum_ = 0;
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_LIKELIHOOD_HPP_
