// The files of tables/generated, one function each; each returns the bytes that its arrays take in a program.
#ifndef UNBAKE_TABLES_GEN_ENCODING_TABLES_HPP_
#define UNBAKE_TABLES_GEN_ENCODING_TABLES_HPP_

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "encoding_model.hpp"

namespace unbake::gen {

/// The bytes that the encoder of `model` writes for each character; the rules are those of src/encoding.
std::map<char32_t, Bytes> encoder_of(const Model& model);

/// A two-stage table over the BMP: `values[pages[c >> 6] * 64 + (c & 63)]`; page 0 is all zero.
struct PageTable {
  std::vector<std::uint16_t> pages;
  std::vector<std::uint16_t> values;
};
PageTable page_table(const std::map<char32_t, std::uint16_t>& entries);

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
