// Decodes hexadecimal lines: decode_lines ENCODING PROFILE < hex > hex. The other side of compare_with_decoders.py.
#include <cstdio>
#include <iostream>
#include <string>

#include "bake/decode_layer.hpp"
#include "bake/loss_rules.hpp"
#include "bake/profile.hpp"
#include "encoding/encoding.hpp"

int main(int argc, char** argv) {
  using namespace unbake;
  if (argc != 3) return 2;
  const std::optional<encoding::EncodingId> read_as = encoding::find(argv[1]);
  const Result<baking::ProfileId> profile = baking::parse_profile(argv[2]);
  if (!read_as || !profile) {
    std::cerr << "unknown encoding or profile\n";
    return 2;
  }
  for (std::string line; std::getline(std::cin, line);) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < line.size(); i += 2) {
      bytes.push_back(static_cast<char>(std::stoi(line.substr(i, 2), nullptr, 16)));
    }
    std::string decoded;
    baking::decode_layer(*read_as, profile->decoder, bytes, decoded);
    std::string text;
    baking::apply_rules(profile->rules, decoded, text);
    for (const char c : text) std::printf("%02x", static_cast<unsigned char>(c));
    std::putchar('\n');
  }
}
