#include "repair/lost_bytes.hpp"

#include <array>

#include "encoding/encoding.hpp"

namespace unbake::repair {
namespace {

using encoding::DecodeStep;
using encoding::ReaderSet;

// For each byte 80-FF: readers that have no character for it alone, by what follows.
struct LostTable {
  std::array<ReaderSet, 128> before_low;   // before ASCII below 40, which is the trail byte of no pair
  std::array<ReaderSet, 128> before_high;  // before other ASCII
};

LostTable make_table() {
  LostTable table{};
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const encoding::EncodingId id = encoding::reader(bit);
    const ReaderSet set = ReaderSet{1} << bit;
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      const auto loses = [&](std::uint8_t next) {
        const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(byte), next};
        return encoding::decode_step(id, bytes).kind != DecodeStep::Kind::kCharacter;
      };
      if (loses(' ')) table.before_low[byte - 0x80] |= set;
      if (loses('A')) table.before_high[byte - 0x80] |= set;
    }
  }
  return table;
}

const LostTable& lost_table() {
  static const LostTable table = make_table();
  return table;
}

}  // namespace

ReaderSet readers_that_lose(std::uint8_t byte, char32_t next) {
  const LostTable& table = lost_table();
  return next >= 0x40 ? table.before_high[byte - 0x80U] : table.before_low[byte - 0x80U];
}

}  // namespace unbake::repair
