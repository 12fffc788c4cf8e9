#include "decode/identify.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace unbake::decoding {
namespace {

using encoding::DecodeStep;
using encoding::EncodingId;

// How much is looked at in each round, how far behind the best an encoding may be to be looked at again, and how many
// may.
struct Round {
  std::size_t beyond_ascii;
  std::size_t bytes;
  float margin;
  std::size_t most;
};
constexpr Round kRounds[] = {{64, 512, 60, 16}, {320, 1536, 30, 8}, {1024, 4096, 0, 0}};

// The bytes of a round: cut behind a space if there is one.
Bytes head(Bytes bytes, const Round& round) {
  std::size_t beyond = 0;
  std::size_t end = 0;
  while (end < bytes.size() && end < round.bytes && beyond < round.beyond_ascii)
    beyond += bytes[end++] >= 0x80 ? 1U : 0U;
  // In units of four, so that UTF-16 and UTF-32 stay whole.
  return bytes.first(std::min(bytes.size(), (end + 3) / 4 * 4));
}

// Comma and cedilla below s and t stand in the same places of different pages, and in the same words: what there is to
// choose is only which page is commoner.
char32_t without_comma(char32_t c) {
  if (c == 0x218 || c == 0x219) return c - 0x218 + 0x15E;
  if (c == 0x21A || c == 0x21B) return c - 0x21A + 0x162;
  return c;
}

// The tables of Chinese and Korean encodings have kana, too, in the places of EUC-JP; their text hardly has any.
constexpr float kKana = 2.0F;
std::size_t kana_out_of_place(EncodingId id, std::span<const char32_t> text) {
  const encoding::Family family = encoding::get(id).family;
  if (family != encoding::Family::kGbk && family != encoding::Family::kEucKr && family != encoding::Family::kBig5)
    return 0;
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x3041 && c <= 0x30F6; }));
}

// The general sign of currency has a place in many pages, and hardly ever one in a text: there is a euro, or a letter.
constexpr float kCurrencySign = 6.0F;
std::size_t currency_signs(std::span<const char32_t> text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), U'\u00A4'));
}

// An encoding so far behind the best, in nats, is no alternative to it, and no hint is.
constexpr float kHopeless = 60.0F;

// A text that some bytes are in an encoding, and its score.
struct Reading {
  std::vector<char32_t> text;
  float score;
  bool is_exact;  // else it is hopeless, and at most this
};

void rank(Bytes sample, bool is_cut, TextScore& score, std::vector<Ranked>& ranked, std::span<const Candidate> among) {
  std::vector<Reading> readings;  // pages often agree on all characters that occur
  float best = TextScore::kLowest / 2;
  for (Ranked& r : ranked) {
    std::vector<char32_t> text;
    text.reserve(sample.size());
    read_as(r.id, sample, is_cut, text);
    for (char32_t& c : text) c = without_comma(c);
    float cost = kKana * static_cast<float>(kana_out_of_place(r.id, text)) +
                 kCurrencySign * static_cast<float>(currency_signs(text));
    for (const Candidate& c : among) {
      if (c.id == r.id) cost += c.rarity;
    }
    const float least = best - kHopeless + cost;
    const auto known =
        std::find_if(readings.begin(), readings.end(), [&](const Reading& other) { return other.text == text; });
    if (known != readings.end() && (known->is_exact || known->score < least)) {
      r.score = known->score - cost;
    } else {
      const float of_text = score(text, TextScore::kBadByte, least);
      r.score = of_text - cost;
      readings.push_back({std::move(text), of_text, of_text >= least});
    }
    best = std::max(best, r.score);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& x, const Ranked& y) { return x.score > y.score; });
}

using Page = std::array<char32_t, 256>;

// The characters of all pages, a raw byte where there is none; by the number of the encoding.
const std::vector<Page>& pages() {
  static const std::vector<Page> kPages = [] {
    std::vector<Page> all(encoding::all_encodings().size());
    for (const encoding::Encoding& e : encoding::all_encodings()) {
      if (e.family != encoding::Family::kSingleByte) continue;
      for (unsigned i = 0; i < 256; ++i) {
        const auto byte = static_cast<std::uint8_t>(i);
        const DecodeStep step = encoding::decode_step(e.id, {&byte, 1});
        const bool is_character = step.kind == DecodeStep::Kind::kCharacter;
        all[static_cast<std::size_t>(e.id)][i] = is_character ? step.code_points[0] : base::kRawByte + i;
      }
    }
    return all;
  }();
  return kPages;
}

}  // namespace

void read_as(EncodingId id, Bytes bytes, bool may_be_cut, std::vector<char32_t>& out) {
  if (encoding::get(id).family == encoding::Family::kSingleByte) {
    const Page& page = pages()[static_cast<std::size_t>(id)];
    for (const std::uint8_t byte : bytes) out.push_back(page[byte]);
    return;
  }
  const bool is_utf8 = id == EncodingId::kUtf8;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] < 0x80 && is_utf8) {
      out.push_back(bytes[at++]);
      continue;
    }
    const DecodeStep step = encoding::decode_step(id, bytes.subspan(at));
    if (step.kind == DecodeStep::Kind::kTruncated && may_be_cut) return;
    if (step.kind == DecodeStep::Kind::kCharacter) {
      for (std::size_t i = 0; i < step.count; ++i) out.push_back(step.code_points[i]);
      at += step.length;
    } else {
      for (const std::size_t end = at + step.error_length; at < end; ++at) out.push_back(base::kRawByte + bytes[at]);
    }
  }
}

std::vector<Ranked> identify(Bytes bytes, std::span<const Candidate> among, TextScore& score, std::size_t most) {
  std::vector<Ranked> ranked;
  for (const Candidate& c : among) ranked.push_back({c.id, 0});
  std::size_t seen = 0;
  for (const Round& round : kRounds) {
    const Bytes sample = head(bytes, round);
    if (sample.size() == seen) break;
    seen = sample.size();
    rank(sample, seen < bytes.size(), score, ranked, among);
    if (seen == bytes.size() || round.most == 0) break;
    std::size_t keep = 1;
    while (keep < ranked.size() && keep < round.most && ranked[keep].score > ranked.front().score - round.margin)
      ++keep;
    ranked.resize(keep);
  }
  if (ranked.size() > most) ranked.resize(most);
  return ranked;
}

}  // namespace unbake::decoding
