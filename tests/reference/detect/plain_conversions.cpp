#include "reference/detect/plain_conversions.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "base/utf8.hpp"

namespace unbake::reference {
namespace {

using encoding::Conversion;
using encoding::DecodeStep;
using encoding::EncodingId;
using encoding::Family;
using encoding::ReaderBytes;
using encoding::ReaderSet;

// Characters beyond ASCII of a line that are weighed in each round, and conversions that go on to the next one.
struct Round {
  std::size_t characters;
  std::size_t survivors;
};
constexpr Round kRounds[] = {{8, 24}, {24, 8}, {96, 8}};

// Symbols that no reader of a set shows are carried through; they are marked by this bit.
constexpr char32_t kCarried = 0x80000000;

// The bytes of a line as some readers may have met them: a byte, or a symbol that is carried through.
struct ByteLine {
  ReaderSet readers;
  std::vector<char32_t> units;
};

// The shortest beginning of `line` with `count` characters beyond ASCII.
std::span<const char32_t> beginning(std::span<const char32_t> line, std::size_t count) {
  std::size_t i = 0;
  for (; i < line.size() && count > 0; ++i) {
    if (line[i] >= 0x80) --count;
  }
  while (i < line.size() && line[i] < 0x80 && line[i] != U' ') ++i;
  return line.first(i);
}

// Groups of readers that agree on the bytes of all characters of the line.
std::vector<ByteLine> byte_lines(std::span<const char32_t> line, ReaderSet readers) {
  std::vector<ByteLine> lines{{readers, {}}};
  for (const char32_t symbol : line) {
    if (symbol < 0x80) {
      for (ByteLine& l : lines) l.units.push_back(symbol);
      continue;
    }
    std::array<ReaderBytes, encoding::kMaxReaderBytes> groups;
    const std::size_t count = base::is_raw_byte(symbol) ? 0 : encoding::reader_bytes(symbol, groups.data());
    std::vector<ByteLine> split;
    for (ByteLine& l : lines) {
      ReaderSet rest = l.readers;
      for (std::size_t i = 0; i < count; ++i) {
        const ReaderSet common = rest & groups[i].readers;  // of several ways in one reader, the first
        if (common == 0) continue;
        rest &= ~common;
        ByteLine& next = split.emplace_back(ByteLine{common, l.units});
        next.units.insert(next.units.end(), groups[i].bytes, groups[i].bytes + groups[i].length);
      }
      if (rest != 0) {
        l.readers = rest;
        l.units.push_back(symbol | kCarried);
        split.push_back(std::move(l));
      }
    }
    lines = std::move(split);
  }
  return lines;
}

// A line in which most characters are carried through was not shown by these readers.
bool is_shown(const ByteLine& line) {
  std::size_t carried = 0;
  std::size_t high = 0;
  for (const char32_t unit : line.units) {
    carried += (unit & kCarried) != 0 ? 1 : 0;
    high += unit >= 0x80 ? 1 : 0;
  }
  return carried * 4 <= high;
}

// Whether most bytes beyond ASCII are whole characters of UTF-8.
bool is_utf8(const ByteLine& line) {
  if (!is_shown(line)) return false;
  std::size_t high = 0;
  std::size_t whole = 0;
  std::array<std::uint8_t, 4> pending{};
  std::size_t length = 0;
  for (const char32_t unit : line.units) {
    if (unit < 0x80 || unit > 0xFF) {
      length = 0;
      continue;
    }
    ++high;
    pending[length++] = static_cast<std::uint8_t>(unit);
    base::Utf8Prefix prefix = base::classify_utf8(pending.data(), length);
    if (prefix == base::Utf8Prefix::kInvalid) {
      pending[0] = static_cast<std::uint8_t>(unit);
      length = 1;
      prefix = base::classify_utf8(pending.data(), length);
    }
    if (prefix == base::Utf8Prefix::kComplete) whole += length;
    if (prefix != base::Utf8Prefix::kPartial) length = 0;
  }
  return high >= 2 && whole * 8 >= high * 7;
}

// Then the line is UTF-8 misread, not legacy text. Of what multi-byte readers show much is so by chance.
bool is_misread_utf8(const ByteLine& line) {
  return (line.readers & ~encoding::multi_byte_readers()) != 0 && is_utf8(line);
}

// The characters that `bytes` are in `source`; false if they are none, or controls.
bool decode(const std::vector<char32_t>& units, EncodingId source, std::vector<char32_t>& out) {
  out.clear();
  for (std::size_t i = 0; i < units.size();) {
    // No character of these encodings begins with a byte of ASCII but that byte's.
    if (units[i] < 0x80 || (units[i] & kCarried) != 0) {
      out.push_back(units[i++] & ~kCarried);
      continue;
    }
    std::array<std::uint8_t, 4> bytes{};
    std::size_t length = 0;
    while (length < bytes.size() && i + length < units.size() && (units[i + length] & kCarried) == 0) {
      bytes[length] = static_cast<std::uint8_t>(units[i + length]);
      ++length;
    }
    const DecodeStep step = encoding::decode_step(source, std::span(bytes).first(length));
    if (step.kind == DecodeStep::Kind::kTruncated && i + length == units.size()) return true;  // the line was cut here
    if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1) return false;
    const char32_t c = step.code_points[0];
    if ((c < 0x20 && c != U'\t' && c != U'\r') || (c >= 0x7F && c < 0xA0)) return false;
    out.push_back(c);
    i += step.length;
  }
  return true;
}

// Log-likelihood of `text`, less what it would be if it were ASCII.
float language(std::span<const char32_t> text, const model::Model& model) {
  float sum = 0;
  char32_t a = U'\n';
  char32_t b = U'\n';
  for (const char32_t c : text) {
    if ((a | b | c) >= 0x80) sum += model.log_probability(a, b, c) - model::Model::kAsciiCost;
    a = b;
    b = c;
  }
  return sum;
}

// Encodings that people wrote text in.
bool is_source(const encoding::Encoding& e) {
  switch (e.family) {
    case Family::kSingleByte:
    case Family::kGbk:
    case Family::kBig5:
    case Family::kShiftJis:
    case Family::kEucJp:
    case Family::kEucKr:
      return true;
    default:
      return false;
  }
}

struct Trial {
  Conversion conversion;
  float gain;
};

// Best first; of the same gain the encoding that is listed first.
void sort_trials(std::vector<Trial>& trials) {
  std::stable_sort(trials.begin(), trials.end(), [](const Trial& x, const Trial& y) { return x.gain > y.gain; });
}

// The sources of `candidates` (all if null) tried on the beginning of the line.
std::vector<Trial> try_on(std::span<const char32_t> line, const std::vector<ByteLine>& readings,
                          const std::vector<Trial>* candidates, const model::Model& model) {
  const float as_it_stands = language(line, model);
  std::vector<char32_t> text;
  std::vector<Trial> trials;
  for (const ByteLine& bytes : readings) {
    if (!is_shown(bytes)) continue;
    for (const encoding::Encoding& e : encoding::all_encodings()) {
      if (!is_source(e)) continue;
      const bool is_tried =
          candidates == nullptr || std::any_of(candidates->begin(), candidates->end(), [&](const Trial& t) {
            return t.conversion.source == e.id && (t.conversion.readers & bytes.readers) != 0;
          });
      if (!is_tried || !decode(bytes.units, e.id, text)) continue;
      trials.push_back({{e.id, bytes.readers}, language(text, model) - as_it_stands});
    }
  }
  sort_trials(trials);
  return trials;
}

}  // namespace

std::vector<Conversion> plain_conversions(std::span<const char32_t> line, ReaderSet readers, const model::Model& model,
                                          float least_gain, std::size_t most) {
  std::vector<Trial> trials;
  std::size_t weighed = 0;
  for (const Round& round : kRounds) {
    const std::span<const char32_t> part = beginning(line, round.characters);
    if (weighed != 0 && part.size() == weighed) break;  // the line is no longer than that
    const std::vector<ByteLine> readings = byte_lines(part, readers);
    if (std::any_of(readings.begin(), readings.end(), is_misread_utf8)) return {};
    trials = try_on(part, readings, weighed == 0 ? nullptr : &trials, model);
    const bool is_whole = part.size() == line.size();
    std::erase_if(trials, [&](const Trial& t) { return t.gain < (is_whole ? least_gain : 0); });
    if (trials.empty()) return {};
    trials.resize(std::min(trials.size(), round.survivors));
    weighed = part.size();
  }
  std::vector<Conversion> best;
  for (const Trial& t : trials) {
    const auto same =
        std::find_if(best.begin(), best.end(), [&](const Conversion& c) { return c.source == t.conversion.source; });
    if (same != best.end() || t.gain < least_gain) continue;
    best.push_back(t.conversion);
    if (best.size() == most) break;
  }
  return best;
}

}  // namespace unbake::reference
