#include "johab_model.hpp"

#include "encoding/johab_codes.hpp"

namespace unbake::gen {
namespace {

Bytes pair(unsigned lead, unsigned trail) { return {static_cast<char>(lead), static_cast<char>(trail)}; }

}  // namespace

std::map<Bytes, Characters> johab_units(const std::map<Bytes, Characters>& euc_kr) {
  std::map<Bytes, Characters> units;
  for (unsigned lead = 0x84; lead <= 0xD3; ++lead)
    for (unsigned trail = 0x41; trail <= 0xFE; ++trail) {
      if (trail == 0x7F || trail == 0x80) continue;
      if (const char32_t c = encoding::johab::hangul(lead << 8 | trail); c != 0)
        units[pair(lead, trail)] = Characters(1, c);
    }
  // Two rows of KS X 1001 a lead byte: symbols are rows A1-AC under D9-DE, hanja rows CA-FD under
  // E0-F9.
  for (const auto& [bytes, characters] : euc_kr) {
    if (bytes.size() != 2) continue;
    const unsigned row = static_cast<unsigned char>(bytes[0]);
    const unsigned cell = static_cast<unsigned char>(bytes[1]);
    const bool symbol = row >= 0xA1 && row <= 0xAC;
    const bool hanja = row >= 0xCA && row <= 0xFD;
    const bool modern_letter = row == 0xA4 && cell < 0xD4;  // Hangul units stand for these.
    if (cell < 0xA1 || !(symbol || hanja) || modern_letter) continue;
    const unsigned n = symbol ? row - 0xA1 : row - 0xCA;
    const unsigned lead = (symbol ? 0xD9 : 0xE0) + n / 2;
    const unsigned column = n % 2 * 94 + cell - 0xA1;
    units[pair(lead, column + (column < 78 ? 0x31 : 0x43))] = characters;
  }
  return units;
}

}  // namespace unbake::gen
