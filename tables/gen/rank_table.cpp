// Sparse tables over the BMP.
#include <bit>

#include "encoding_tables.hpp"
#include "generated_file.hpp"

namespace unbake::gen {

void write_rank_table(GeneratedFile& file, const std::string& name, const std::string& meaning,
                      const std::map<char32_t, std::uint16_t>& entries) {
  std::vector<std::uint64_t> present(1024, 0);
  std::vector<std::uint16_t> before, values;
  for (const auto& [character, value] : entries) {
    if (character > 0xFFFF) throw std::runtime_error(name + " is for the BMP");
    present[character >> 6] |= std::uint64_t{1} << (character & 63);
    values.push_back(value);
  }
  std::size_t count = 0;
  for (const std::uint64_t word : present) {
    before.push_back(static_cast<std::uint16_t>(count));
    count += static_cast<std::size_t>(std::popcount(word));
  }
  file.array<std::uint64_t>("std::uint64_t", name + "Present", "A bit for each character of the BMP", present, 6);
  file.array<std::uint16_t>("std::uint16_t", name + "Before", "Entries before each word above", before);
  file.array<std::uint16_t>("std::uint16_t", name + "Values", meaning, values);
  file.text() << "\nconstexpr RankTable " << name << " = {" << name << "Present, " << name << "Before, " << name
              << "Values};\n";
}

}  // namespace unbake::gen
