// Text for the tests of repair: clean sentences, and damage made by baking.
#ifndef UNBAKE_TESTS_DETECT_EXAMPLES_HPP_
#define UNBAKE_TESTS_DETECT_EXAMPLES_HPP_

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bake/bake.hpp"
#include "base/symbol.hpp"
#include "base/utf8.hpp"
#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::tests {

/// Sentences of many languages, in scripts whose bytes do not look like damage.
inline std::vector<std::string> clean_sentences() {
  std::ifstream file(UNBAKE_SOURCE_DIR "/tests/detect/data/clean_sentences.txt", std::ios::binary);
  std::vector<std::string> sentences;
  for (std::string line; std::getline(file, line);) sentences.push_back(line);
  if (sentences.empty()) throw std::runtime_error("tests/detect/data/clean_sentences.txt is missing");
  return sentences;
}

/// `text` damaged along `path`.
inline std::string baked(std::string_view text, std::string_view path, std::string_view profile = "whatwg") {
  return baking::bake(text, baking::parse_path(path).value(), baking::parse_profile(profile).value()).value();
}

inline encoding::EncodingId encoding_named(std::string_view name) { return encoding::find(name).value(); }

/// The bit of one reader.
inline encoding::ReaderSet reader_named(std::string_view name) {
  return encoding::ReaderSet{1} << encoding::get(encoding_named(name)).reader_bit;
}

inline constexpr encoding::ReaderSet kAllReaders = ~encoding::ReaderSet{0};

inline std::vector<base::Symbol> symbols_of(std::string_view text) {
  std::vector<base::Symbol> symbols;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    symbols.push_back({c.value, i});
    i += c.length;
  }
  return symbols;
}

inline std::vector<char32_t> code_points_of(std::string_view text) {
  std::vector<char32_t> code_points;
  for (const base::Symbol& symbol : symbols_of(text)) code_points.push_back(symbol.value);
  return code_points;
}

inline std::string utf8_of(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) base::append_utf8(utf8, c);
  return utf8;
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_DETECT_EXAMPLES_HPP_
