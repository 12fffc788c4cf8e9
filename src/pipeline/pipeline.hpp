// Detector, repair engine and validator put together: the only place that knows all three.
#ifndef UNBAKE_PIPELINE_PIPELINE_HPP_
#define UNBAKE_PIPELINE_PIPELINE_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bake/path.hpp"
#include "bake/profile.hpp"
#include "encoding/reader_index.hpp"
#include "repair/search.hpp"

namespace unbake::pipeline {

struct Settings {
  double min_confidence = 0.95;
  int max_layers = repair::kMaxDepth;
  bool lossy = true;
  encoding::ReaderSet readers = ~encoding::ReaderSet{0};  ///< Only misreadings as these are considered.
};

enum class Verdict { kRepaired, kUnsure, kUnproven };

/// What was decided about a damaged span.
struct Decision {
  std::size_t offset = 0;  ///< Bytes from the start of the text.
  std::size_t length = 0;
  std::string after;
  baking::Path path;         ///< Oldest layer first.
  baking::ProfileId profile{};
  float language = 0;      ///< Nats; see `unbake::ScoreParts`.
  float structure = 0;
  float document = 0;
  double confidence = 0;
  std::vector<repair::ChosenCharacter> chosen;
  Verdict verdict = Verdict::kUnsure;
};

/// Every damaged span that was found in `text`, in order, with the decision about it. Linear in the length of `text`;
/// besides the decisions memory is a window.
std::vector<Decision> decide(std::string_view text, const Settings& settings);

}  // namespace unbake::pipeline

#endif  // UNBAKE_PIPELINE_PIPELINE_HPP_
