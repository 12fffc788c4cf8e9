// The files of tables/generated, one function each; each returns the bytes that its arrays take in
// a program.
#ifndef UNBAKE_TABLES_GEN_ENCODING_TABLES_HPP_
#define UNBAKE_TABLES_GEN_ENCODING_TABLES_HPP_

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "encoding_model.hpp"

namespace unbake::gen {

/// The bytes that the encoder of `model` writes for each character; the rules are those of
/// src/encoding.
std::map<char32_t, Bytes> encoder_of(const Model& model);

class GeneratedFile;
/// Writes a `RankTable` (src/encoding/rank_table.hpp) named `name` of characters of the BMP.
void write_rank_table(GeneratedFile& file, const std::string& name, const std::string& meaning,
                      const std::map<char32_t, std::uint16_t>& entries);

std::size_t write_ids(const Models& models, const std::filesystem::path& folder);
std::size_t write_registry(const Models& models, const std::filesystem::path& folder);
std::size_t write_single_byte(const Models& models, const std::filesystem::path& folder);
std::size_t write_gbk(const Models& models, const std::filesystem::path& folder);
std::size_t write_big5(const Models& models, const std::filesystem::path& folder);
std::size_t write_jis(const Models& models, const std::filesystem::path& folder);
std::size_t write_ks_x_1001(const Models& models, const std::filesystem::path& folder);
std::size_t write_reader_index(const Models& models, const std::filesystem::path& folder);
std::size_t write_reader_masks(const Models& models, const std::filesystem::path& folder);

}  // namespace unbake::gen

#endif  // UNBAKE_TABLES_GEN_ENCODING_TABLES_HPP_
