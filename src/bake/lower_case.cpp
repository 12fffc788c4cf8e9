#include "bake/lower_case.hpp"

#include <array>
#include <cstdint>

namespace unbake::baking {
namespace {

// Capitals `first` to `last`, every `step`-th character, become lower case by adding `shift`.
struct CapitalRange {
  char32_t first;
  char32_t last;
  std::int32_t shift;
  std::uint8_t step;
};

// UnicodeData.txt, field 13, sorted; ranges that no single-byte encoding touches are left out.
constexpr std::array kCapitals = {
    CapitalRange{0x0041, 0x005A, 32, 1}, CapitalRange{0x00C0, 0x00D6, 32, 1},   CapitalRange{0x00D8, 0x00DE, 32, 1},
    CapitalRange{0x0100, 0x012E, 1, 2},  CapitalRange{0x0132, 0x0136, 1, 2},    CapitalRange{0x0139, 0x0147, 1, 2},
    CapitalRange{0x014A, 0x0176, 1, 2},  CapitalRange{0x0178, 0x0178, -121, 1}, CapitalRange{0x0179, 0x017D, 1, 2},
    CapitalRange{0x01A0, 0x01A4, 1, 2},  CapitalRange{0x01AF, 0x01AF, 1, 1},    CapitalRange{0x0218, 0x021A, 1, 2},
    CapitalRange{0x0386, 0x0386, 38, 1}, CapitalRange{0x0388, 0x038A, 37, 1},   CapitalRange{0x038C, 0x038C, 64, 1},
    CapitalRange{0x038E, 0x038F, 63, 1}, CapitalRange{0x0391, 0x03A1, 32, 1},   CapitalRange{0x03A3, 0x03AB, 32, 1},
    CapitalRange{0x0400, 0x040F, 80, 1}, CapitalRange{0x0410, 0x042F, 32, 1},   CapitalRange{0x0490, 0x04BE, 1, 2},
    CapitalRange{0x04D0, 0x04FE, 1, 2},  CapitalRange{0x0531, 0x0556, 48, 1},   CapitalRange{0x1E02, 0x1E94, 1, 2},
    CapitalRange{0x1EA0, 0x1EFE, 1, 2},  CapitalRange{0x2160, 0x216F, 16, 1},   CapitalRange{0xFF21, 0xFF3A, 32, 1},
};

}  // namespace

char32_t lower_case(char32_t code_point) {
  for (const CapitalRange& range : kCapitals) {
    if (code_point < range.first) break;
    if (code_point <= range.last) {
      return (code_point - range.first) % range.step == 0 ? code_point + static_cast<char32_t>(range.shift)
                                                          : code_point;
    }
  }
  return code_point;
}

}  // namespace unbake::baking
