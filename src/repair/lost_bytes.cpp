#include "repair/lost_bytes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <vector>

#include "bake/decoder.hpp"
#include "encoding/encoding.hpp"

namespace unbake::repair {
namespace {

using encoding::DecodeStep;
using encoding::ReaderSet;

// For each byte 80-FF, the readers that lose it.
struct LostTable {
  std::array<ReaderSet, 128> before_low;     // before ASCII below 40, which is the trail byte of no pair
  std::array<ReaderSet, 128> before_high;    // before other ASCII
  std::array<ReaderSet, 128> before_others;  // a byte above 7F would have been the trail of a pair
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
      const auto loses = [&](const DecodeStep& s) {
        return s.kind != DecodeStep::Kind::kCharacter || shows(s, 0x80, 0x9F);
      };
      const std::size_t i = byte - 0x80;
      if (loses(step(' '))) table.before_low[i] |= set;
      if (loses(step('A'))) table.before_high[i] |= set;
      if (loses(step('A')) && (encoding::multi_byte_readers() & set) == 0) table.before_others[i] |= set;
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

// The same by reader: the bytes 80 to BF that it loses.
struct BytesTable {
  std::array<std::uint64_t, 64> before_low, before_high, before_others, no_break_space, soft_hyphen;
};

std::array<std::uint64_t, 64> by_reader(const std::array<ReaderSet, 128>& by_byte) {
  std::array<std::uint64_t, 64> bytes{};
  for (std::size_t byte = 0; byte < 64; ++byte) {
    for (ReaderSet rest = by_byte[byte]; rest != 0; rest &= rest - 1) {
      bytes[static_cast<std::size_t>(std::countr_zero(rest))] |= std::uint64_t{1} << byte;
    }
  }
  return bytes;
}

const BytesTable& bytes_table() {
  static const BytesTable table = [] {
    const LostTable& lost = lost_table();
    return BytesTable{by_reader(lost.before_low), by_reader(lost.before_high), by_reader(lost.before_others),
                      by_reader(lost.no_break_space), by_reader(lost.soft_hyphen)};
  }();
  return table;
}

// The part of a table, by byte or by reader, that tells of one way of losing a byte.
template <typename Table>
const auto& part_of(const Table& table, LostBy by, char32_t next) {
  switch (by) {
    case LostBy::kDecoder:
      return next < 0x40 ? table.before_low : next < 0x80 ? table.before_high : table.before_others;
    case LostBy::kNoBreakSpace:
      return table.no_break_space;
    case LostBy::kSoftHyphen:
      return table.soft_hyphen;
  }
  return table.before_low;
}

// For each reader of several bytes a character, the pairs that are no character: bit `next` of row `byte`.
class MissingPairs {
 public:
  MissingPairs() {
    for (ReaderSet rest = encoding::multi_byte_readers(); rest != 0; rest &= rest - 1) {
      const int bit = std::countr_zero(rest);
      rows_[static_cast<std::size_t>(bit)] = static_cast<std::uint8_t>(readers_.size());
      readers_.push_back(rows_of(encoding::reader(bit)));
    }
  }

  [[nodiscard]] bool has(int bit, std::uint8_t byte, std::uint8_t next) const {
    const Rows& rows = readers_[rows_[static_cast<std::size_t>(bit)]];
    return rows[byte - 0x80U].test(next);
  }

 private:
  using Rows = std::array<std::bitset<256>, 128>;  // bit 0: for some next byte

  static Rows rows_of(encoding::EncodingId id) {
    Rows rows;
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      for (unsigned next = 0x0A; next <= 0xFF; ++next) {
        const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(byte), static_cast<std::uint8_t>(next)};
        const DecodeStep step = encoding::decode_step(id, bytes);
        const bool is_text = step.kind == DecodeStep::Kind::kCharacter &&
                             !(step.code_points[0] >= 0x80 && step.code_points[0] <= 0x9F) &&
                             !encoding::is_private_use(step.code_points[0]);
        if (!is_text) rows[byte - 0x80].set(next);
      }
    }
    add_changes(id, rows);
    for (std::bitset<256>& row : rows) row.set(0, row.any());
    return rows;
  }

  // What some decoder does not read.
  static void add_changes(encoding::EncodingId id, Rows& rows) {
    for (const baking::Decoder& decoder : baking::decoders()) {
      for (const baking::TableChange& change : decoder.changes) {
        if (change.encoding != encoding::get(id).name || change.kind == baking::TableChange::Kind::kCharacter) continue;
        const bool is_pair = change.trail_last != 0;
        for (unsigned byte = std::max<unsigned>(change.lead_first, 0x80); byte <= change.lead_last; ++byte) {
          const unsigned first = is_pair ? std::max<unsigned>(change.trail_first, 1) : 1;
          const unsigned last = is_pair ? change.trail_last : 0xFF;
          for (unsigned next = first; next <= last; ++next) rows[byte - 0x80].set(next);
        }
      }
    }
  }

  std::array<std::uint8_t, 64> rows_{};
  std::vector<Rows> readers_;
};

const MissingPairs& missing_pairs() {
  static const MissingPairs pairs;
  return pairs;
}

}  // namespace

ReaderSet readers_without_character(ReaderSet readers, std::uint8_t byte, std::uint8_t next) {
  const ReaderSet multi_byte = encoding::multi_byte_readers();
  ReaderSet found = lost_table().before_low[byte - 0x80U] & readers & ~multi_byte;
  for (ReaderSet rest = readers & multi_byte; rest != 0; rest &= rest - 1) {
    if (missing_pairs().has(std::countr_zero(rest), byte, next)) found |= rest & -rest;
  }
  return found;
}

ReaderSet readers_that_lose_lead_bytes() {
  static const ReaderSet readers = [] {
    ReaderSet found = 0;
    for (unsigned lead = 0xC2; lead <= 0xF4; ++lead) {
      for (unsigned next = 0x80; next <= 0xBF; ++next) {
        found |= readers_without_character(~ReaderSet{0} >> (64 - encoding::reader_count()),
                                           static_cast<std::uint8_t>(lead), static_cast<std::uint8_t>(next));
      }
    }
    return found;
  }();
  return readers;
}

ReaderSet readers_that_lose(std::uint8_t byte, LostBy by, char32_t next) {
  return part_of(lost_table(), by, next)[byte - 0x80U];
}

std::uint64_t bytes_lost_by(ReaderSet readers, LostBy by, char32_t next) {
  const std::array<std::uint64_t, 64>& table = part_of(bytes_table(), by, next);
  std::uint64_t bytes = 0;
  for (; readers != 0; readers &= readers - 1) bytes |= table[static_cast<std::size_t>(std::countr_zero(readers))];
  return bytes;
}

}  // namespace unbake::repair
