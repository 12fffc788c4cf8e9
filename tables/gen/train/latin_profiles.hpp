// Estimates letter bigrams of each language that is written in Latin letters.
#ifndef UNBAKE_TABLES_GEN_TRAIN_LATIN_PROFILES_HPP_
#define UNBAKE_TABLES_GEN_TRAIN_LATIN_PROFILES_HPP_

#include <filesystem>
#include <string>

#include "train/training_text.hpp"

namespace unbake::train {

/// The file of the profiles (src/model/latin_format.hpp), from the text of `corpus/train`. A language has one if most
/// of its letters are Latin, and if it has enough text; `plan.dialects` have none of their own.
std::string make_latin_file(const std::filesystem::path& corpus, const TrainingPlan& plan);

}  // namespace unbake::train

#endif  // UNBAKE_TABLES_GEN_TRAIN_LATIN_PROFILES_HPP_
