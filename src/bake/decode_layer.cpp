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
  bool ascii_is_plain;  // A byte below 80 that starts a unit is that character.
};

bool has_plain_ascii(Family family, std::span<const TableChange> changes) {
  switch (family) {
    case Family::kUtf8:
    case Family::kGbk:
    case Family::kBig5:
    case Family::kShiftJis:
    case Family::kEucJp:
    case Family::kEucKr:
    case Family::kJohab:
    case Family::kCesu8:
      return std::none_of(changes.begin(), changes.end(), [](const TableChange& c) { return c.lead_first < 0x80; });
    default: return false;  // Single bytes: two Vietnamese encodings have letters among the controls.
  }
}

// All readers, by decoder and encoding; made once.
std::vector<Reader> make_readers() {
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
      const Family family = encoding::get(table).family;
      readers.push_back({table, family, exception == decoder.exceptions.end() ? &decoder.policy : &exception->policy,
                         changes, has_plain_ascii(family, changes)});
    }
  }
  return readers;
}

const Reader& reader_of(EncodingId read_as, std::uint8_t decoder) {
  static const std::vector<Reader> readers = make_readers();
  return readers[decoder * encoding::all_encodings().size() + static_cast<std::size_t>(read_as)];
}

constexpr bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

DecodeStep changed_step(const TableChange& change, Bytes bytes) {
  const bool pair = change.trail_last != 0;
  switch (change.kind) {
    case TableChange::Kind::kCharacter: {
      const char32_t c = change.first + (pair ? bytes[1] - change.trail_first : bytes[0] - change.lead_first);
      return {DecodeStep::Kind::kCharacter, static_cast<std::uint8_t>(pair ? 2 : 1), 1, {c, 0}};
    }
    case TableChange::Kind::kHole:
      return {DecodeStep::Kind::kHole, static_cast<std::uint8_t>(pair ? 2 : 1), 0, {}};
    case TableChange::Kind::kInvalid: break;
  }
  return {DecodeStep::Kind::kInvalid, 1, 0, {}};
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
  if (reader.policy->private_is_hole && step.kind == DecodeStep::Kind::kCharacter && step.length > 1 &&
      is_private(step.code_points[0])) {
    step.kind = DecodeStep::Kind::kHole;
  }
  return step;
}

// True for characters, leads, and single bytes that the table leaves unassigned.
bool can_start(const Reader& reader, Bytes one_byte) {
  return next_step(reader, one_byte).kind != DecodeStep::Kind::kInvalid;
}

// Bytes of `unit`, which could not be decoded, that are replaced together.
std::size_t extent_of(const Reader& reader, Extent extent, Bytes unit) {
  std::size_t n = 1;
  switch (extent) {
    case Extent::kLead: return 1;
    case Extent::kUnit:
    case Extent::kAnyAndNext: return unit.size();
    case Extent::kLeadOrLong: return unit.size() > 2 ? unit.size() : 1;
    case Extent::kKeepAscii:
      while (n < unit.size() && unit[n] >= 0x80) ++n;
      return n;
    case Extent::kUpToStart:
      while (n < unit.size() && !can_start(reader, unit.subspan(n, 1))) ++n;
      return n;
  }
  return n;
}

constexpr bool is_unicode(Family family) {
  return family == Family::kUtf8 || family == Family::kUtf16 || family == Family::kUtf32 || family == Family::kCesu8;
}

// Bytes at the head of `bytes` that `step`, a failure, takes with it.
std::size_t failure_length(const Reader& reader, const DecodeStep& step, Bytes bytes) {
  const Policy& policy = *reader.policy;
  const std::size_t length = std::max<std::size_t>(step.length, 1);
  if (is_unicode(reader.family)) return length;
  switch (step.kind) {
    case DecodeStep::Kind::kHole:
      // In the standard the bytes of a hole of gb18030 are put back only if one of them is out of range.
      if (length == 4 && policy.hole == Extent::kKeepAscii) return length;
      return extent_of(reader, policy.hole, bytes.first(length));
    case DecodeStep::Kind::kTruncated: return extent_of(reader, policy.truncated, bytes.first(length));
    default: break;
  }
  const std::size_t with_next = std::min(length + 1, bytes.size());
  // A byte that leads nothing fails alone; a lead fails with the byte that cannot follow it.
  const bool is_lead = next_step(reader, bytes.first(length)).kind == DecodeStep::Kind::kTruncated;
  if (policy.invalid != Extent::kAnyAndNext && !is_lead) return length;
  return extent_of(reader, policy.invalid, bytes.first(with_next));
}

void append_marker(const Policy& policy, std::string& out) {
  if (policy.marker != kErased) base::append_utf8(out, policy.marker);
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

}  // namespace

void decode_layer(EncodingId read_as, std::uint8_t decoder, std::string_view bytes, std::string& out) {
  const Reader& reader = reader_of(read_as, decoder);
  if (reader.family == Family::kStateful) return decode_whole(reader, bytes, out);
  Bytes rest(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
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
    } else if (step.kind == DecodeStep::Kind::kHole && step.length == 1 && rest[0] < 0xA0 &&
               reader.policy->byte_hole == ByteHole::kC1) {
      base::append_utf8(out, rest[0]);
      rest = rest.subspan(1);
    } else {
      append_marker(*reader.policy, out);
      rest = rest.subspan(failure_length(reader, step, rest));
    }
  }
}

std::optional<std::size_t> encode_layer(EncodingId from, std::uint8_t decoder, std::string_view text,
                                        std::string& out) {
  if (from == EncodingId::kUtf8) {
    const std::size_t invalid = base::find_invalid_utf8(text);
    if (invalid < text.size()) return invalid;
    out += text;
    return std::nullopt;
  }
  const Reader& reader = reader_of(from, decoder);
  if (reader.family == Family::kStateful) {
    encoding::Encoded encoded = encoding::encode(from, text);
    out += encoded.bytes;
    return encoded.error_offset;
  }
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    if (base::is_raw_byte(c.value)) return i;
    std::uint8_t bytes[4];
    std::size_t length = encoding::encode_step(from, c.value, bytes);
    if (length == 0 && c.value >= 0x80 && c.value < 0xA0 && reader.policy->byte_hole == ByteHole::kC1) {
      bytes[0] = static_cast<std::uint8_t>(c.value);
      length = next_step(reader, Bytes(bytes, 1)).kind == DecodeStep::Kind::kHole ? 1 : 0;
    }
    if (length == 0) return i;
    out.append(reinterpret_cast<const char*>(bytes), length);
    i += c.length;
  }
  return std::nullopt;
}

}  // namespace unbake::baking
