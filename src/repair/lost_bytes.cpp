#include "repair/lost_bytes.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "encoding/encoding.hpp"

namespace unbake::repair {
namespace {

#include "generated/given_up.inc"

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

}  // namespace

GivenUp given_up(int bit, std::uint8_t byte, std::uint8_t next) {
  const ReaderSet reader = ReaderSet{1} << bit;
  if ((reader & encoding::multi_byte_readers()) != 0) return given_up_of_pairs(bit, byte, next);
  return {(lost_table().before_low[byte - 0x80U] & reader) != 0 ? kAllDecoders : DecoderSet{0}, 0};
}

GivenUp given_up_of_pairs(int bit, std::uint8_t byte, std::uint8_t next) {
  const std::size_t row = kGivenUpRowOf[static_cast<std::size_t>(bit) << 7 | (byte & 0x7FU)];
  const std::uint32_t sets = kGivenUpSets[kGivenUpRows[row][next]];
  return {static_cast<DecoderSet>(sets & kAllDecoders),
          static_cast<DecoderSet>(sets >> baking::kDecoderCount & kAllDecoders)};
}

ReaderSet readers_by_detours() {
  static const ReaderSet readers = [] {
    ReaderSet found = 0;
    for (int bit = 0; bit < encoding::reader_count(); ++bit) {
      const auto is_this = [&](const baking::Detour& d) {
        return d.encoding == encoding::get(encoding::reader(bit)).name;
      };
      for (const baking::Decoder& decoder : baking::decoders()) {
        if (std::any_of(decoder.detours.begin(), decoder.detours.end(), is_this)) found |= ReaderSet{1} << bit;
      }
    }
    return found;
  }();
  return readers;
}

DecoderSet decoders_that_show(char32_t marker) {
  DecoderSet found = 0;
  for (std::size_t i = 0; i < baking::kDecoderCount; ++i) {
    const baking::Decoder& decoder = baking::decoders()[i];
    const auto shows = [&](const baking::PolicyException& e) { return e.policy.marker == marker; };
    if (decoder.policy.marker == marker || std::any_of(decoder.exceptions.begin(), decoder.exceptions.end(), shows))
      found |= static_cast<DecoderSet>(1U << i);
  }
  return found;
}

ReaderSet readers_that_lose_lead_bytes() {
  static const ReaderSet readers = [] {
    ReaderSet found = 0;
    for (std::size_t byte = 0xC2; byte <= 0xF4; ++byte) found |= lost_table().before_low[byte - 0x80];
    found &= ~encoding::multi_byte_readers();
    for (ReaderSet rest = encoding::multi_byte_readers(); rest != 0; rest &= rest - 1) {
      // Letters of Latin, Greek, Cyrillic, and punctuation: who loses characters loses some of these.
      for (const unsigned lead : {0xC3U, 0xCFU, 0xD1U, 0xE2U}) {
        const GivenUp lost = given_up(std::countr_zero(rest), static_cast<std::uint8_t>(lead), 0x80);
        if ((lost.alone | lost.pair) != 0) found |= rest & -rest;
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
