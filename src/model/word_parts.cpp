#include "model/word_parts.hpp"

#include <cstring>

#include "model/model_format.hpp"
#include "model/word_parts_format.hpp"

namespace unbake::model {

std::optional<WordParts> WordParts::parse(std::span<const std::uint8_t> file) {
  WordPartsHeader header{};
  if (file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file.data(), sizeof header);
  return fnv1a(file.subspan(sizeof header)) == header.checksum ? view(file) : std::nullopt;
}

std::optional<WordParts> WordParts::view(std::span<const std::uint8_t> file) {
  WordPartsHeader header{};
  if (file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file.data(), sizeof header);
  const bool known = std::memcmp(header.magic, kWordPartsMagic, sizeof kWordPartsMagic) == 0 &&
                     header.version == kWordPartsVersion && header.file_size == file.size();
  if (!known) return std::nullopt;
  WordParts parts;
  parts.shape_ = {header.seed, header.segment_length, header.segment_count_length};
  if (!is_sound(parts.shape_) || parts.shape_.slot_count() != file.size() - sizeof header) return std::nullopt;
  parts.slots_ = file.data() + sizeof header;
  return parts;
}

bool WordParts::knows(const WordPart& part) const {
  const FilterPlace place = filter_place(shape_, word_part_key(part));
  return (slots_[place.slots[0]] ^ slots_[place.slots[1]] ^ slots_[place.slots[2]]) == word_part_print(place);
}

}  // namespace unbake::model
