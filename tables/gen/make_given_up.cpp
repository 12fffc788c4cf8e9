// Writes which bytes decoders give up: what the forward model of damage does with any two bytes.
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <vector>

#include "bake/decode_layer.hpp"
#include "bake/decoder.hpp"
#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::gen {
namespace {

using Row = std::array<std::size_t, 256>;  // by the byte behind: the number of what is given up

// Numbers things in the order in which they are first met.
template <typename Thing>
class Numbered {
 public:
  std::size_t number_of(const Thing& thing) {
    const auto [place, is_new] = numbers_.try_emplace(thing, things_.size());
    if (is_new) things_.push_back(thing);
    return place->second;
  }
  [[nodiscard]] const std::vector<Thing>& things() const { return things_; }

 private:
  std::map<Thing, std::size_t> numbers_;
  std::vector<Thing> things_;
};

// Bit i: decoder i gives up the first byte by itself; above those, bit i: both.
std::uint32_t given_up(encoding::EncodingId reader, std::uint8_t byte, std::uint8_t next) {
  const std::array<std::uint8_t, 2> bytes{byte, next};
  std::uint32_t sets = 0;
  for (std::uint8_t decoder = 0; decoder < baking::kDecoderCount; ++decoder) {
    const std::size_t count = baking::bytes_given_up(reader, decoder, bytes);
    if (count == 1) sets |= std::uint32_t{1} << decoder;
    if (count == 2) sets |= std::uint32_t{1} << (decoder + baking::kDecoderCount);
  }
  return sets;
}

template <typename Numbers>
void write_numbers(std::ostream& out, const Numbers& numbers) {
  std::size_t column = 0;
  for (const std::size_t n : numbers) out << (column++ % 32 == 0 ? "\n    " : " ") << n << ",";
}

int write_to(const char* path) {
  Numbered<std::uint32_t> values;
  Numbered<Row> rows;
  std::vector<std::size_t> row_of;  // by reader and first byte
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const encoding::EncodingId reader = encoding::reader(bit);
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      Row row{};
      for (unsigned next = 0; next <= 0xFF; ++next) {
        const std::uint32_t sets = given_up(reader, static_cast<std::uint8_t>(byte), static_cast<std::uint8_t>(next));
        row[next] = values.number_of(sets);
      }
      row_of.push_back(rows.number_of(row));
    }
  }
  if (values.things().size() > 256 || rows.things().size() > 256) {
    std::cerr << "numbers do not fit a byte\n";
    return 1;
  }
  std::ofstream out(path, std::ios::binary);
  out << "// Made by: unbake_make_given_up OUTPUT (./dev tables), from the decoders of src/bake.\n"
      << "// By number: the decoders that give up a byte alone, and above those the ones that give up the next as "
         "well.\n"
      << "inline constexpr std::uint32_t kGivenUpSets[] = {";
  write_numbers(out, values.things());
  out << "\n};\n// The row of each reader, in order of their bits, and byte from 80 on.\n"
      << "inline constexpr std::uint8_t kGivenUpRowOf[] = {";
  write_numbers(out, row_of);
  out << "\n};\n// The number by the byte behind.\ninline constexpr std::uint8_t kGivenUpRows[][256] = {\n";
  for (const Row& row : rows.things()) {
    out << "  {";
    write_numbers(out, row);
    out << "\n  },\n";
  }
  out << "};\n";
  return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace unbake::gen

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " OUTPUT\n";
    return 2;
  }
  return unbake::gen::write_to(argv[1]);
}
