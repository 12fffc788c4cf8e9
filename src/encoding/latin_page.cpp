#include "encoding/latin_page.hpp"

#include <algorithm>
#include <iterator>

namespace unbake::encoding {

bool is_latin_page(EncodingId id) {
  using enum EncodingId;
  constexpr EncodingId kLatinPages[] = {
      kWindows1250, kWindows1252, kWindows1254, kWindows1257, kIso88591,  kIso88592,  kIso88593,
      kIso88594,    kIso88599,    kIso885910,   kIso885913,   kIso885914, kIso885915, kIso885916,
      kMacintosh,   kMacLatin2,   kMacTurkish,  kIbm437,      kIbm775,    kIbm850,    kIbm852,
      kIbm857,      kIbm858,      kIbm860,      kIbm861,      kIbm863,    kIbm865,
  };
  return std::find(std::begin(kLatinPages), std::end(kLatinPages), id) != std::end(kLatinPages);
}

}  // namespace unbake::encoding
