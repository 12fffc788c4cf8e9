#include "detect/line_cost.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace unbake::detect {
namespace {

// Adds up what the characters beyond ASCII of a line, and those behind them, cost.
class CostSum {
 public:
  explicit CostSum(const model::LanguageMemory& language) : language_(language) {}

  void add(char32_t c) {
    charge(c);
    a_ = b_;
    b_ = c;
  }

  void add_ascii(std::string_view text) {
    if (text.empty()) return;
    const auto at = [&](std::size_t i) { return char32_t{static_cast<unsigned char>(text[i])}; };
    if (b_ >= 0x80) charge(at(0));
    if (text.size() > 1 || b_ < 0x80) run_ = 0;
    a_ = text.size() > 1 ? at(text.size() - 2) : b_;
    b_ = at(text.size() - 1);
  }

  [[nodiscard]] LineCost cost() const { return {count_ == 0 ? 0 : cost_ / static_cast<float>(count_), longest_}; }

 private:
  void charge(char32_t c) {
    const float own = -language_.log_probability(a_, b_, c);
    cost_ += own;
    run_ += own;
    longest_ = std::max(longest_, run_);
    ++count_;
  }

  const model::LanguageMemory& language_;
  char32_t a_ = U'\n';
  char32_t b_ = U'\n';
  float cost_ = 0;
  float run_ = 0;  // of what stands next to each other
  float longest_ = 0;
  int count_ = 0;
};

}  // namespace

std::size_t find_line_beyond_ascii(std::string_view text, std::size_t from, std::size_t longest) {
  const std::size_t first = base::find_non_ascii(text, from);
  if (first == text.size()) return first;
  const std::size_t before = text.substr(from, first - from).rfind('\n');
  if (before != std::string_view::npos) from += before + 1;
  return from + (first - from) / longest * longest;
}

LineCost weigh_line(std::string_view text, std::size_t& position, std::size_t longest,
                    const model::LanguageMemory& language) {
  constexpr std::size_t kLongestSymbol = 4;
  const std::string_view near = text.substr(0, position + kLongestSymbol * longest);
  const std::string_view line = near.substr(0, near.find('\n', position));
  CostSum sum(language);
  std::size_t left = longest;
  while (position < line.size() && left > 0) {
    if (static_cast<unsigned char>(line[position]) < 0x80) {
      const std::size_t ascii = std::min(base::find_non_ascii(line, position) - position, left);
      sum.add_ascii(line.substr(position, ascii));
      position += ascii;
      left -= ascii;
      continue;
    }
    const base::CodePoint c = base::decode_utf8(text, position);
    sum.add(c.value);
    position += c.length;
    --left;
  }
  if (left > 0 && position < text.size()) ++position;  // the line end
  return sum.cost();
}

}  // namespace unbake::detect
