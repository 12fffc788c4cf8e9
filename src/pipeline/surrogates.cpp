#include "pipeline/surrogates.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "bake/proof.hpp"
#include "base/utf8.hpp"
#include "encoding/encoding.hpp"
#include "model/model.hpp"
#include "repair/path_costs.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

using encoding::EncodingId;

constexpr std::string_view kFirst = "\xC3\xAD";  // i-acute, ED in all of these
constexpr EncodingId kReaders[] = {EncodingId::kWindows1252, EncodingId::kIso88591, EncodingId::kWindows1250,
                                   EncodingId::kWindows1254, EncodingId::kIso88592, EncodingId::kIso88599};

// The bytes of the two halves: U+D83C to U+D83E, and any low one.
struct Bounds {
  std::uint8_t least;
  std::uint8_t most;
};
constexpr std::size_t kLength = 6;
constexpr std::array<Bounds, kLength> kPair = {
    {{0xED, 0xED}, {0xA0, 0xA0}, {0xBC, 0xBE}, {0xED, 0xED}, {0xB0, 0xBF}, {0x80, 0xBF}}};

struct Pair {
  EncodingId reader;
  std::size_t length;  // bytes of the text
  char32_t character;
  bool lost_space;  // a no-break space became a space
};

std::uint8_t byte_of(EncodingId reader, char32_t c) {
  std::uint8_t bytes[4];
  if (encoding::encode_step(reader, c, bytes) == 1) return bytes[0];
  // What a page has no character for is shown as a control.
  return c >= 0x80 && c < 0xA0 ? static_cast<std::uint8_t>(c) : std::uint8_t{0};
}

std::optional<Pair> pair_at(std::string_view text, std::size_t offset, EncodingId reader) {
  Pair pair{reader, 0, 0, false};
  std::array<char32_t, kLength> bytes{};
  for (std::size_t k = 0; k < kLength; ++k) {
    if (offset + pair.length >= text.size()) return std::nullopt;
    const base::CodePoint c = base::decode_utf8(text, offset + pair.length);
    pair.length += c.length;
    bytes[k] = byte_of(reader, c.value);
    if (k == 1 && c.value == U' ') {
      pair.lost_space = true;
      bytes[k] = 0xA0;
    }
    if (bytes[k] < kPair[k].least || bytes[k] > kPair[k].most) return std::nullopt;
  }
  const char32_t high = (bytes[1] & 0x0FU) << 6 | (bytes[2] & 0x3FU);
  const char32_t low = (bytes[4] & 0x0FU) << 6 | (bytes[5] & 0x3FU);
  pair.character = 0x10000 + (high << 10 | low);
  return pair;
}

// log P of the characters of `text` behind the two before it.
float likelihood(std::string_view text, char32_t before_last, char32_t last) {
  float sum = 0;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    sum += model::Model::builtin().log_probability(before_last, last, c.value);
    before_last = last;
    last = c.value;
    i += c.length;
  }
  return sum;
}

class SurrogateDecider {
 public:
  SurrogateDecider(std::string_view text, const Settings& settings) : text_(text), settings_(settings) {}

  std::vector<Decision> decide() {
    for (std::size_t i = text_.find(kFirst); i != std::string_view::npos; i = text_.find(kFirst, i)) {
      const auto pair = may_be_pair(i) ? pair_at(i) : std::nullopt;
      if (pair) add(decision_about(i, *pair));
      i += pair ? pair->length : kFirst.size();
    }
    return std::move(decisions_);
  }

 private:
  // The letter is one of words, too: what follows here is not ASCII, or a space and not ASCII.
  [[nodiscard]] bool may_be_pair(std::size_t offset) const {
    std::size_t next = offset + kFirst.size();
    if (next < text_.size() && text_[next] == ' ') ++next;
    return next < text_.size() && static_cast<unsigned char>(text_[next]) >= 0x80;
  }

  [[nodiscard]] std::optional<Pair> pair_at(std::size_t offset) const {
    for (const EncodingId reader : kReaders) {
      const int bit = encoding::get(reader).reader_bit;
      if (bit < 0 || (settings_.readers >> bit & 1) == 0) continue;
      const auto pair = pipeline::pair_at(text_, offset, reader);
      if (pair && !(pair->lost_space && settings_.lossy == Lossy::kLeave)) return pair;
    }
    return std::nullopt;
  }

  Decision decision_about(std::size_t offset, const Pair& pair) {
    Decision d;
    d.offset = offset;
    d.length = pair.length;
    base::append_utf8(d.after, pair.character);
    d.path = {{EncodingId::kCesu8, pair.reader}};
    const std::string_view damaged = text_.substr(offset, pair.length);
    const std::string_view following = text_.substr(offset + pair.length, baking::kContextLength);
    d.language = likelihood(d.after, U' ', U' ') - likelihood(damaged, U' ', U' ');
    const int bit = encoding::get(pair.reader).reader_bit;
    d.structure = -costs_.cost_of(EncodingId::kCesu8, encoding::ReaderSet{1} << bit);
    if (pair.lost_space) d.structure -= costs_.damage.no_break_space;
    d.confidence = validate::confidence(d.language + d.structure);
    if (d.confidence < settings_.min_confidence) return d;
    const auto proof = baking::find_proof(d.after, following, d.path, damaged, std::nullopt, buffers_);
    d.verdict = proof ? Verdict::kRepaired : Verdict::kUnproven;
    if (proof) d.profile = *proof;
    return d;
  }

  void add(Decision d) {
    constexpr double kWorthReporting = 0.5;
    const bool is_reported = settings_.report && d.confidence >= kWorthReporting;
    if (d.verdict == Verdict::kRepaired || is_reported) decisions_.push_back(std::move(d));
  }

  std::string_view text_;
  const Settings& settings_;
  repair::PathCosts costs_;
  baking::ProofBuffers buffers_;
  std::vector<Decision> decisions_;
};

}  // namespace

std::vector<Decision> decide_surrogates(std::string_view text, const Settings& settings) {
  if (text.find(kFirst) == std::string_view::npos) return {};
  return SurrogateDecider(text, settings).decide();
}

}  // namespace unbake::pipeline
