// Reads the training text: languages, their weights, and the variants that clean text comes in.
#ifndef UNBAKE_TABLES_GEN_TRAIN_TRAINING_TEXT_HPP_
#define UNBAKE_TABLES_GEN_TRAIN_TRAINING_TEXT_HPP_

#include <filesystem>
#include <string>
#include <vector>

#include "train/ngram_counts.hpp"

namespace unbake::train {

/// What `tables/languages.toml` says.
struct TrainingPlan {
  struct Source {
    std::string name;  ///< Stem of a file of the language's folder.
    double weight;
  };
  double temper;             ///< A language of n characters counts as n to this power.
  double max_weight;         ///< The most that one character of a small language counts.
  double upper_case_share;   ///< Share of lines that are also counted in capitals.
  double decomposed_share;   ///< Share of lines that are also counted in NFD.
  double typographic_share;  ///< Share of lines that are also counted with typographic quotes and dashes.
  double hard_weight;        ///< Weight of a character of the texts that look damaged and are not.
  std::vector<Source> sources;
  std::vector<std::string> languages;
  std::vector<std::string> dialects;  ///< Of these, those that are like another to the letter.
};

TrainingPlan read_plan(const std::filesystem::path& toml);

/// What one character of a language of `characters` (at least 1) counts.
double weight_of_character(const TrainingPlan& plan, double characters);

/// What the text of a file counts, by its source.
double weight_of_source(const TrainingPlan& plan, const std::filesystem::path& file);

/// The files of a folder in order; none if there is no such folder.
std::vector<std::filesystem::path> sorted_files(const std::filesystem::path& folder);

/// Counts all text of `corpus` as `plan` says. Of the lines of `corpus/hard` only every other is counted, the first of
/// a file among them, so that the rest can be measured on.
NgramCounts count_corpus(const std::filesystem::path& corpus, const TrainingPlan& plan);

}  // namespace unbake::train

#endif  // UNBAKE_TABLES_GEN_TRAIN_TRAINING_TEXT_HPP_
