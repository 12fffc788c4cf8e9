// Counts the parts of words, and keeps the common ones.
#ifndef UNBAKE_TABLES_GEN_TRAIN_WORD_PARTS_HPP_
#define UNBAKE_TABLES_GEN_TRAIN_WORD_PARTS_HPP_

#include <cstddef>
#include <filesystem>
#include <string>

#include "train/training_text.hpp"

namespace unbake::train {

/// The file of the `most` most common parts of words (src/model/word_parts_format.hpp) in the text of `corpus/train`,
/// languages and registers weighed as `plan` says.
std::string make_word_parts_file(const std::filesystem::path& corpus, const TrainingPlan& plan, std::size_t most);

}  // namespace unbake::train

#endif  // UNBAKE_TABLES_GEN_TRAIN_WORD_PARTS_HPP_
