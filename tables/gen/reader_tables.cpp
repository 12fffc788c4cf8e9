// The inverse of all readers: what the encoders of multi-byte families do not give, and the masks of first bytes.
#include <algorithm>
#include <set>
#include <stdexcept>

#include "encoding_tables.hpp"
#include "generated_file.hpp"

namespace unbake::gen {
namespace {

using ReaderSet = std::uint64_t;

ReaderSet bit_of(const Model& model) { return ReaderSet{1} << model.reader_bit; }

// character -> bytes -> readers
using Index = std::map<char32_t, std::map<Bytes, ReaderSet>>;

// Everything that any reader shows, whatever the bytes. Four-byte units of gb18030 only where `four_byte` says so.
Index all_readings(const Models& models) {
  Index index;
  for (const Model& model : models.all) {
    if (model.reader_bit < 0) continue;
    for (const auto& [bytes, characters] : model.decode)
      if (characters.size() == 1 && characters[0] >= 0x80) index[characters[0]][bytes] |= bit_of(model);
    for (const auto& [bytes, character] : model.also) index[character][bytes] |= bit_of(model);
    if (model.name != "gb18030") continue;
    for (const auto& [pointer, character] : models.four_byte) {
      const Bytes bytes = {static_cast<char>(0x81 + pointer / 12600), static_cast<char>(0x30 + pointer / 1260 % 10),
                           static_cast<char>(0x81 + pointer / 10 % 126), static_cast<char>(0x30 + pointer % 10)};
      index[character][bytes] |= bit_of(model);
    }
  }
  return index;
}

// Takes out what reader_bytes gets from the encoders of multi-byte families.
void remove_encoders(const Models& models, Index& index) {
  for (const Model& model : models.all) {
    if (model.reader_bit < 0 || model.family == "single-byte") continue;
    const std::map<char32_t, Bytes> encoder = encoder_of(model);
    for (auto& [character, readings] : index) {
      const auto unit = encoder.find(character);
      for (auto& [bytes, readers] : readings) {
        const bool encoded = unit != encoder.end() ? unit->second == bytes : model.name == "gb18030" && bytes.size() == 4;
        if (encoded) readers &= ~bit_of(model);
      }
    }
  }
  for (auto& [character, readings] : index) std::erase_if(readings, [](const auto& r) { return r.second == 0; });
}

// Single-byte encodings that are no readers need the index too: their encoders look characters up in it.
void add_other_single_bytes(const Models& models, Index& index) {
  for (const Model& model : models.all)
    if (model.reader_bit < 0 && model.family == "single-byte")
      for (const auto& [bytes, characters] : model.decode)
        if (characters[0] >= 0x80) index[characters[0]].try_emplace(bytes, 0);
}

}  // namespace

std::size_t write_reader_index(const Models& models, const std::filesystem::path& folder) {
  Index index = all_readings(models);
  remove_encoders(models, index);
  add_other_single_bytes(models, index);

  std::map<ReaderSet, std::uint16_t> set_numbers;
  std::vector<ReaderSet> sets;
  std::map<char32_t, std::uint16_t> first_group;
  GeneratedFile file("reader_index.inc", "Which bytes a character is shown for, in which readers.");
  std::ostringstream groups;
  std::size_t count = 0;
  std::size_t longest = 0;
  for (const auto& [character, readings] : index) {
    if (readings.empty()) continue;
    if (character > 0xFFFF) throw std::runtime_error("the reader index is for the BMP");
    first_group[character] = static_cast<std::uint16_t>(count + 1);
    longest = std::max(longest, readings.size());
    std::size_t left = readings.size();
    for (const auto& [bytes, readers] : readings) {
      const auto [number, inserted] = set_numbers.try_emplace(readers, static_cast<std::uint16_t>(sets.size()));
      if (inserted) sets.push_back(readers);
      groups << (count % 6 == 0 ? "\n  " : " ") << "{" << number->second << ", " << bytes.size() << ", "
             << (--left == 0 ? "true" : "false") << ", {" << std::hex << std::uppercase;
      for (std::size_t i = 0; i < bytes.size(); ++i)
        groups << (i == 0 ? "0x" : ", 0x") << static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
      groups << std::dec << "}},";
      ++count;
    }
  }
  if (count > 0xFFFE) throw std::runtime_error("too many groups for 16 bits");
  file.array<ReaderSet>("ReaderSet", "kSets", "Sets of readers", sets, 6);
  file.text() << "\n// Groups of each character, by bytes; at most " << longest << " a character: " << count
              << " entries.\nconstexpr Group kGroups[" << count << "] = {" << groups.str() << "\n};\n";
  file.count(count * 8);
  const PageTable table = page_table(first_group);
  file.array<std::uint16_t>("std::uint16_t", "kGroupPages", "Page of each 64 characters of the BMP", table.pages);
  file.array<std::uint16_t>("std::uint16_t", "kFirstGroup", "1 + the first group of a character, 0 for none", table.values);
  return file.save(folder);
}

std::size_t write_reader_masks(const Models& models, const std::filesystem::path& folder) {
  std::map<std::pair<ReaderSet, ReaderSet>, std::uint16_t> numbers = {{{0, 0}, 0}};
  std::vector<ReaderSet> leads = {0}, continuations = {0};
  std::map<char32_t, std::uint16_t> entries;
  for (const auto& [character, readings] : all_readings(models)) {
    if (character > 0xFFFF) continue;
    std::pair<ReaderSet, ReaderSet> masks = {0, 0};
    for (const auto& [bytes, readers] : readings) {
      const unsigned first = static_cast<unsigned char>(bytes[0]);
      if (first >= 0xC2 && first <= 0xF4) masks.first |= readers;
      if (first >= 0x80 && first <= 0xBF) masks.second |= readers;
    }
    const auto [number, inserted] = numbers.try_emplace(masks, static_cast<std::uint16_t>(leads.size()));
    if (inserted) {
      leads.push_back(masks.first);
      continuations.push_back(masks.second);
    }
    entries[character] = number->second;
  }
  GeneratedFile file("reader_masks.inc", "Readers in which the first byte of a character leads or continues in UTF-8.");
  file.array<ReaderSet>("ReaderSet", "kLeadSets", "Readers with a first byte C2 to F4", leads, 6);
  file.array<ReaderSet>("ReaderSet", "kContinuationSets", "Readers with a first byte 80 to BF", continuations, 6);
  const PageTable table = page_table(entries);
  file.array<std::uint16_t>("std::uint16_t", "kMaskPages", "Page of each 64 characters of the BMP", table.pages);
  file.array<std::uint16_t>("std::uint16_t", "kMasks", "The entry of both arrays of sets", table.values);
  return file.save(folder);
}

}  // namespace unbake::gen
