// The model file: whatever its bytes are, it is refused or safe to ask. The first byte chooses: 0 gives the rest to
// the parser as it is, anything else first makes its magic, sizes and checksum right, to get past them.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "model/model.hpp"
#include "model/model_format.hpp"

namespace {

using namespace unbake;

void make_plausible(std::vector<std::uint8_t>& file) {
  model::ModelHeader header{};
  if (file.size() < sizeof header) return;
  std::memcpy(&header, file.data(), sizeof header);
  std::memcpy(header.magic, model::kModelMagic, sizeof header.magic);
  header.version = model::kModelVersion;
  header.class_count = model::kClassCount;
  // A small filter, so that there are enough bytes for it, and the sections behind it.
  const std::uint64_t slots = std::uint64_t{header.segment_count_length} + 2 * std::uint64_t{header.segment_length};
  if (slots < 1 << 16) {
    header.language_bytes %= 64;
    constexpr std::size_t kClasses = model::kClassCount;
    file.resize(sizeof header + 2 * slots + 2 * kClasses * kClasses + kClasses + header.language_bytes);
  }
  header.file_size = file.size();
  header.checksum = model::fnv1a(std::span(file).subspan(sizeof header));
  std::memcpy(file.data(), &header, sizeof header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::vector<std::uint8_t> file(data + 1, data + size);
  if (data[0] != 0) make_plausible(file);
  const std::optional<model::Model> model = model::Model::parse(file);
  if (!model) return 0;
  const char32_t characters[] = {U'\n', U'a', 0xE9, 0x2019, 0x4E2D, 0x1F600, 0x10FFFF, 0x110080, 0x1100FF};
  for (const char32_t a : characters) {
    for (const char32_t b : characters) {
      for (const char32_t c : characters) {
        if (!std::isfinite(model->log_probability(a, b, c))) std::abort();
      }
    }
    if (!std::isfinite(model->log_in_class(a))) std::abort();
  }
  std::size_t length = 0;
  for (const auto tag : model->languages()) length += tag.size() + 1;
  if (length > file.size() + 1) std::abort();
  return 0;
}
