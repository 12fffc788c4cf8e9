// Identifiers, names and labels; the tables of single bytes.
#include <algorithm>
#include <stdexcept>

#include "encoding_tables.hpp"
#include "generated_file.hpp"

namespace unbake::gen {
namespace {

// single-byte -> kSingleByte
std::string camel(const std::string& words) {
  std::string result = "k";
  bool upper = true;
  for (const char c : words) {
    if (c == '-' || c == '_') {
      upper = true;
      continue;
    }
    result += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = false;
  }
  return result;
}

std::uint16_t entry(const std::map<Bytes, Characters>& table, unsigned byte) {
  const auto unit = table.find(Bytes(1, static_cast<char>(byte)));
  if (unit == table.end()) return 0;
  if (unit->second.size() != 1 || unit->second[0] > 0xFFFF) throw std::runtime_error("not one character of the BMP");
  return static_cast<std::uint16_t>(unit->second[0]);
}

// The number of the table of each single-byte encoding; encodings with the same table share it.
struct SingleByteTables {
  std::vector<const Model*> owners;
  unsigned number_of(const Model& model) {
    for (unsigned i = 0; i < owners.size(); ++i)
      if (owners[i]->decode == model.decode) return i;
    owners.push_back(&model);
    return static_cast<unsigned>(owners.size() - 1);
  }
};

}  // namespace

std::size_t write_ids(const Models& models, const std::filesystem::path& folder) {
  GeneratedFile file("encoding_ids.hpp", "The encodings of unbake: " + std::to_string(models.all.size()) + " entries.");
  std::ostream& out = file.text();
  out << "#ifndef UNBAKE_GENERATED_ENCODING_IDS_HPP_\n#define "
         "UNBAKE_GENERATED_ENCODING_IDS_HPP_\n\n"
      << "#include <cstddef>\n#include <cstdint>\n\nnamespace unbake::encoding {\n\n"
      << "/// An encoding, as an index into the registry. The order is that of "
         "`tables/encodings.toml`.\n"
      << "enum class EncodingId : std::uint8_t {\n";
  for (const Model& model : models.all) out << "  " << model.enumerator << ",  ///< " << model.name << "\n";
  out << "};\n\ninline constexpr std::size_t kEncodingCount = " << models.all.size()
      << ";\n\n}  // namespace unbake::encoding\n\n#endif  // UNBAKE_GENERATED_ENCODING_IDS_HPP_\n";
  return file.save(folder);
}

std::size_t write_registry(const Models& models, const std::filesystem::path& folder) {
  GeneratedFile file("registry.inc", "Names, families and labels of all encodings.");
  std::ostream& out = file.text();
  std::vector<std::pair<std::string, std::string>> labels;  // label, enumerator
  std::size_t alias_count = 0;
  std::size_t bytes = 0;
  for (const Model& model : models.all) {
    labels.emplace_back(model.name, model.enumerator);
    for (const std::string& alias : model.aliases) labels.emplace_back(alias, model.enumerator);
    alias_count += model.aliases.size();
  }
  std::sort(labels.begin(), labels.end());
  out << "\n// Aliases in the order of the encodings: " << alias_count << " entries.\n"
      << "constexpr std::string_view kAliases[] = {\n";
  for (const Model& model : models.all) {
    if (model.aliases.empty()) continue;
    out << " ";
    for (const std::string& alias : model.aliases) out << " \"" << alias << "\",";
    out << "\n";
  }
  out << "};\n\n// " << models.all.size() << " entries.\nconstexpr Encoding kEncodings[] = {\n";
  std::size_t first_alias = 0;
  SingleByteTables tables;
  for (const Model& model : models.all) {
    out << "  {EncodingId::" << model.enumerator << ", \"" << model.name << "\", Family::" << camel(model.family)
        << ", {kAliases + " << first_alias << ", " << model.aliases.size() << "}, " << model.reader_bit << ", ";
    if (model.family == "single-byte")
      out << tables.number_of(model);
    else if (model.variant.empty())
      out << "0";
    else
      out << "variant::" << camel(model.variant);
    out << "},\n";
    first_alias += model.aliases.size();
  }
  out << "};\n\n// Names and aliases, sorted: " << labels.size() << " entries.\nconstexpr Label kLabels[] = {\n";
  for (const auto& [label, enumerator] : labels) {
    out << "  {\"" << label << "\", EncodingId::" << enumerator << "},\n";
    bytes += label.size() + 1 + sizeof(std::string_view) * 2;
  }
  out << "};\n\n// The encoding of each bit of a ReaderSet.\nconstexpr EncodingId kReaders[] = {\n";
  std::uint64_t multi_byte = 0;
  for (const Model& model : models.all) {
    if (model.reader_bit < 0) continue;
    out << "  EncodingId::" << model.enumerator << ",\n";
    if (model.family != "single-byte") multi_byte |= std::uint64_t{1} << model.reader_bit;
  }
  out << "};\n\nconstexpr ReaderSet kMultiByteReaders = 0x" << std::hex << std::uppercase << multi_byte << ";\n";
  file.count(bytes + alias_count * sizeof(std::string_view) + models.all.size() * 48);
  return file.save(folder);
}

std::size_t write_single_byte(const Models& models, const std::filesystem::path& folder) {
  SingleByteTables tables;
  for (const Model& model : models.all)
    if (model.family == "single-byte") tables.number_of(model);
  std::vector<std::uint16_t> characters;
  std::vector<std::uint32_t> low;
  for (unsigned number = 0; number < tables.owners.size(); ++number) {
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) characters.push_back(entry(tables.owners[number]->decode, byte));
    for (unsigned byte = 0; byte < 0x80; ++byte)
      if (const std::uint32_t c = entry(tables.owners[number]->decode, byte); c != 0)
        low.push_back(number << 24 | byte << 16 | c);
  }
  GeneratedFile file("single_byte.inc", "Bytes 80 to FF of each single-byte encoding, 0 for a hole.");
  file.array<std::uint16_t>("std::uint16_t", "kSingleByte",
                            "Table number * 128 + byte - 0x80, " + std::to_string(tables.owners.size()) + " tables",
                            characters);
  file.array<std::uint32_t>("std::uint32_t", "kLowExceptions",
                            "Bytes below 80 that are not ASCII, as table number << 24 | byte << 16 | character", low,
                            8);
  return file.save(folder);
}

}  // namespace unbake::gen
