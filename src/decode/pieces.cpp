#include "decode/pieces.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "base/utf8.hpp"
#include "decode/convert.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

// Encodings that lines are compared in, UTF-8 among them, and lines that are asked for theirs.
constexpr std::size_t kMostStates = 6;
constexpr std::size_t kMostAsked = 32;
// Of a long line only so much is weighed; of one that is certain, in nats, by then, only its head.
constexpr std::size_t kWeighed = 384;
constexpr std::size_t kHead = 64;
constexpr float kCertainly = 120.0F;
// What it costs that the next line is in another encoding, in nats.
constexpr float kSwitch = 9.0F;
// The same if neither is UTF-8: files grow in UTF-8 behind what is older; and pages differ in a letter, which says
// little.
constexpr float kSwitchOfPages = 40.0F;
// A byte of another encoding in UTF-8.
constexpr float kStray = 12.0F;
// A line of UTF-8 with so many characters beyond ASCII is nothing else; nor is any if half of all lines are UTF-8.
constexpr std::size_t kCertain = 4;
// Where many lines are asked for their encoding, one in so many must name it.
constexpr std::size_t kVoice = 12;

// A line with bytes beyond ASCII.
struct Line {
  std::size_t begin;
  std::size_t end;
  bool is_utf8;
  std::size_t characters;  // of UTF-8, more than one byte long; kCertain at most
};

Bytes bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::vector<Line> lines_of(std::string_view bytes) {
  const char line_end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<Line> lines;
  for (std::size_t begin = 0, end = 0; begin < bytes.size(); begin = end + 1) {
    end = std::min(bytes.find(line_end, begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    std::size_t at = skip_ascii(line, 0);
    if (at == line.size()) continue;
    std::size_t characters = 0;
    for (; at < line.size() && characters < kCertain; ++at) {
      characters += static_cast<unsigned char>(line[at]) >= 0xC0 ? 1U : 0U;
    }
    lines.push_back({begin, end, base::find_invalid_utf8(line) == line.size(), characters});
  }
  return lines;
}

class Splitter {
 public:
  Splitter(std::string_view bytes, std::span<const Candidate> among, TextScore& score)
      : bytes_(bytes), among_(among), score_(score), lines_(lines_of(bytes)) {
    const auto sound = static_cast<std::size_t>(
        std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return line.is_utf8; }));
    certain_ = sound * 2 >= lines_.size() ? 1 : kCertain;
  }

  std::vector<Piece> run() {
    choose_states();
    return pieces(likeliest());
  }

 private:
  using Costs = std::array<float, kMostStates>;
  using Origins = std::array<std::uint8_t, kMostStates>;

  Bytes head_of(const Line& line, std::size_t most = kWeighed) const {
    return bytes_of(bytes_.substr(line.begin, std::min(line.end - line.begin, most)));
  }

  // UTF-8, what all lines that are not UTF-8 are together, and what most of some of them are by themselves.
  void choose_states() {
    std::vector<const Line*> unsound;
    std::string together;
    for (const Line& line : lines_) {
      if (line.is_utf8) continue;
      unsound.push_back(&line);
      if (together.size() < 4096) together.append(bytes_, line.begin, line.end - line.begin).append("\n");
    }
    states_.push_back(among_.front());
    for (const Candidate& c : among_) {
      if (c.id == EncodingId::kUtf8) states_.front() = c;
    }
    if (unsound.empty()) return;
    std::vector<std::pair<int, EncodingId>> votes;
    for (const Ranked& r : identify(bytes_of(together), among_, score_, 2)) votes.emplace_back(2, r.id);
    const std::size_t step = (unsound.size() + kMostAsked - 1) / kMostAsked;
    for (std::size_t i = 0; i < unsound.size(); i += step) {
      const EncodingId id = identify(head_of(*unsound[i]), among_, score_, 1).front().id;
      const auto known = std::find_if(votes.begin(), votes.end(), [id](const auto& v) { return v.second == id; });
      if (known == votes.end()) {
        votes.emplace_back(1, id);
      } else {
        ++known->first;
      }
    }
    std::stable_sort(votes.begin(), votes.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    for (const auto& [count, id] : votes) {
      const EncodingId voted = id;
      const auto c = std::find_if(among_.begin(), among_.end(), [&](const Candidate& x) { return x.id == voted; });
      const bool is_heard = static_cast<std::size_t>(count) * kVoice >= std::min(unsound.size(), kMostAsked);
      if (voted != EncodingId::kUtf8 && is_heard && states_.size() < kMostStates && c != among_.end()) {
        states_.push_back(*c);
      }
    }
  }

  Costs costs_of(const Line& line) {
    Costs costs{};
    if (line.is_utf8 && line.characters >= certain_) {
      std::fill(costs.begin() + 1, costs.end(), std::numeric_limits<float>::infinity());
      return costs;
    }
    const Bytes head = head_of(line, kHead);
    weigh(head, costs);
    if (head.size() < head_of(line).size() && !is_certain(costs)) weigh(head_of(line), costs);
    return costs;
  }

  // What costs so much more than the cheapest that two changes cost less, need not be known well.
  void weigh(Bytes bytes, Costs& costs) {
    float cheapest = std::numeric_limits<float>::max() / 2;
    const std::size_t first = cheapest_;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const std::size_t s = i == 0 ? first : i <= first ? i - 1 : i;
      text_.clear();
      read_as(states_[s].id, bytes, true, text_);
      costs[s] = -score_(text_, s == 0 ? kStray : TextScore::kBadByte, -cheapest - kCertainly);
      if (costs[s] < cheapest) cheapest_ = s;
      cheapest = std::min(cheapest, costs[s]);
    }
  }

  bool is_certain(const Costs& costs) const {
    const auto end = costs.begin() + static_cast<std::ptrdiff_t>(states_.size());
    const float cheapest = *std::min_element(costs.begin(), end);
    return std::count_if(costs.begin(), end, [&](float cost) { return cost < cheapest + kCertainly; }) == 1;
  }

  // The state of each line, by the cheapest way through all of them.
  std::vector<std::uint8_t> likeliest() {
    std::vector<Origins> origins(lines_.size());
    Costs sum{};
    for (std::size_t s = 0; s < states_.size(); ++s) sum[s] = states_[s].rarity;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Costs before = sum;
      const Costs costs = costs_of(lines_[i]);
      for (std::size_t s = 0; s < states_.size(); ++s) {
        origins[i][s] = static_cast<std::uint8_t>(s);
        for (std::size_t from = 0; i > 0 && from < states_.size(); ++from) {
          const float changed = before[from] + (from == 0 || s == 0 ? kSwitch : kSwitchOfPages) + states_[s].rarity;
          if (from == s || changed >= sum[s]) continue;
          sum[s] = changed;
          origins[i][s] = static_cast<std::uint8_t>(from);
        }
        sum[s] += costs[s];
      }
    }
    std::vector<std::uint8_t> path(lines_.size());
    const auto last = std::min_element(sum.begin(), sum.begin() + static_cast<std::ptrdiff_t>(states_.size()));
    auto state = static_cast<std::uint8_t>(last - sum.begin());
    for (std::size_t i = lines_.size(); i-- > 0;) {
      path[i] = state;
      state = origins[i][state];
    }
    return path;
  }

  std::vector<Piece> pieces(const std::vector<std::uint8_t>& path) const {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const EncodingId id = states_[path[i]].id;
      if (!pieces.empty() && pieces.back().id == id) continue;
      const std::size_t begin = pieces.empty() ? 0 : lines_[i].begin;
      if (!pieces.empty()) pieces.back().length = begin - pieces.back().offset;
      pieces.push_back({begin, 0, id});
    }
    if (pieces.empty()) pieces.push_back({0, 0, EncodingId::kUtf8});
    pieces.back().length = bytes_.size() - pieces.back().offset;
    return pieces;
  }

  std::string_view bytes_;
  std::span<const Candidate> among_;
  TextScore& score_;
  std::vector<Line> lines_;
  std::size_t certain_;  // characters that make a line of UTF-8 certain
  std::vector<Candidate> states_;
  std::vector<char32_t> text_;
  std::size_t cheapest_ = 0;  // the state that cost least in the line before
};

}  // namespace

std::vector<Piece> split(std::string_view bytes, std::span<const Candidate> among, TextScore& score) {
  return Splitter(bytes, among, score).run();
}

bool has_sound_line(std::string_view bytes) {
  const char line_end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const std::size_t end = std::min(bytes.find(line_end, at), bytes.size());
    if (base::find_invalid_utf8(bytes.substr(at, end - at)) == end - at) return true;
    at = end;
  }
  return false;
}

}  // namespace unbake::decoding
