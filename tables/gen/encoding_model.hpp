// What tables/encodings.toml and ICU say about each encoding, as plain maps; the writers of tables
// read only this.
#ifndef UNBAKE_TABLES_GEN_ENCODING_MODEL_HPP_
#define UNBAKE_TABLES_GEN_ENCODING_MODEL_HPP_

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace unbake::gen {

using Bytes = std::string;
using Characters = std::u32string;

/// One block of tables/encodings.toml, with its table filled in.
struct Model {
  std::string name;
  std::string enumerator;  ///< `kWindows1252`
  std::string family;      ///< As the toml spells it: `single-byte`.
  std::string variant;     ///< Empty if the family has only one.
  std::vector<std::string> aliases;
  int reader_bit = -1;
  /// The table: every unit of one byte >= 80 or of two or three bytes, and units below 80 that are
  /// not ASCII. Four-byte units of gb18030 are in `four_byte`.
  std::map<Bytes, Characters> decode;
  /// Units that only the encoder has.
  std::map<char32_t, Bytes> encode_only;
  /// What decoders show beyond the table, for repair.
  std::vector<std::pair<Bytes, char32_t>> also;
};

struct Models {
  std::vector<Model> all;
  /// gb18030 beyond two bytes: linear pointer of the four bytes to code point, BMP only, sorted.
  std::map<unsigned, char32_t> four_byte;
  const Model& get(const std::string& name) const;
};

/// Reads `path` and asks ICU. Throws `std::runtime_error` saying which block is wrong, and how.
Models load_models(const std::string& path);

}  // namespace unbake::gen

#endif  // UNBAKE_TABLES_GEN_ENCODING_MODEL_HPP_
