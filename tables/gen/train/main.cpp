// Trains the language model, and the profiles of Latin-script languages and parts of words, which are written beside
// it.
//
// usage: unbake_train CORPUS LANGUAGES_TOML OUTPUT [MAX_NGRAMS [ROBUSTNESS [MAX_WORD_PARTS]]]
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "model/character_class.hpp"
#include "model/model_format.hpp"
#include "train/estimate.hpp"
#include "train/filter_builder.hpp"
#include "train/latin_profiles.hpp"
#include "train/training_text.hpp"
#include "train/word_parts.hpp"

namespace {

using namespace unbake;

void append(std::string& file, const void* data, std::size_t size) {
  file.append(static_cast<const char*>(data), size);
}

std::string make_file(const train::Estimate& estimate, std::vector<std::string> languages) {
  const train::Filter filter = train::build_filter(estimate.entries);
  std::sort(languages.begin(), languages.end());
  std::string tags;
  for (const std::string& language : languages) tags += (tags.empty() ? "" : " ") + language;

  std::string body;
  append(body, filter.slots.data(), filter.slots.size() * sizeof(std::uint16_t));
  append(body, estimate.class_bigrams.data(), estimate.class_bigrams.size());
  append(body, estimate.class_trigram_backoff.data(), estimate.class_trigram_backoff.size());
  append(body, estimate.class_unseen.data(), estimate.class_unseen.size());
  body += tags;

  model::ModelHeader header{};
  std::memcpy(header.magic, model::kModelMagic, sizeof header.magic);
  header.version = model::kModelVersion;
  header.class_count = model::kClassCount;
  header.seed = filter.shape.seed;
  header.segment_length = filter.shape.segment_length;
  header.segment_count_length = filter.shape.segment_count_length;
  header.ngram_count = static_cast<std::uint32_t>(estimate.entries.size());
  header.language_bytes = static_cast<std::uint32_t>(tags.size());
  header.file_size = sizeof header + body.size();
  header.checksum = model::checksum_of(header, {reinterpret_cast<const std::uint8_t*>(body.data()), body.size()});

  std::string file;
  append(file, &header, sizeof header);
  return file + body;
}

bool write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return static_cast<bool>(out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4 || argc > 7) {
    std::cerr << "usage: " << argv[0] << " CORPUS LANGUAGES_TOML OUTPUT [MAX_NGRAMS [ROBUSTNESS [MAX_WORD_PARTS]]]\n";
    return 2;
  }
  const std::size_t max_ngrams = argc > 4 ? std::stoul(argv[4]) : 150000;
  const double robustness = argc > 5 ? std::stod(argv[5]) : 0.001;
  const std::size_t max_parts = argc > 6 ? std::stoul(argv[6]) : 200000;
  const train::TrainingPlan plan = train::read_plan(argv[2]);
  const train::NgramCounts counts = train::count_corpus(argv[1], plan);
  const train::Estimate estimate = train::estimate(counts, max_ngrams, robustness);
  const std::string file = make_file(estimate, plan.languages);
  const std::string latin = train::make_latin_file(argv[1], plan);
  const std::string parts = train::make_word_parts_file(argv[1], plan, max_parts);
  const std::filesystem::path output = argv[3];
  const bool is_written = write(output, file) &&
                          write(std::filesystem::path(output).replace_filename("latin_languages.bin"), latin) &&
                          write(std::filesystem::path(output).replace_filename("word_parts.bin"), parts);
  if (!is_written) {
    std::cerr << argv[0] << ": " << output.string() << " or what belongs beside it cannot be written\n";
    return 1;
  }
  std::cerr << estimate.entries.size() << " values in " << file.size() << " bytes, " << latin.size()
            << " bytes of profiles, and " << parts.size() << " of parts of words\n";
  return 0;
}
