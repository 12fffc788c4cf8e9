#include "repair/lost_bytes.hpp"

#include <array>

#include "encoding/encoding.hpp"

namespace unbake::repair {
namespace {

using encoding::DecodeStep;
using encoding::ReaderSet;

// For each byte 80-FF, the readers that lose it.
struct LostTable {
  std::array<ReaderSet, 128> before_low;   // before ASCII below 40, which is the trail byte of no pair
  std::array<ReaderSet, 128> before_high;  // before other ASCII
  std::array<ReaderSet, 128> no_break_space;
  std::array<ReaderSet, 128> soft_hyphen;
};

LostTable make_table() {
  LostTable table{};
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const encoding::EncodingId id = encoding::reader(bit);
    const ReaderSet set = ReaderSet{1} << bit;
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      const auto step = [&](std::uint8_t next) {
        const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(byte), next};
        return encoding::decode_step(id, bytes);
      };
      const auto shows = [&](const DecodeStep& s, char32_t first, char32_t last) {
        return s.kind == DecodeStep::Kind::kCharacter && s.code_points[0] >= first && s.code_points[0] <= last;
      };
      const auto loses = [&](const DecodeStep& s) { return s.kind != DecodeStep::Kind::kCharacter || shows(s, 0x80, 0x9F); };
      const std::size_t i = byte - 0x80;
      if (loses(step(' '))) table.before_low[i] |= set;
      if (loses(step('A'))) table.before_high[i] |= set;
      if (shows(step(' '), 0xA0, 0xA0)) table.no_break_space[i] |= set;
      if (shows(step(' '), 0xAD, 0xAD) || shows(step(' '), 0xA0, 0xA0)) table.soft_hyphen[i] |= set;
    }
  }
  return table;
}

const LostTable& lost_table() {
  static const LostTable table = make_table();
  return table;
}

}  // namespace

ReaderSet readers_that_lose(std::uint8_t byte, LostBy by, char32_t next) {
  const LostTable& table = lost_table();
  const std::size_t i = byte - 0x80U;
  switch (by) {
    case LostBy::kDecoder:
      if (next < 0x40) return table.before_low[i];
      // Behind a lead byte of a pair another byte above 7F would have been its trail.
      return next < 0x80 ? table.before_high[i] : table.before_high[i] & ~encoding::multi_byte_readers();
    case LostBy::kNoBreakSpace: return table.no_break_space[i];
    case LostBy::kSoftHyphen: return table.soft_hyphen[i];
  }
  return 0;
}

}  // namespace unbake::repair
