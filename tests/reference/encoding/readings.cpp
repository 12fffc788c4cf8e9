#include "reference/encoding/readings.hpp"

#include "encoding_model.hpp"

namespace unbake::reference {
namespace {

Readings make_readings() {
  const gen::Models models = gen::load_models(UNBAKE_SOURCE_DIR "/tables/encodings.toml");
  Readings readings;
  for (const gen::Model& model : models.all) {
    if (model.reader_bit < 0) continue;
    const encoding::ReaderSet bit = encoding::ReaderSet{1} << model.reader_bit;
    for (const auto& [bytes, characters] : model.decode)
      if (characters.size() == 1) readings[characters[0]][bytes] |= bit;
    for (const auto& [bytes, character] : model.also) readings[character][bytes] |= bit;
    for (const auto& [character, bytes] : model.encode_only) readings[character][bytes] |= bit;
    if (model.name != "gb18030") continue;
    for (const auto& [pointer, character] : models.four_byte) {
      const std::string bytes = {static_cast<char>(0x81 + pointer / 12600),
                                 static_cast<char>(0x30 + pointer / 1260 % 10),
                                 static_cast<char>(0x81 + pointer / 10 % 126), static_cast<char>(0x30 + pointer % 10)};
      readings[character][bytes] |= bit;
    }
  }
  readings.erase(readings.begin(), readings.lower_bound(0x80));
  return readings;
}

}  // namespace

const Readings& all_readings() {
  static const Readings kReadings = make_readings();
  return kReadings;
}

}  // namespace unbake::reference
