// Baking: no bytes, path or profile may crash it, take more than linear time, or make text that is not UTF-8; what was
// baked is proven.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "bake/bake.hpp"
#include "bake/decode_layer.hpp"
#include "bake/proof.hpp"
#include "base/utf8.hpp"

namespace {

using namespace unbake;

// Takes bytes off the head of the input.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}
  std::size_t below(std::size_t limit) {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte % limit;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

encoding::EncodingId any_encoding(Input& input) {
  return encoding::all_encodings()[input.below(encoding::all_encodings().size())].id;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_parsers(std::string_view text) {
  if (const auto path = baking::parse_path(text))
    require(baking::parse_path(baking::to_string(*path)).value() == *path);
  if (const auto profile = baking::parse_profile(text)) {
    require(baking::parse_profile(baking::to_string(*profile)).value() == *profile);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  baking::ProfileId profile;
  profile.decoder = static_cast<std::uint8_t>(input.below(baking::kDecoderCount));
  profile.rules =
      static_cast<baking::RuleSet>((input.below(256) | input.below(256) << 8) % (1U << baking::loss_rules().size()));
  baking::Path path(input.below(baking::kMaxLayers + 1));
  for (baking::Layer& layer : path) layer = {any_encoding(input), any_encoding(input)};
  const encoding::EncodingId read_as = any_encoding(input);
  const std::string_view text = input.rest();

  check_parsers(text);
  std::string decoded;
  baking::decode_layer(read_as, profile.decoder, text, decoded);
  require(base::find_invalid_utf8(decoded) == decoded.size());

  const auto baked = baking::bake(text, path, profile);
  if (baked) require(baking::proves(text, "", path, profile, *baked));
  return 0;
}
