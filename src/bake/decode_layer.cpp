#include "bake/decode_layer.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "bake/decoder.hpp"
#include "bake/loss_rules.hpp"
#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

using encoding::DecodeStep;
using encoding::EncodingId;
using encoding::Family;
using Bytes = std::span<const std::uint8_t>;

// A decoder reading one encoding.
struct Reader {
  EncodingId encoding;
  Family family;
  const Policy* policy;
  std::span<const TableChange> changes;
  bool ascii_is_plain;                // A byte below 80 that starts a unit is that character.
  bool c1_are_holes;                  // The C1 controls among its characters stand for holes (code pages of Windows).
  std::optional<EncodingId> through;  // What the bytes were read as before.
};

// Whether the characters of 80 to 9F are mostly others than the C1 controls of ISO 8859. In the indexes of the WHATWG
// standard the holes of such an encoding are C1 controls; few other decoders have them.
bool has_c1_for_holes(EncodingId id, Family family) {
  if (family != Family::kSingleByte) return false;
  for (std::uint8_t byte = 0x80; byte < 0xA0; ++byte) {
    const DecodeStep step = encoding::decode_step(id, {&byte, 1});
    if (step.kind == DecodeStep::Kind::kCharacter && step.code_points[0] != byte) return true;
  }
  return false;
}

bool has_plain_ascii(EncodingId id, Family family) {
  const bool is_byte_oriented =
      family != Family::kUtf16 && family != Family::kUtf32 && family != Family::kFont && family != Family::kStateful;
  if (!is_byte_oriented) return false;
  for (std::uint8_t byte = 0; byte < 0x80; ++byte) {
    const DecodeStep step = encoding::decode_step(id, {&byte, 1});
    if (step.kind != DecodeStep::Kind::kCharacter || step.code_points[0] != byte) return false;
  }
  return true;
}

bool changes_ascii(std::span<const TableChange> changes) {
  return std::any_of(changes.begin(), changes.end(), [](const TableChange& c) { return c.lead_first < 0x80; });
}

// What the table of an encoding is like, whoever reads it.
struct Table {
  bool ascii_is_plain;
  bool c1_are_holes;
};

std::vector<Table> make_tables() {
  std::vector<Table> tables;
  for (const encoding::Encoding& e : encoding::all_encodings())
    tables.push_back({has_plain_ascii(e.id, e.family), has_c1_for_holes(e.id, e.family)});
  return tables;
}

// All readers, by decoder and encoding; made once.
std::vector<Reader> make_readers() {
  const std::vector<Table> tables = make_tables();
  std::vector<Reader> readers;
  for (const Decoder& decoder : decoders()) {
    for (const encoding::Encoding& e : encoding::all_encodings()) {
      const auto is_this = [&e](const auto& row) { return row.encoding == e.name; };
      const auto exception = std::find_if(decoder.exceptions.begin(), decoder.exceptions.end(), is_this);
      const auto first = std::find_if(decoder.changes.begin(), decoder.changes.end(), is_this);
      const auto last = std::find_if_not(first, decoder.changes.end(), is_this);
      const std::span<const TableChange> changes(first, last);
      const auto substitute = std::find_if(decoder.substitutes.begin(), decoder.substitutes.end(), is_this);
      const EncodingId table =
          substitute == decoder.substitutes.end() ? e.id : encoding::find(substitute->table).value_or(e.id);
      const auto [ascii_is_plain, c1_are_holes] = tables[static_cast<std::size_t>(table)];
      const auto detour = std::find_if(decoder.detours.begin(), decoder.detours.end(), is_this);
      const auto through =
          detour == decoder.detours.end() ? std::optional<EncodingId>() : encoding::find(detour->through);
      readers.push_back({table, encoding::get(table).family,
                         exception == decoder.exceptions.end() ? &decoder.policy : &exception->policy, changes,
                         ascii_is_plain && !changes_ascii(changes), c1_are_holes, through});
    }
  }
  return readers;
}

const Reader& reader_of(EncodingId read_as, std::uint8_t decoder) {
  static const std::vector<Reader> readers = make_readers();
  return readers[decoder * encoding::all_encodings().size() + static_cast<std::size_t>(read_as)];
}

constexpr bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }

DecodeStep changed_step(const TableChange& change, Bytes bytes) {
  const bool pair = change.trail_last != 0;
  DecodeStep step{};
  step.length = pair ? 2 : 1;
  switch (change.kind) {
    case TableChange::Kind::kCharacter:
      step.kind = DecodeStep::Kind::kCharacter;
      step.count = 1;
      step.code_points[0] = change.first + (pair ? bytes[1] - change.trail_first : bytes[0] - change.lead_first);
      break;
    case TableChange::Kind::kHole:
      step.kind = DecodeStep::Kind::kHole;
      break;
    case TableChange::Kind::kInvalid:
      step.kind = DecodeStep::Kind::kInvalid;
      step.length = 1;
      break;
  }
  step.error_length = step.length;
  return step;
}

// What the table of the decoder has at the head of `bytes`.
DecodeStep table_step(const Reader& reader, Bytes bytes) {
  for (const TableChange& change : reader.changes) {
    if (bytes[0] < change.lead_first || bytes[0] > change.lead_last) continue;
    if (change.trail_last == 0) return changed_step(change, bytes);
    if (bytes.size() > 1 && bytes[1] >= change.trail_first && bytes[1] <= change.trail_last) {
      return changed_step(change, bytes);
    }
  }
  return encoding::decode_step(reader.encoding, bytes);
}

// What the decoder finds at the head of `bytes`.
DecodeStep next_step(const Reader& reader, Bytes bytes) {
  DecodeStep step = table_step(reader, bytes);
  if (step.kind != DecodeStep::Kind::kCharacter) return step;
  const bool is_private_hole =
      reader.policy->private_is_hole && step.length > 1 && encoding::is_private_use(step.code_points[0]);
  const bool is_c1_hole = reader.c1_are_holes && is_c1(bytes[0]) && step.code_points[0] == bytes[0] &&
                          reader.policy->byte_hole == ByteHole::kMarker;
  if (is_private_hole || is_c1_hole) step.kind = DecodeStep::Kind::kHole;
  return step;
}

// True for characters, leads, and single bytes that the table leaves unassigned.
bool can_start(const Reader& reader, Bytes one_byte) {
  return next_step(reader, one_byte).kind != DecodeStep::Kind::kInvalid;
}

// Bytes of `unit`, which could not be decoded, that are replaced together.
std::size_t extent_of(const Reader& reader, Extent extent, Bytes unit) {
  switch (extent) {
    case Extent::kLead:
      return 1;
    case Extent::kLeadOrLong:
      return unit.size() > 2 ? unit.size() : 1;
    case Extent::kUpToStart: {
      std::size_t n = 1;
      while (n < unit.size() && !can_start(reader, unit.subspan(n, 1))) ++n;
      return n;
    }
    case Extent::kOfStandard:
    case Extent::kUnit:
    case Extent::kAnyAndNext:
      break;
  }
  return unit.size();
}

constexpr bool is_unicode(Family family) {
  return family == Family::kUtf8 || family == Family::kUtf16 || family == Family::kUtf32 || family == Family::kCesu8;
}

// Bytes at the head of `bytes` that `step`, a failure, takes with it.
std::size_t failure_length(const Reader& reader, const DecodeStep& step, Bytes bytes) {
  const Policy& policy = *reader.policy;
  if (is_unicode(reader.family)) return step.error_length;
  const std::size_t length = step.length;
  switch (step.kind) {
    case DecodeStep::Kind::kHole:
      return policy.hole == Extent::kOfStandard ? step.error_length
                                                : extent_of(reader, policy.hole, bytes.first(length));
    case DecodeStep::Kind::kTruncated:
      return extent_of(reader, policy.truncated, bytes.first(length));
    default:
      break;
  }
  if (policy.invalid == Extent::kOfStandard) return step.error_length;
  // A byte that leads nothing fails alone; a lead fails with the byte that cannot follow it.
  const bool is_lead = next_step(reader, bytes.first(length)).kind == DecodeStep::Kind::kTruncated;
  if (policy.invalid != Extent::kAnyAndNext && !is_lead) return length;
  return extent_of(reader, policy.invalid, bytes.first(std::min(length + 1, bytes.size())));
}

void append_marker(const Policy& policy, std::string& out) {
  if (policy.marker != kErased) base::append_utf8(out, policy.marker);
}

// `bytes`, read by `through` and written back.
std::string written_back(const Reader& through, Bytes bytes) {
  std::string back;
  while (!bytes.empty()) {
    const DecodeStep step = next_step(through, bytes);
    const bool is_read = step.kind == DecodeStep::Kind::kCharacter;
    const std::size_t length = is_read ? step.length : failure_length(through, step, bytes);
    if (is_read)
      back.append(reinterpret_cast<const char*>(bytes.data()), length);
    else
      append_marker(*through.policy, back);
    bytes = bytes.subspan(length);
  }
  return back;
}

// Encodings that decode only as a whole: goes on after the byte at which the decoder stopped.
void decode_whole(const Reader& reader, std::string_view bytes, std::string& out) {
  while (!bytes.empty()) {
    const encoding::Encoded decoded = encoding::decode(reader.encoding, bytes);
    out += decoded.bytes;
    if (!decoded.error_offset) return;
    append_marker(*reader.policy, out);
    bytes.remove_prefix(std::min(*decoded.error_offset + 1, bytes.size()));
  }
}

// Encodings in which some characters cannot be encoded by themselves.
constexpr bool needs_whole_text(Family family) {
  return family == Family::kStateful || family == Family::kBig5 || family == Family::kCesu8 || family == Family::kFont;
}

}  // namespace

void decode_layer(EncodingId read_as, std::uint8_t decoder, std::string_view bytes, std::string& out) {
  const Reader& reader = reader_of(read_as, decoder);
  if (reader.family == Family::kStateful) return decode_whole(reader, bytes, out);
  Bytes rest(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::string back;
  if (reader.through) {
    back = written_back(reader_of(*reader.through, decoder), rest);
    rest = Bytes(reinterpret_cast<const std::uint8_t*>(back.data()), back.size());
  }
  while (!rest.empty()) {
    if (reader.ascii_is_plain && rest[0] < 0x80) {
      out.push_back(static_cast<char>(rest[0]));
      rest = rest.subspan(1);
      continue;
    }
    const DecodeStep step = next_step(reader, rest);
    if (step.kind == DecodeStep::Kind::kCharacter) {
      for (std::uint8_t i = 0; i < step.count; ++i) base::append_utf8(out, step.code_points[i]);
      rest = rest.subspan(step.length);
    } else if (step.kind == DecodeStep::Kind::kHole && step.length == 1 && is_c1(rest[0]) &&
               reader.policy->byte_hole == ByteHole::kC1) {
      base::append_utf8(out, rest[0]);
      rest = rest.subspan(1);
    } else {
      append_marker(*reader.policy, out);
      rest = rest.subspan(failure_length(reader, step, rest));
    }
  }
}

std::size_t bytes_given_up(EncodingId read_as, std::uint8_t decoder, std::span<const std::uint8_t> bytes) {
  const Reader& reader = reader_of(read_as, decoder);
  if (reader.through) {
    const Reader& through = reader_of(*reader.through, decoder);
    const DecodeStep on_the_way = next_step(through, bytes);
    if (on_the_way.kind != DecodeStep::Kind::kCharacter) return failure_length(through, on_the_way, bytes);
  }
  const DecodeStep step = next_step(reader, bytes);
  if (step.kind != DecodeStep::Kind::kCharacter) return failure_length(reader, step, bytes);
  const bool stays = !is_c1(step.code_points[0]) && !encoding::is_private_use(step.code_points[0]);
  return stays ? 0 : step.length;
}

std::optional<std::size_t> encode_layer(EncodingId from, std::string_view text, std::string& out) {
  if (from == EncodingId::kUtf8) {
    const std::size_t invalid = base::find_invalid_utf8(text);
    if (invalid < text.size()) return invalid;
    out += text;
    return std::nullopt;
  }
  if (needs_whole_text(encoding::get(from).family)) {
    const encoding::Encoded encoded = encoding::encode(from, text);
    out += encoded.bytes;
    return encoded.error_offset;
  }
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    if (base::is_raw_byte(c.value)) return i;
    std::uint8_t bytes[4];
    std::size_t length = encoding::encode_step(from, c.value, bytes);
    if (length == 0 && is_c1(c.value)) {
      bytes[0] = static_cast<std::uint8_t>(c.value);
      length = encoding::decode_step(from, Bytes(bytes, 1)).kind == DecodeStep::Kind::kHole ? 1 : 0;
    }
    if (length == 0) return i;
    out.append(reinterpret_cast<const char*>(bytes), length);
    i += c.length;
  }
  return std::nullopt;
}

}  // namespace unbake::baking
