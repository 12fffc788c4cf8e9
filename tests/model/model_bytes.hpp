// The bytes of a model file, aligned as the model wants them.
#ifndef UNBAKE_TESTS_MODEL_MODEL_BYTES_HPP_
#define UNBAKE_TESTS_MODEL_MODEL_BYTES_HPP_

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/model_format.hpp"

namespace unbake::model {

using ModelBytes = std::vector<std::uint8_t>;

inline ModelBytes read_model_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline ModelBytes committed_model() { return read_model_file(UNBAKE_SOURCE_DIR "/tables/generated/model.bin"); }

inline ModelHeader header_of(const ModelBytes& file) {
  ModelHeader header{};
  std::memcpy(&header, file.data(), sizeof header);
  return header;
}

inline ModelBytes with_header(ModelBytes file, const ModelHeader& header) {
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

}  // namespace unbake::model

#endif  // UNBAKE_TESTS_MODEL_MODEL_BYTES_HPP_
