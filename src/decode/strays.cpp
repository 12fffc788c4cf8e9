#include "decode/strays.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>

#include "base/utf8.hpp"
#include "decode/candidates.hpp"

namespace unbake::decoding {
namespace {

using encoding::DecodeStep;
using encoding::EncodingId;

// What a reading may cost before the place is left open, in nats: an accented letter costs some 7, an ideograph, which
// has two bytes, 11. What is behind it may then cost no more than behind U+FFFD.
constexpr float kMostForByte = 9.0F;
constexpr float kMostForNextByte = 4.5F;
// Where whole lines are in that encoding, so much more is believed.
constexpr float kMostMore = 7.0F;
// Places that are looked at to choose the encoding.
constexpr std::size_t kMostPlaces = 24;
// A context of two characters on each side.
constexpr std::size_t kContext = 2;

// The characters around a place.
struct Context {
  std::array<char32_t, kContext> before;
  std::array<char32_t, kContext> behind;
};

struct Reading {
  std::u32string text;
  bool takes_next = false;  // a byte of ASCII behind the place is part of the last character
};

Context context_of(std::string_view text, const BadBytes& place) {
  Context context{{U'\n', U'\n'}, {U'\n', U'\n'}};
  std::size_t at = place.text_offset;
  for (std::size_t i = kContext; i-- > 0 && at > 0;) {
    do {
      --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
    context.before[i] = base::decode_utf8(text, at).value;
  }
  at = place.text_offset + place.text_length;
  for (std::size_t i = 0; i < kContext && at < text.size(); ++i) {
    const base::CodePoint c = base::decode_utf8(text, at);
    context.behind[i] = c.value;
    at += c.length;
  }
  return context;
}

// Reads a place; nothing where its bytes are no characters of the encoding.
bool read_place(EncodingId id, std::string_view bytes, const BadBytes& place, Reading& reading) {
  const std::span<const std::uint8_t> input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const std::size_t end = place.offset + place.length;
  std::size_t at = place.offset;
  while (at < end) {
    const DecodeStep step = encoding::decode_step(id, input.subspan(at));
    if (step.kind != DecodeStep::Kind::kCharacter) return false;
    for (std::size_t i = 0; i < step.count; ++i) reading.text += step.code_points[i];
    at += step.length;
  }
  reading.takes_next = at > end;
  return at == end || (at == end + 1 && input[end] < 0x80);
}

float score_of(const Reading& reading, const Context& context, const model::Model& model) {
  char32_t a = context.before[0];
  char32_t b = context.before[1];
  float sum = 0;
  const auto add = [&](char32_t c) {
    sum += model.log_probability(a, b, c);
    a = b;
    b = c;
  };
  for (const char32_t c : reading.text) add(c);
  for (std::size_t i = reading.takes_next ? 1 : 0; i < kContext; ++i) add(context.behind[i]);
  return sum;
}

// The score of the place as U+FFFD.
float floor_of(const BadBytes& place, const Reading& reading, const Context& context, const model::Model& model) {
  const std::size_t bytes = place.length + (reading.takes_next ? 1 : 0);
  const Reading none{U"\uFFFD", reading.takes_next};
  const float behind =
      score_of(none, context, model) - model.log_probability(context.before[0], context.before[1], U'\uFFFD');
  return behind - kMostForByte - kMostForNextByte * static_cast<float>(bytes - 1);
}

float gain_of(const BadBytes& place, const Reading& reading, std::string_view text, const model::Model& model) {
  const Context context = context_of(text, place);
  return score_of(reading, context, model) - floor_of(place, reading, context, model);
}

// Bytes that follow each other are read together.
std::vector<BadBytes> joined(const std::vector<BadBytes>& bad) {
  std::vector<BadBytes> runs;
  for (const BadBytes& b : bad) {
    if (!runs.empty() && runs.back().offset + runs.back().length == b.offset) {
      runs.back().length += b.length;
      runs.back().text_length += b.text_length;
    } else {
      runs.push_back(b);
    }
  }
  return runs;
}

// The text around a place, with a reading in it: words tell more than two letters.
std::vector<char32_t> surroundings(std::string_view text, const BadBytes& place, std::u32string_view reading) {
  constexpr std::size_t kReach = 32;
  std::size_t begin = place.text_offset - std::min(kReach, place.text_offset);
  while (begin < place.text_offset && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) ++begin;
  std::vector<char32_t> around;
  const auto add = [&](std::size_t at, std::size_t end) {
    while (at < end) {
      const base::CodePoint c = base::decode_utf8(text, at);
      around.push_back(c.value);
      at += c.length;
    }
  };
  add(begin, place.text_offset);
  around.insert(around.end(), reading.begin(), reading.end());
  const std::size_t behind = place.text_offset + place.text_length;
  add(behind, std::min(behind + kReach, text.size()));
  return around;
}

// What the places are in an encoding, and how likely the text around them is with that, in nats.
struct Attempt {
  std::vector<std::u32string> readings;
  float score = 0;
};

std::vector<std::u32string> readings_in(EncodingId id, std::string_view bytes, std::span<const BadBytes> places) {
  std::vector<std::u32string> readings;
  for (const BadBytes& place : places) {
    Reading reading;
    if (!read_place(id, bytes, place, reading)) reading.text.assign(place.length, base::kRawByte);
    readings.push_back(std::move(reading.text));
  }
  return readings;
}

// Many pages have the same characters in these places: what those are is asked once.
float score_in(EncodingId id, std::string_view bytes, std::span<const BadBytes> places, std::string_view text,
               TextScore& score, std::vector<Attempt>& attempts) {
  Attempt attempt{readings_in(id, bytes, places)};
  const auto known = std::find_if(attempts.begin(), attempts.end(),
                                  [&](const Attempt& other) { return other.readings == attempt.readings; });
  if (known != attempts.end()) return known->score;
  for (std::size_t i = 0; i < places.size(); ++i) {
    attempt.score += score(surroundings(text, places[i], attempt.readings[i]));
  }
  attempts.push_back(std::move(attempt));
  return attempts.back().score;
}

// Some letters of the text beyond ASCII, each once: bytes that strayed into it are of a page that has them.
std::vector<char32_t> letters_of(std::string_view text) {
  constexpr std::size_t kMost = 64;
  constexpr std::size_t kReach = 65536;
  std::vector<char32_t> letters;
  const std::string_view head = text.substr(0, kReach);
  for (std::size_t at = skip_ascii(head, 0); at < head.size() && letters.size() < kMost; at = skip_ascii(head, at)) {
    const base::CodePoint c = base::decode_utf8(head, at);
    if (c.value != base::kReplacementCharacter && !base::is_raw_byte(c.value) &&
        std::find(letters.begin(), letters.end(), c.value) == letters.end()) {
      letters.push_back(c.value);
    }
    at += c.length;
  }
  return letters;
}

float share_lacking(EncodingId id, const std::vector<char32_t>& letters) {
  std::uint8_t out[4];
  const auto lacking =
      std::count_if(letters.begin(), letters.end(), [&](char32_t c) { return encoding::encode_step(id, c, out) == 0; });
  return static_cast<float>(lacking) / static_cast<float>(std::max<std::size_t>(letters.size(), 1));
}

EncodingId best_encoding(std::string_view bytes, std::span<const BadBytes> places, std::string_view text,
                         TextScore& score, std::span<const EncodingId> usual) {
  constexpr float kUsual = 3.0F;
  constexpr float kLacking = 8.0F;
  const std::vector<char32_t> letters = letters_of(text);
  std::vector<Attempt> attempts;
  EncodingId best = EncodingId::kWindows1252;
  float most = std::numeric_limits<float>::lowest();
  for (const Candidate& c : candidates()) {
    const encoding::Family family = encoding::get(c.id).family;
    if (family == encoding::Family::kUtf8 || family == encoding::Family::kUtf16 || family == encoding::Family::kUtf32 ||
        family == encoding::Family::kCesu8) {
      continue;
    }
    const bool is_usual = std::find(usual.begin(), usual.end(), c.id) != usual.end();
    const float gain = score_in(c.id, bytes, places, text, score, attempts) - c.rarity + (is_usual ? kUsual : 0) -
                       kLacking * share_lacking(c.id, letters);
    if (gain > most) {
      most = gain;
      best = c.id;
    }
  }
  return best;
}

}  // namespace

std::vector<Stray> repair_strays(std::string_view bytes, const std::vector<BadBytes>& bad, TextScore& score,
                                 std::span<const EncodingId> usual, std::string& text) {
  const model::Model& model = score.model();
  std::vector<Stray> strays;
  if (bad.empty()) return strays;
  const std::vector<BadBytes> places = joined(bad);
  const std::span<const BadBytes> looked_at(places.data(), std::min(places.size(), kMostPlaces));
  const EncodingId id = best_encoding(bytes, looked_at, text, score, usual);
  const bool is_usual = std::find(usual.begin(), usual.end(), id) != usual.end();
  const float least = is_usual ? -kMostMore : 0;
  std::string repaired;
  std::size_t done = 0;
  for (const BadBytes& place : places) {
    repaired.append(text, done, place.text_offset - done);
    done = place.text_offset + place.text_length;
    Stray stray{place, {}, text.substr(place.text_offset, place.text_length)};
    Reading reading;
    if (read_place(id, bytes, place, reading) && gain_of(place, reading, text, model) >= least) {
      stray.encoding = encoding::get(id).name;
      stray.text.clear();
      for (const char32_t c : reading.text) base::append_utf8(stray.text, c);
      if (reading.takes_next) {
        ++stray.place.length;
        ++done;
      }
    }
    stray.place.text_offset = repaired.size();
    stray.place.text_length = stray.text.size();
    repaired += stray.text;
    strays.push_back(std::move(stray));
  }
  repaired.append(text, done, std::string::npos);
  text = std::move(repaired);
  return strays;
}

}  // namespace unbake::decoding
