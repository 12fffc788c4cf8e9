#include "model/model.hpp"

#include <algorithm>
#include <cstring>

#include "model/model_format.hpp"
#include "model/ngram_key.hpp"

namespace unbake::model {
namespace {

constexpr float filter_value(int stored) { return -kFilterStep * static_cast<float>(stored); }
constexpr float backoff_value(int stored) { return -kFilterStep * static_cast<float>(stored - kBackoffShift); }
constexpr float table_value(std::uint8_t stored) { return -kTableStep * static_cast<float>(stored); }

constexpr bool is_letter(CharacterClass k) {
  return (k >= CharacterClass::kLatin1Lower && k <= CharacterClass::kPhonetic) ||
         (k >= CharacterClass::kGreekLower && k <= CharacterClass::kHanExtension);
}

// Factors that were rounded, or a key found by mistake, may lead out of the bounds of a log-probability.
constexpr float bounded(float log_probability) { return std::clamp(log_probability, -40.0F, 0.0F); }

}  // namespace

std::optional<Model> Model::parse(std::span<const std::uint8_t> file) {
  ModelHeader header{};
  if (file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file.data(), sizeof header);
  if (checksum_of(header, file.subspan(sizeof header)) != header.checksum) return std::nullopt;
  return view(file);
}

std::optional<Model> Model::view(std::span<const std::uint8_t> file) {
  ModelHeader header{};
  if (file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file.data(), sizeof header);
  const bool known = std::memcmp(header.magic, kModelMagic, sizeof kModelMagic) == 0 &&
                     header.version == kModelVersion && header.class_count == kClassCount;
  if (!known || header.file_size != file.size()) return std::nullopt;

  Model model;
  model.shape_ = {header.seed, header.segment_length, header.segment_count_length};
  if (!is_sound(model.shape_)) return std::nullopt;
  const std::uint8_t* section = file.data() + sizeof header;
  const std::size_t class_table = static_cast<std::size_t>(kClassCount) * kClassCount;
  const std::size_t slot_bytes = std::size_t{model.shape_.slot_count()} * sizeof(std::uint16_t);
  if (sizeof header + slot_bytes + 2 * class_table + kClassCount + header.language_bytes != file.size()) {
    return std::nullopt;
  }
  model.slots_ = reinterpret_cast<const std::uint16_t*>(section);
  section += slot_bytes;
  model.class_bigrams_ = section;
  section += class_table;
  model.class_trigram_backoff_ = section;
  section += class_table;
  model.class_unseen_ = section;
  section += kClassCount;
  model.languages_ = {reinterpret_cast<const char*>(section), header.language_bytes};
  return model;
}

float Model::log_character_in_class(char32_t c, CharacterClass class_of_c) const {
  const int stored = filter_find(shape_, slots_, ngram_key(NgramKind::kCharacterInClass, 0, 0, c));
  if (stored >= 0) return filter_value(stored);
  return table_value(class_unseen_[static_cast<int>(class_of_c)]);
}

float Model::log_class(CharacterClass a, CharacterClass b, CharacterClass c) const {
  const int stored = filter_find(shape_, slots_, class_trigram_key(a, b, c));
  if (stored >= 0) return filter_value(stored);
  const auto ab = static_cast<std::size_t>(a) * kClassCount + static_cast<std::size_t>(b);
  const auto bc = static_cast<std::size_t>(b) * kClassCount + static_cast<std::size_t>(c);
  return table_value(class_bigrams_[bc]) - kTableStep * (static_cast<float>(class_trigram_backoff_[ab]) - 32);
}

float Model::log_in_class(char32_t c) const {
  c = fold_symbol(c);
  return log_character_in_class(c, character_class(c));
}

float Model::log_backed_off(char32_t a, char32_t b, char32_t c) const {
  float backoff = 0;
  const int context = filter_find(shape_, slots_, ngram_key(NgramKind::kTrigramBackoff, 0, a, b));
  if (context >= 0) backoff += backoff_value(context);
  const int bigram = filter_find(shape_, slots_, ngram_key(NgramKind::kBigram, 0, b, c));
  if (bigram >= 0) return bounded(backoff + filter_value(bigram));
  // Pairs of ASCII are not stored, and so no rarer than others: behind a letter in a place where it was seen the weight
  // of backing off from them means nothing. It does where a letter or a mark is out of its place.
  const bool is_unknown_pair = context >= 0 && (b | c) < 0x80 && is_letter(character_class(a));
  const int shorter = is_unknown_pair ? -1 : filter_find(shape_, slots_, ngram_key(NgramKind::kBigramBackoff, 0, 0, b));
  if (shorter >= 0) backoff += backoff_value(shorter);
  const CharacterClass class_of_c = character_class(c);
  return bounded(backoff + log_class(character_class(a), character_class(b), class_of_c) +
                 log_character_in_class(c, class_of_c));
}

std::vector<std::string_view> Model::languages() const {
  std::vector<std::string_view> tags;
  for (std::size_t start = 0; start < languages_.size();) {
    const std::size_t end = std::min(languages_.find(' ', start), languages_.size());
    tags.push_back(languages_.substr(start, end - start));
    start = end + 1;
  }
  return tags;
}

}  // namespace unbake::model
