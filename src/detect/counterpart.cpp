#include "detect/counterpart.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/utf8.hpp"
#include "detect/encoding_words.hpp"

namespace unbake::detect {
namespace {

// Whether nothing but the ends of a cell is beside [begin, end), or nothing but quotes.
bool fills_cell(std::string_view text, Stretch line, Stretch found) {
  constexpr std::string_view kEdges = "|\t<>\"'`,;";
  const std::size_t begin = skip_spaces_back(text, line.begin, found.begin);
  const std::size_t end = skip_spaces(text, found.end, line.end);
  const bool opens = begin == line.begin || kEdges.find(text[begin - 1]) != std::string_view::npos;
  return opens && (end == line.end || kEdges.find(text[end]) != std::string_view::npos);
}

// Whether the text between what is damaged and its repair sets the one against the other.
bool is_set_against(std::string_view text, Stretch a, Stretch b) {
  constexpr std::size_t kLongest = 32;
  const Stretch between = a.begin < b.begin ? Stretch{a.end, b.begin} : Stretch{b.end, a.begin};
  return !between.empty() && between.end - between.begin <= kLongest && sets_against(between.in(text));
}

bool stands_alone(std::string_view text, Stretch line, Stretch found) {
  return (found.begin == line.begin || !is_word_byte(text[found.begin - 1])) &&
         (found.end == line.end || !is_word_byte(text[found.end]));
}

constexpr std::string_view kQuotes = "\"'`";

// Whether `between`, which stands between two literals, is nothing but punctuation, or sets them against each other.
bool goes_between(std::string_view between) {
  constexpr std::size_t kLongest = 32;
  constexpr std::string_view kPunctuation = " \t,:=>[]()|\\";
  if (between.size() > kLongest) return false;
  return between.find_first_not_of(kPunctuation) == std::string_view::npos || sets_against(between);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// A number in hexadecimal digits, as it stands in a text.
struct Number {
  std::uint32_t value;
  int digits;
  bool is_marked;  // as a character: U+, \u, \x, 0x, &#x
};

// The numbers of `text` that are neither shorter than two digits nor longer than six.
std::vector<Number> numbers_in(std::string_view text) {
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (hex_digit(text[i]) < 0) {
      ++i;
      continue;
    }
    std::size_t end = i;
    std::uint32_t value = 0;
    for (; end < text.size() && hex_digit(text[end]) >= 0; ++end)
      value = value << 4 | static_cast<unsigned>(hex_digit(text[end]));
    const char mark = i > 0 ? static_cast<char>(text[i - 1] | 0x20) : ' ';
    const bool is_marked = mark == 'x' || mark == 'u' || (i > 1 && text[i - 1] == '+' && (text[i - 2] | 0x20) == 'u');
    const bool is_in_word = i > 0 && is_word_byte(text[i - 1]) && !is_marked;
    const bool ends_in_word = end < text.size() && is_word_byte(text[end]) && (text[end] | 0x20) != 'h';
    const auto digits = static_cast<int>(end - i);
    if (digits >= 2 && digits <= 6 && !is_in_word && !ends_in_word) numbers.push_back({value, digits, is_marked});
    i = end;
  }
  return numbers;
}

bool names(const std::vector<Number>& numbers, char32_t character) {
  std::array<std::uint8_t, 4> bytes{};
  const std::size_t length = base::encode_utf8(character, bytes.data());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].is_marked && numbers[i].value == character) return true;
    std::size_t k = 0;
    while (k < length && i + k < numbers.size() && numbers[i + k].digits == 2 && numbers[i + k].value == bytes[k]) ++k;
    if (k == length) return true;
  }
  return false;
}

}  // namespace

Stretch word_around(std::string_view text, Stretch line, Stretch place) {
  Stretch word = place;
  while (word.begin > line.begin && is_word_byte(text[word.begin - 1])) --word.begin;
  while (word.end < line.end && is_word_byte(text[word.end])) ++word.end;
  return word;
}

bool has_repair_beside(std::string_view text, Stretch line, const Quotation& quotation, std::string_view after) {
  if (after.empty()) return false;
  const bool is_quoted = quotation.enclosure != Enclosure::kNone && quotation.enclosure != Enclosure::kBracket;
  for (std::size_t i = line.begin; (i = text.substr(0, line.end).find(after, i)) != std::string_view::npos; ++i) {
    const Stretch found{i, i + after.size()};
    if (found.begin < quotation.whole.end && found.end > quotation.whole.begin) continue;
    if (!stands_alone(text, line, found)) continue;
    const bool must_fill = quotation.enclosure == Enclosure::kCell || after.find(' ') != std::string_view::npos;
    if (is_quoted && (!must_fill || fills_cell(text, line, found))) return true;
    if (!is_quoted && is_set_against(text, quotation.content, found)) return true;
  }
  return false;
}

Neighbours literals_beside(std::string_view text, Stretch line, Stretch whole) {
  Neighbours found;
  const std::size_t open = text.substr(0, line.end).find_first_of(kQuotes, whole.end);
  if (open != std::string_view::npos && goes_between(text.substr(whole.end, open - whole.end))) {
    const std::size_t close = text.substr(0, line.end).find(text[open], open + 1);
    if (close != std::string_view::npos) found.behind = {open + 1, close};
  }
  const std::string_view head = text.substr(line.begin, whole.begin - line.begin);
  const std::size_t close = head.find_last_of(kQuotes);
  if (close != std::string_view::npos && close > 0 && goes_between(head.substr(close + 1))) {
    const std::size_t before = head.rfind(head[close], close - 1);
    if (before != std::string_view::npos) found.before = {line.begin + before + 1, line.begin + close};
  }
  return found;
}

bool are_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kFewest = 3;  // characters
  constexpr double kInCommon = 0.7;   // of the longer one
  std::vector<char32_t> x;
  std::vector<char32_t> y;
  for (std::size_t i = 0; i < a.size(); i += base::decode_utf8(a, i).length) x.push_back(base::decode_utf8(a, i).value);
  for (std::size_t i = 0; i < b.size(); i += base::decode_utf8(b, i).length) y.push_back(base::decode_utf8(b, i).value);
  const std::size_t longer = std::max(x.size(), y.size());
  const std::size_t shorter = std::min(x.size(), y.size());
  const auto in_common = [&](std::size_t count) {
    return static_cast<double>(count) >= kInCommon * static_cast<double>(longer);
  };
  if (shorter < kFewest) return longer == 2 && shorter > 0 && x.front() == y.front() && x.front() >= 0x80;
  if (in_common(shorter) && (a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos)) return true;
  std::size_t head = 0;
  while (head < shorter && x[head] == y[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && x[x.size() - 1 - tail] == y[y.size() - 1 - tail]) ++tail;
  return in_common(head + tail);
}

bool names_code_points(std::string_view text, Stretch line, Stretch whole, std::string_view before,
                       std::string_view after) {
  std::vector<Number> numbers = numbers_in(text.substr(line.begin, whole.begin - line.begin));
  const std::vector<Number> behind = numbers_in(text.substr(whole.end, line.end - whole.end));
  numbers.insert(numbers.end(), behind.begin(), behind.end());
  if (numbers.empty()) return false;
  for (const std::string_view named : {after, before}) {
    for (std::size_t i = 0; i < named.size();) {
      const base::CodePoint c = base::decode_utf8(named, i);
      if (c.value >= 0x80 && !base::is_raw_byte(c.value) && names(numbers, c.value)) return true;
      i += c.length;
    }
  }
  return false;
}

}  // namespace unbake::detect
