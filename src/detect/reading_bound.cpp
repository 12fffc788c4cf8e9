#include "detect/reading_bound.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "detect/likelihood.hpp"
#include "detect/page_trials.hpp"
#include "detect/source.hpp"
#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"
#include "model/ngram_key.hpp"

namespace unbake::detect {
namespace {

using encoding::DecodeStep;
using encoding::EncodingId;
using encoding::ReaderBytes;

// What stands beside a place: ASCII, or one of these.
using Neighbour = std::uint8_t;
constexpr Neighbour kUnknown = 0x80;  // another place
constexpr Neighbour kEnd = 0x81;      // nothing

// A place and what stands around it: what the model looks at.
struct Place {
  char32_t symbol;
  std::array<Neighbour, 2> before;  // farther, nearer
  std::array<Neighbour, 2> behind;  // nearer, farther

  [[nodiscard]] std::uint64_t key() const {
    return std::uint64_t{symbol} << 32 | std::uint64_t{before[0]} << 24 | std::uint64_t{before[1]} << 16 |
           std::uint64_t{behind[0]} << 8 | behind[1];
  }
};

// The most that a place adds, in nats: in encodings of one byte a character, and in those of pairs. A place adds what
// its character adds, and the two characters behind it as far as they are no places.
struct Most {
  float in_pages;
  float in_pairs;
};

// Bounds by place. An entry is one word, of a key of 48 bits and two bounds, rounded up to eighths.
class BoundTable {
 public:
  [[nodiscard]] std::optional<Most> find(std::uint64_t key) const {
    const std::uint64_t entry = entries_[place_of(key)].load(std::memory_order_relaxed);
    if (entry >> 16 != key) return std::nullopt;
    return Most{value(entry >> 8 & 0xFF), value(entry & 0xFF)};
  }
  void remember(std::uint64_t key, const Most& most) {
    const std::uint64_t entry = key << 16 | steps(most.in_pages) << 8 | steps(most.in_pairs);
    entries_[place_of(key)].store(entry, std::memory_order_relaxed);
  }

 private:
  static constexpr int kPlaceBits = 14;
  static constexpr float kStep = 0.125F;
  static constexpr float kLeast = -16.0F;
  static_assert((3 * Likelihood::kMost - kLeast) / kStep < 256);

  static std::size_t place_of(std::uint64_t key) {
    return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> (64 - kPlaceBits));
  }
  static std::uint64_t steps(float bound) {
    return static_cast<std::uint64_t>(std::ceil((std::max(bound, kLeast) - kLeast) / kStep));
  }
  static float value(std::uint64_t steps) { return kLeast + kStep * static_cast<float>(steps); }

  std::array<std::atomic<std::uint64_t>, std::size_t{1} << kPlaceBits> entries_{};
};

constinit BoundTable bounds;

// What a symbol may have been: the distinct texts in encodings of one byte a character, and in those of pairs; and its
// bytes where they begin a pair.
struct Readings {
  std::vector<std::u32string> in_pages;
  std::vector<std::u32string> in_pairs;
  std::vector<std::pair<EncodingId, std::string>> begun;
};

void keep_each_once(std::vector<std::u32string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// Appends what `bytes` are in `source`; false if that is no text, or begins with what is not complete.
bool decode(EncodingId source, std::string_view bytes, std::u32string& text, bool& is_begun) {
  while (!bytes.empty()) {
    // No character begins with a byte of ASCII but that byte's.
    if (static_cast<unsigned char>(bytes.front()) < 0x80) {
      text.push_back(static_cast<unsigned char>(bytes.front()));
      bytes.remove_prefix(1);
      continue;
    }
    const DecodeStep step = encoding::decode_step(source, bytes_of(bytes));
    is_begun = step.kind == DecodeStep::Kind::kTruncated;
    if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1 || is_control(step.code_points[0])) return false;
    text.push_back(step.code_points[0]);
    bytes.remove_prefix(step.length);
  }
  return true;
}

Readings find_readings(char32_t symbol) {
  std::array<ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = encoding::reader_bytes(symbol, groups.data());
  Readings found;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string bytes(groups[i].bytes, groups[i].bytes + groups[i].length);
    for (const encoding::Encoding& e : encoding::all_encodings()) {
      if (!is_source(e)) continue;
      std::u32string text;
      bool is_begun = false;
      if (decode(e.id, bytes, text, is_begun))
        (e.family == encoding::Family::kSingleByte ? found.in_pages : found.in_pairs).push_back(std::move(text));
      else if (is_begun)
        found.begun.emplace_back(e.id, bytes);
    }
  }
  keep_each_once(found.in_pages);
  keep_each_once(found.in_pairs);
  return found;
}

const Readings& readings_of(char32_t symbol) {
  static std::mutex mutex;
  static std::map<char32_t, Readings> known;
  const std::lock_guard lock(mutex);
  const auto [place, is_new] = known.try_emplace(symbol);
  if (is_new) place->second = find_readings(symbol);
  return place->second;
}

// Adds up what a place adds in one reading.
class PlaceSum {
 public:
  PlaceSum(model::LanguageMemory& language, Neighbour farther, Neighbour nearer)
      : language_(language), a_(farther), b_(nearer) {}

  void add(char32_t c) {
    sum_ += a_ == kUnknown || b_ == kUnknown ? Likelihood::kMost
                                             : language_.log_probability(a_, b_, c) - model::Model::kAsciiCost;
    a_ = b_;
    b_ = c;
  }
  void add_unknown() { sum_ += Likelihood::kMost; }
  [[nodiscard]] float sum() const { return sum_; }

 private:
  model::LanguageMemory& language_;
  char32_t a_;
  char32_t b_;
  float sum_ = 0;
};

class PlaceBound {
 public:
  PlaceBound(model::LanguageMemory& language, const Place& place) : language_(language), place_(place) {}

  Most find() {
    const Readings& readings = readings_of(place_.symbol);
    const std::u32string_view as_it_stands(&place_.symbol, 1);  // what no reader can have shown is carried through
    const PlaceSum in_pages(language_, place_.before[0], place_.before[1]);
    // A place before may have been a pair with the character between.
    const bool is_unsure = place_.before[0] == kUnknown;
    const PlaceSum in_pairs(language_, place_.before[0], is_unsure ? kUnknown : place_.before[1]);
    Most most{kNone, kNone};
    raise(most.in_pages, in_pages, as_it_stands);
    for (const std::u32string& text : readings.in_pages) raise(most.in_pages, in_pages, text);
    raise(most.in_pairs, in_pairs, as_it_stands);
    for (const std::u32string& text : readings.in_pairs) raise(most.in_pairs, in_pairs, text);
    for (const auto& [source, bytes] : readings.begun)
      most.in_pairs = std::max(most.in_pairs, begun(in_pairs, source, bytes));
    return most;
  }

 private:
  static constexpr float kNone = -1000.0F;

  // Raises `most` to what `text` adds behind `sum`, if that is more.
  void raise(float& most, PlaceSum sum, std::u32string_view text) const {
    std::size_t left = text.size() + place_.behind.size();
    for (const char32_t c : text) {
      sum.add(c);
      if (sum.sum() + Likelihood::kMost * static_cast<float>(--left) <= most) return;
    }
    add_behind(sum, 0);
    most = std::max(most, sum.sum());
  }

  // The same of bytes whose last character goes on behind the place.
  float begun(PlaceSum sum, EncodingId source, const std::string& bytes) const {
    std::string units = bytes;
    for (const Neighbour n : place_.behind) {
      if (n >= 0x80) break;
      units.push_back(static_cast<char>(n));
    }
    std::size_t i = 0;
    while (i < bytes.size()) {
      if (static_cast<unsigned char>(units[i]) < 0x80) {
        sum.add(static_cast<unsigned char>(units[i++]));
        continue;
      }
      const DecodeStep step = encoding::decode_step(source, bytes_of(units).subspan(i));
      if (step.kind == DecodeStep::Kind::kTruncated) return unfinished(sum);
      if (step.kind != DecodeStep::Kind::kCharacter || step.count != 1 || is_control(step.code_points[0])) return kNone;
      sum.add(step.code_points[0]);
      i += step.length;
    }
    add_behind(sum, i - bytes.size());
    return sum.sum();
  }

  // The line ends inside a character, or it goes on with what is not known.
  static float unfinished(PlaceSum sum) {
    for (int i = 0; i < 3; ++i) sum.add_unknown();
    return sum.sum();
  }

  // What is behind the place, but for the first `eaten`, which were parts of its character.
  void add_behind(PlaceSum& sum, std::size_t eaten) const {
    for (std::size_t i = eaten; i < place_.behind.size(); ++i) {
      if (place_.behind[i] >= 0x80) return;
      sum.add(place_.behind[i]);
    }
    for (; eaten > 0; --eaten) sum.add_unknown();
  }

  model::LanguageMemory& language_;
  const Place& place_;
};

Neighbour neighbour(std::span<const char32_t> line, std::size_t i) {
  if (i >= line.size()) return kEnd;
  return line[i] < 0x80 ? static_cast<Neighbour>(model::fold_symbol(line[i])) : kUnknown;
}

Place place_at(std::span<const char32_t> line, std::size_t i) {
  Place place{line[i], {U'\n', U'\n'}, {neighbour(line, i + 1), kEnd}};
  if (i > 0) place.before[1] = neighbour(line, i - 1);
  if (i > 1) place.before[0] = neighbour(line, i - 2);
  if (place.behind[0] < 0x80) place.behind[1] = neighbour(line, i + 2);
  return place;
}

// Bytes of neighbours may be of one character, in GB 18030 also with a digit between them.
bool is_told_by_places(std::span<const char32_t> line) {
  const auto is_high = [&](std::size_t i) { return i < line.size() && line[i] >= 0x80; };
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_high(i)) continue;
    if (line[i] > 0xFFFF || is_high(i + 1)) return false;
    if (is_high(i + 2) && line[i + 1] - U'0' < 10U) return false;
  }
  return true;
}

}  // namespace

bool ReadingBound::look_at(std::span<const char32_t> line) {
  places_.clear();
  if (!is_told_by_places(line)) return false;
  Most sum{0, 0};
  std::size_t last = line.size();  // the place before
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] < 0x80) continue;
    const Place place = place_at(line, i);
    std::optional<Most> most = bounds.find(place.key());
    if (!most) {
      most = PlaceBound(language_, place).find();
      bounds.remember(place.key(), *most);
    }
    places_.push_back(most->in_pages);
    sum.in_pages += most->in_pages;
    // The character before last may be part of a pair.
    sum.in_pairs += i - last == 3 ? 3 * Likelihood::kMost : most->in_pairs;
    last = i;
  }
  most_ = std::max(sum.in_pages, sum.in_pairs);
  return true;
}

}  // namespace unbake::detect
