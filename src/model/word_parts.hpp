// Which parts of words are common: what three characters of context do not tell.
#ifndef UNBAKE_MODEL_WORD_PARTS_HPP_
#define UNBAKE_MODEL_WORD_PARTS_HPP_

#include <cstdint>
#include <optional>
#include <span>

#include "model/ngram_filter.hpp"
#include "model/word_part.hpp"

namespace unbake::model {

class WordParts {
 public:
  /// The parts that are linked into the program.
  static const WordParts& builtin();

  /// Those of a file (`word_parts_format.hpp`), which must outlive the result; nothing if it is not one.
  static std::optional<WordParts> parse(std::span<const std::uint8_t> file);
  /// The same but for the checksum, in constant time: for a file that is known to be whole.
  static std::optional<WordParts> view(std::span<const std::uint8_t> file);

  /// Whether a part is common in some language. One that is not is taken for one in 256 times. Constant time.
  [[nodiscard]] bool knows(const WordPart& part) const;

 private:
  FilterShape shape_{};
  const std::uint8_t* slots_ = nullptr;
};

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_WORD_PARTS_HPP_
