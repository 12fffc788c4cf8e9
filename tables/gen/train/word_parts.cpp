#include "train/word_parts.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <unordered_map>
#include <vector>

#include "base/utf8.hpp"
#include "model/model_format.hpp"
#include "model/word_part.hpp"
#include "model/word_parts_format.hpp"
#include "train/filter_builder.hpp"

namespace unbake::train {
namespace {

using PartCounts = std::unordered_map<std::uint64_t, double>;

class LanguageParts {
 public:
  void add(std::string_view line, double weight) {
    model::WordPart part;
    part.fill(model::kNoLetter);
    for (std::size_t i = 0; i < line.size();) {
      const base::CodePoint c = base::decode_utf8(line, i);
      i += c.length;
      characters_ += weight;
      add(part, model::part_letter(c.value), weight);
    }
    add(part, model::kNoLetter, weight);
  }

  void pour_into(PartCounts& pool, const TrainingPlan& plan) const {
    if (characters_ == 0) return;
    const double weight = weight_of_character(plan, characters_);
    for (const auto& [key, count] : counts_) pool[key] += count * weight;
  }

 private:
  void add(model::WordPart& part, char32_t letter, double weight) {
    std::copy(part.begin() + 1, part.end(), part.begin());
    part.back() = letter;
    model::begin_at_word(part);
    if (model::is_word_part(part)) counts_[model::word_part_key(part)] += weight;
  }

  PartCounts counts_;
  double characters_ = 0;
};

// The keys of the parts that are counted most; of those that are counted alike the lower keys.
std::vector<std::uint64_t> most_common(const PartCounts& pool, std::size_t most) {
  std::vector<std::pair<double, std::uint64_t>> order;
  order.reserve(pool.size());
  for (const auto& [key, count] : pool) order.emplace_back(-count, key);
  most = std::min(most, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end());
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < most; ++i) keys.push_back(order[i].second);
  return keys;
}

}  // namespace

std::string make_word_parts_file(const std::filesystem::path& corpus, const TrainingPlan& plan, std::size_t most) {
  PartCounts pool;
  for (const std::string& language : plan.languages) {
    LanguageParts parts;
    for (const std::filesystem::path& file : sorted_files(corpus / "train" / language)) {
      const double weight = weight_of_source(plan, file);
      std::ifstream in(file, std::ios::binary);
      for (std::string line; std::getline(in, line);) parts.add(line, weight);
    }
    parts.pour_into(pool, plan);
  }
  const std::vector<std::uint64_t> keys = most_common(pool, most);
  const KeyFilter filter = build_key_filter(keys);

  model::WordPartsHeader header{};
  std::memcpy(header.magic, model::kWordPartsMagic, sizeof header.magic);
  header.version = model::kWordPartsVersion;
  header.part_count = static_cast<std::uint32_t>(keys.size());
  header.seed = filter.shape.seed;
  header.segment_length = filter.shape.segment_length;
  header.segment_count_length = filter.shape.segment_count_length;
  header.file_size = sizeof header + filter.slots.size();
  header.checksum = model::fnv1a(filter.slots);
  std::string file(reinterpret_cast<const char*>(&header), sizeof header);
  file.append(filter.slots.begin(), filter.slots.end());
  return file;
}

}  // namespace unbake::train
