// Which bytes an encoder picks where a table has more than one unit for a character.
#include <set>

#include "encoding_tables.hpp"

namespace unbake::gen {
namespace {

unsigned lead_of(const Bytes& bytes) { return static_cast<unsigned char>(bytes[0]); }

// Lower is preferred; among equals the first unit in byte order.
int rank(const Model& model, const Bytes& bytes, char32_t character) {
  const unsigned lead = lead_of(bytes);
  // WHATWG, Windows: the extensions of IBM at FA-FC, not their copies of NEC at ED and EE.
  if (model.name == "shift_jis") return lead == 0xED || lead == 0xEE ? 1 : 0;
  // JIS X 0208 before JIS X 0212.
  if (model.name == "euc-jp") return bytes.size() == 3 ? 1 : 0;
  // WHATWG: the standard part before the supplement of Hong Kong.
  if (model.family == "big5") return lead < 0xA1 ? 1 : 0;
  // The letter as an initial consonant before the same letter as a final; a symbol before the unit
  // without letters.
  if (model.family == "johab") return (character == 0x3000 || character <= 0x314E) && lead < 0x88 ? 1 : 0;
  // The euro sign of Microsoft is for gbk only.
  if (model.name == "gb18030") return bytes.size() == 1 ? 1 : 0;
  return 0;
}

// The last unit, where all others take the first: the encoders of Windows and of the WHATWG
// standard.
bool takes_last(const Model& model, char32_t character) {
  static const std::set<char32_t> kLast = {0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345};
  return model.family == "big5" && kLast.contains(character);
}

}  // namespace

std::map<char32_t, Bytes> encoder_of(const Model& model) {
  std::map<char32_t, Bytes> encoder = model.encode_only;
  for (const auto& [bytes, characters] : model.decode) {
    if (characters.size() != 1) continue;
    const char32_t character = characters[0];
    const auto [unit, inserted] = encoder.try_emplace(character, bytes);
    if (inserted) continue;
    const int before = rank(model, unit->second, character);
    const int now = rank(model, bytes, character);
    if (now < before || (now == before && takes_last(model, character))) unit->second = bytes;
  }
  return encoder;
}

}  // namespace unbake::gen
