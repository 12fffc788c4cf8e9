#include "detect/conversion_search.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "detect/page_trials.hpp"
#include "detect/reading_bound.hpp"
#include "detect/source.hpp"

namespace unbake::detect {
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

// The bytes of a line as some readers may have met them: a byte, or a symbol that is carried through.
struct ByteLine {
  ReaderSet readers;
  std::vector<char32_t> units;
  std::vector<std::uint8_t> lengths;  // of the symbols beyond ASCII, in units
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

// The line without the ASCII that tells nothing: what is left between characters beyond ASCII is the context of what
// stands on both sides, and what a legacy character may have for a second byte.
std::vector<char32_t> condensed(std::span<const char32_t> line) {
  constexpr std::size_t kBefore = 2;
  constexpr std::size_t kBehind = 4;
  std::vector<char32_t> kept;
  kept.reserve(line.size());
  std::size_t ascii = kBehind;  // in a row, as far as they were seen
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] >= 0x80) {
      const std::size_t missing = ascii > kBehind ? std::min(ascii - kBehind, kBefore) : 0;
      kept.insert(kept.end(), line.begin() + static_cast<std::ptrdiff_t>(i - missing),
                  line.begin() + static_cast<std::ptrdiff_t>(i));
      ascii = 0;
    } else if (++ascii > kBehind) {
      continue;
    }
    kept.push_back(line[i]);
  }
  return kept;
}

// Groups of readers that agree on the bytes of all characters of the line.
std::vector<ByteLine> byte_lines(std::span<const char32_t> line, ReaderSet readers) {
  std::vector<ByteLine> lines{{readers, {}, {}}};
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
      for (std::size_t i = 0; i < count && rest != 0; ++i) {
        const ReaderSet common = rest & groups[i].readers;  // of several ways in one reader, the first
        if (common == 0) continue;
        rest &= ~common;
        ByteLine& next = split.emplace_back(rest == 0 ? std::move(l) : l);
        next.readers = common;
        next.units.insert(next.units.end(), groups[i].bytes, groups[i].bytes + groups[i].length);
        next.lengths.push_back(groups[i].length);
      }
      if (rest != 0) {
        l.readers = rest;
        l.units.push_back(symbol | kCarried);
        l.lengths.push_back(1);
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

// Whether most bytes beyond ASCII are whole characters of UTF-8, or such as lack their last byte if that may be.
bool is_utf8(const ByteLine& line, bool may_lack_bytes) {
  if (!is_shown(line)) return false;
  std::size_t high = 0;
  std::size_t whole = 0;
  std::array<std::uint8_t, 4> pending{};
  std::size_t length = 0;
  for (const char32_t unit : line.units) {
    if (unit < 0x80 || unit > 0xFF) {
      if (may_lack_bytes && length >= 2) whole += length;
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
  return (line.readers & ~encoding::multi_byte_readers()) != 0 && is_utf8(line, false);
}

float likelihood(std::span<const char32_t> text, model::LanguageMemory& language) {
  Likelihood sum(language);
  for (const char32_t c : text) sum.add(c);
  return sum.sum();
}

// The likelihood of what the line is in `source`. Nothing if it is no text there, or if that is less than `least`: most
// sources fall behind within a few characters.
std::optional<float> likelihood_in(EncodingId source, const std::vector<char32_t>& units, float least,
                                   model::LanguageMemory& language) {
  Likelihood sum(language);
  for (std::size_t i = 0; i < units.size();) {
    const float most = Likelihood::kMost * static_cast<float>(units.size() - i);
    if (sum.sum() + most < least) return std::nullopt;
    // No character of these encodings begins with a byte of ASCII but that byte's.
    if (units[i] < 0x80 || (units[i] & kCarried) != 0) {
      sum.add(units[i++] & ~kCarried);
      continue;
    }
    std::array<std::uint8_t, 4> bytes{};
    std::size_t length = 0;
    while (length < bytes.size() && i + length < units.size() && (units[i + length] & kCarried) == 0) {
      bytes[length] = static_cast<std::uint8_t>(units[i + length]);
      ++length;
    }
    const DecodeStep step = encoding::decode_step(source, std::span(bytes).first(length));
    if (step.kind == DecodeStep::Kind::kTruncated && i + length == units.size()) break;  // the line was cut here
    if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1) return std::nullopt;
    if (is_control(step.code_points[0])) return std::nullopt;
    sum.add(step.code_points[0]);
    i += step.length;
  }
  return sum.sum() < least ? std::nullopt : std::optional(sum.sum());
}

struct Trial {
  Conversion conversion;
  float gain;
};

// Best first; of the same gain the encoding that is listed first.
void sort_trials(std::vector<Trial>& trials) {
  std::stable_sort(trials.begin(), trials.end(), [](const Trial& x, const Trial& y) { return x.gain > y.gain; });
}

// The sources that are tried on a reading: those of `candidates`, all if null.
std::vector<EncodingId> sources_for(ReaderSet readers, const std::vector<Trial>* candidates) {
  std::vector<EncodingId> sources;
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    if (!is_source(e)) continue;
    const bool is_tried =
        candidates == nullptr || std::any_of(candidates->begin(), candidates->end(), [&](const Trial& t) {
          return t.conversion.source == e.id && (t.conversion.readers & readers) != 0;
        });
    if (is_tried) sources.push_back(e.id);
  }
  return sources;
}

bool is_page(EncodingId source) { return encoding::get(source).family == Family::kSingleByte; }

// The most that can be added from each unit on: a place, and what is behind it, adds no more than its bound. Without
// bounds any character may add as much as one can.
std::vector<float> most_from(std::span<const char32_t> line, const ByteLine& bytes, std::span<const float> bounds) {
  if (bounds.empty()) return PageTrials::most_from(bytes.units);
  constexpr std::size_t kBehindPlace = 2;
  constexpr float kMostOfPlace = (kBehindPlace + std::size(ReaderBytes{}.bytes)) * Likelihood::kMost;
  std::vector<float> most(bytes.units.size() + 1);
  std::size_t unit = bytes.units.size();
  auto place = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char32_t c) { return c >= 0x80; }));
  float begun = 0;  // what is behind a place that was begun
  for (std::size_t i = line.size(); i-- > 0;) {
    if (line[i] < 0x80) {
      const bool is_behind = (i > 0 && line[i - 1] >= 0x80) || (i > 1 && line[i - 2] >= 0x80);
      begun += is_behind ? Likelihood::kMost : 0;
      most[unit - 1] = most[unit] + (is_behind ? Likelihood::kMost : 0);
      --unit;
      continue;
    }
    --place;
    const float behind = most[unit] - begun;
    for (std::size_t k = bytes.lengths[place]; k > 1; --k, --unit) most[unit - 1] = most[unit] + Likelihood::kMost;
    // What is behind the last place may be cut off, and is part of its bound.
    const bool is_whole = i + kBehindPlace < line.size();
    most[unit - 1] = behind + (is_whole ? bounds[place] : kMostOfPlace);
    begun = 0;
    --unit;
  }
  return most;
}

// The sources of `candidates` (all if null) tried on the beginning of the line: those that gain `least` or more.
std::vector<Trial> try_on(std::span<const char32_t> line, const std::vector<ByteLine>& readings,
                          const std::vector<Trial>* candidates, float least, std::span<const float> bounds,
                          model::LanguageMemory& language) {
  const float as_it_stands = likelihood(line, language);
  std::vector<Trial> trials;
  for (const ByteLine& bytes : readings) {
    if (!is_shown(bytes)) continue;
    const std::vector<EncodingId> sources = sources_for(bytes.readers, candidates);
    std::vector<EncodingId> pages;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(pages), is_page);
    PageTrials trial(bytes.units, most_from(line, bytes, bounds), language, as_it_stands + least);
    trial.run(pages);
    for (const EncodingId source : sources) {
      const auto tried = is_page(source) ? trial.likelihood(source)
                                         : likelihood_in(source, bytes.units, as_it_stands + least, language);
      if (tried) trials.push_back({{source, bytes.readers}, *tried - as_it_stands});
    }
  }
  sort_trials(trials);
  return trials;
}

}  // namespace

bool is_utf8_read_by(ReaderSet readers, std::span<const char32_t> line, bool may_lack_bytes) {
  const std::vector<ByteLine> readings = byte_lines(beginning(line, kRounds[1].characters), readers);
  return std::any_of(readings.begin(), readings.end(), [&](const ByteLine& l) { return is_utf8(l, may_lack_bytes); });
}

std::vector<Conversion> find_conversions(std::span<const char32_t> line, ReaderSet readers,
                                         model::LanguageMemory& language, float least_gain, std::size_t most) {
  ReadingBound bound(language);
  const bool is_bounded = bound.look_at(line);
  if (is_bounded && bound.most() - likelihood(line, language) < least_gain) return {};
  std::vector<Trial> trials;
  std::size_t weighed = 0;
  for (const Round& round : kRounds) {
    const std::size_t size = beginning(line, round.characters).size();
    if (weighed != 0 && size == weighed) break;  // the line is no longer than that
    const std::vector<char32_t> part = condensed(line.first(size));
    const std::vector<ByteLine> readings = byte_lines(part, readers);
    if (std::any_of(readings.begin(), readings.end(), is_misread_utf8)) return {};
    const float least = size == line.size() ? least_gain : 0;
    trials = try_on(part, readings, weighed == 0 ? nullptr : &trials, least, bound.places(), language);
    if (trials.empty()) return {};
    trials.resize(std::min(trials.size(), round.survivors));
    weighed = size;
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

}  // namespace unbake::detect
