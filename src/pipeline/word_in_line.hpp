// The word and the line around a place of a text.
#ifndef UNBAKE_PIPELINE_WORD_IN_LINE_HPP_
#define UNBAKE_PIPELINE_WORD_IN_LINE_HPP_

#include <span>
#include <string_view>
#include <vector>

namespace unbake::pipeline {

/// Whether it is a Latin letter, of ASCII or beyond.
bool is_latin_letter(char32_t c);

/// The characters of a text.
std::vector<char32_t> characters_of(std::string_view text);

/// What stands around a place, as far as 300 bytes on each side and the ends of its line.
class WordInLine {
 public:
  WordInLine(std::string_view before, std::string_view behind);
  WordInLine(const WordInLine&) = delete;
  WordInLine& operator=(const WordInLine&) = delete;

  [[nodiscard]] std::span<const char32_t> line_before() const { return before_; }
  [[nodiscard]] std::span<const char32_t> line_behind() const { return behind_; }
  /// The Latin letters right before the place, and right behind it.
  [[nodiscard]] std::span<const char32_t> left() const { return std::span(before_).last(left_); }
  [[nodiscard]] std::span<const char32_t> right() const { return std::span(behind_).first(right_); }

  /// How much likelier, in nats, `reading` is than `other` between left() and right(), in the languages that the other
  /// words of the line may be in. Characters that are no Latin letters end words.
  [[nodiscard]] float gain(std::span<const char32_t> other, std::span<const char32_t> reading) const;

 private:
  std::vector<char32_t> before_;
  std::vector<char32_t> behind_;
  std::size_t left_;
  std::size_t right_;
};

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_WORD_IN_LINE_HPP_
