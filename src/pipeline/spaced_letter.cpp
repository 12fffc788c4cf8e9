#include "pipeline/spaced_letter.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "encoding/reader_index.hpp"
#include "model/latin_symbol.hpp"
#include "pipeline/word_in_line.hpp"

namespace unbake::pipeline {
namespace {

constexpr std::size_t kReach = 80;

// What the words of the line gain, in nats, by a word that goes on, and, less than 0, by one that ends: so much that it
// settles what the search did otherwise.
constexpr float kGoesOn = 2.0F;
constexpr float kEnds = 0.0F;

// The last character, if its last byte may be a no-break space.
char32_t last_letter(const std::vector<char32_t>& after) {
  const char32_t c = after.empty() ? 0 : after.back();
  return c >= 0xC0 && (c & 0x3F) == 0x20 && is_latin_letter(c) ? c : 0;
}

}  // namespace

void settle_space(std::string_view text, const detect::Window& window, repair::Candidate& candidate) {
  const bool is_utf8 = candidate.depth == 1 && candidate.sources[0] == encoding::EncodingId::kUtf8;
  if (!is_utf8 || candidate.first == candidate.last || candidate.last >= window.symbols.size()) return;
  const bool has_taken = window.symbols[candidate.last - 1].value == U' ';  // the space is part of the damage
  // Else nothing is left behind the first byte of the letter.
  const char32_t last = window.symbols[candidate.last - 1].value;
  if (!has_taken && (encoding::lead_readers(last) & candidate.readers[0]) == 0) return;
  const std::size_t next = has_taken ? candidate.last : candidate.last + 1;
  if (next >= window.symbols.size() || window.symbols[next - 1].value != U' ') return;
  if (!model::is_ascii_letter(window.symbols[next].value)) return;
  std::vector<char32_t> after = characters_of(candidate.after);
  const bool is_parted = !has_taken || (!after.empty() && after.back() == U' ');
  if (has_taken && is_parted) after.pop_back();
  const char32_t letter = last_letter(after);
  if (letter == 0) return;
  const std::size_t begin = window.symbols[candidate.first].offset;
  std::string before(text.substr(begin - std::min(begin, kReach), std::min(begin, kReach)));
  for (std::size_t i = 0; i + 1 < after.size(); ++i) base::append_utf8(before, after[i]);
  // What is damaged behind the word is no part of it.
  std::string behind(text.substr(window.symbols[next].offset, kReach));
  const auto ascii = std::find_if(behind.begin(), behind.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  behind.insert(ascii, ' ');
  const std::array<char32_t, 2> parted{letter, U' '};
  const float gain = WordInLine(before, behind).gain(parted, {&letter, 1});
  if (is_parted ? gain < kGoesOn : gain > kEnds) return;
  candidate.after.clear();
  for (const char32_t c : after) base::append_utf8(candidate.after, c);
  if (!is_parted) candidate.after += ' ';
  candidate.last = next;
}

}  // namespace unbake::pipeline
