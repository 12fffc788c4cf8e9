#include "detect/quotation.hpp"

#include <algorithm>
#include <array>

namespace unbake::detect {
namespace {

// The longest stretch, in bytes, between a place and what opens or closes around it.
constexpr std::size_t kLongest = 80;

struct Marks {
  std::string_view open;
  std::string_view close;
};

constexpr Marks kTypographic[] = {
    {"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u201E", "\u201D"}, {"\u2018", "\u2019"},
    {"\u201A", "\u2018"}, {"\u00AB", "\u00BB"}, {"\u00BB", "\u00AB"}, {"\u2039", "\u203A"},
    {"\u300C", "\u300D"}, {"\u300E", "\u300F"}, {"\u300A", "\u300B"}, {"\u3010", "\u3011"},
};

// Bytes of ASCII that something may open with, and the first and second bytes of typographic marks.
struct OpenerBytes {
  std::array<bool, 256> first{};
  std::array<bool, 256> second{};
};

constexpr OpenerBytes opener_bytes() {
  OpenerBytes bytes;
  for (const char byte : std::string_view("`\"'|/[\t(>")) bytes.first[static_cast<unsigned char>(byte)] = true;
  for (const Marks& marks : kTypographic) {
    bytes.first[static_cast<unsigned char>(marks.open[0])] = true;
    bytes.second[static_cast<unsigned char>(marks.open[1])] = true;
  }
  return bytes;
}

constexpr OpenerBytes kOpenerBytes = opener_bytes();

// The first of two bytes at or behind `from`, up to `end`; `end` if there is none.
std::size_t find_either(std::string_view text, std::size_t from, std::size_t end, char a, char b) {
  while (from < end && text[from] != a && text[from] != b) ++from;
  return from;
}

bool is_ascii_word(char byte) {
  const char lower = static_cast<char>(byte | 0x20);
  return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9');
}

// Looks for what opens before a place and closes behind it, nearest opener first.
class Finder {
 public:
  Finder(std::string_view text, Stretch line, Stretch place)
      : text_(text),
        place_(place),
        begin_(std::max(line.begin, place.begin - std::min(place.begin, kLongest))),
        end_(std::min(line.end, place.end + kLongest)) {}

  Quotation find() {
    if (is_between_escapes()) return {Enclosure::kEscapes, place_, place_};
    for (std::size_t open = place_.begin; open-- > begin_;) {
      if (!kOpenerBytes.first[static_cast<unsigned char>(text_[open])]) continue;
      const Quotation found = opened_at(open);
      if (found.enclosure != Enclosure::kNone) return found;
    }
    return cell(begin_, begin_);  // the first cell of a line may open with nothing
  }

 private:
  Quotation opened_at(std::size_t open) {
    switch (text_[open]) {
      case '`':
        return paired(open, Enclosure::kCode, is_code_open_);
      case '"':
        return pattern_or_string(open, is_double_open_);
      case '\'':
        return pattern_or_string(open, is_single_open_);
      case '|':
      case '/':
      case '[':
        return pattern_or_cell(open);
      case '\t':
        return is_cell_open_ ? cell(open, open + 1) : Quotation{};
      case '(':
        return bracket(open);
      case '>':
        return between_tags(open);
      default:
        return typographic(open);
    }
  }

  // The slash of `s/a/b/`.
  [[nodiscard]] bool is_substitution(std::size_t open) const {
    return open > begin_ && text_[open - 1] == 's' && (open - 1 == begin_ || !is_word_byte(text_[open - 2]));
  }

  // Bytes of a table are written so: `\x12...\x12`. An escaped end of a line or a quote is no such byte.
  [[nodiscard]] bool is_between_escapes() const {
    const auto is_escape = [&](std::size_t at) {
      return at + 2 < text_.size() && text_[at] == '\\' && (text_[at + 1] == 'x' || text_[at + 1] == 'u');
    };
    constexpr std::size_t kShort = 4;  // \xHH
    constexpr std::size_t kLong = 6;   // \uHHHH
    const bool opens = (place_.begin >= begin_ + kShort && is_escape(place_.begin - kShort)) ||
                       (place_.begin >= begin_ + kLong && is_escape(place_.begin - kLong));
    const bool is_first = place_.begin > begin_ && text_[place_.begin - 1] == '"';
    const bool is_last = place_.end < end_ && text_[place_.end] == '"';
    return (opens && (is_last || is_escape(place_.end))) || (is_first && is_escape(place_.end));
  }

  // A word before a mark says that it closes, and a word behind one that it opens; where words are not separated by
  // spaces only an apostrophe is kept out so. The letter of a literal (`r"`, `u'`) is no word.
  [[nodiscard]] bool may_open(std::size_t open) const {
    if (open == begin_ || !is_word_beside(open, text_[open - 1])) return true;
    constexpr std::string_view kLiteral = "rRbBuUfF";
    return kLiteral.find(text_[open - 1]) != std::string_view::npos &&
           (open - 1 == begin_ || !is_word_byte(text_[open - 2]));
  }

  [[nodiscard]] bool may_close(std::size_t close) const {
    return close + 1 >= end_ || !is_word_beside(close, text_[close + 1]);
  }

  [[nodiscard]] bool is_word_beside(std::size_t mark, char byte) const {
    return text_[mark] == '\'' ? is_word_byte(byte) : is_ascii_word(byte);
  }

  // Quotes that look the same on both sides. The nearest one decides: if it does not open, none does.
  Quotation paired(std::size_t open, Enclosure enclosure, bool& is_open) const {
    if (!is_open) return {};
    is_open = false;
    const std::size_t close = text_.substr(0, end_).find(text_[open], place_.end);
    if (close == std::string_view::npos || !may_open(open) || !may_close(close)) return {};
    return enclosed(enclosure, {open, close + 1}, 1, 1);
  }

  Quotation typographic(std::size_t open) const {
    if (open + 1 == text_.size() || !kOpenerBytes.second[static_cast<unsigned char>(text_[open + 1])]) return {};
    for (const Marks& marks : kTypographic) {
      if (text_.compare(open, marks.open.size(), marks.open) != 0 || open + marks.open.size() > place_.begin) continue;
      const std::size_t close = text_.substr(0, end_).find(marks.close, place_.end);
      if (close == std::string_view::npos) continue;
      return enclosed(Enclosure::kMarks, {open, close + marks.close.size()}, marks.open.size(), marks.close.size());
    }
    return {};
  }

  // The first alternative of a pattern may open with the quote of the pattern.
  Quotation pattern_or_string(std::size_t open, bool& is_open) const {
    const Quotation found = is_open ? pattern(open) : Quotation{};
    return found.enclosure != Enclosure::kNone ? found : paired(open, Enclosure::kString, is_open);
  }

  Quotation pattern_or_cell(std::size_t open) {
    const Quotation found = pattern(open);
    if (found.enclosure != Enclosure::kNone || text_[open] != '|' || !is_cell_open_) return found;
    return cell(open, open + 1);
  }

  // Bars and slashes of a pattern touch what they enclose.
  Quotation pattern(std::size_t open) const {
    std::size_t close = place_.end;
    while (close < end_ && is_word_byte(text_[close])) ++close;
    for (std::size_t i = open + 1; i < place_.begin; ++i) {
      if (!is_word_byte(text_[i])) return {};
    }
    if (close == end_) return {};
    const bool is_bar = text_[open] == '|' || text_[close] == '|';
    const bool are_slashes = text_[open] == '/' && text_[close] == '/' && (may_open(open) || is_substitution(open));
    const bool is_class = text_[open] == '[' && text_[close] == ']';
    const bool closes = std::string_view("|/)]\"'").find(text_[close]) != std::string_view::npos;
    if (!closes || !(is_bar || are_slashes || is_class)) return {};
    return enclosed(Enclosure::kAlternative, {open, close + 1}, 1, 1);
  }

  Quotation cell(std::size_t whole, std::size_t content) {
    is_cell_open_ = false;
    const std::size_t close = find_either(text_, place_.end, end_, '|', '\t');
    const bool is_last = close == end_;
    if (is_last && whole == content) return {};
    Quotation found{Enclosure::kCell, {content, is_last ? end_ : close}, {whole, is_last ? end_ : close + 1}};
    return trimmed(found);
  }

  Quotation bracket(std::size_t open) const {
    const std::size_t close = find_either(text_, place_.end, end_, '(', ')');
    if (close == end_ || text_[close] != ')') return {};
    return enclosed(Enclosure::kBracket, {open, close + 1}, 1, 1);
  }

  Quotation between_tags(std::size_t open) const {
    const std::size_t close = find_either(text_, place_.end, end_, '<', '>');
    if (close == end_ || text_.compare(close, 2, "</") != 0) return {};
    return enclosed(Enclosure::kCell, {open, close + 1}, 1, 1);
  }

  [[nodiscard]] Quotation enclosed(Enclosure enclosure, Stretch whole, std::size_t opener, std::size_t closer) const {
    Stretch content{whole.begin + opener, whole.end - closer};
    if (content.end > content.begin && text_[content.end - 1] == '\\' && content.end > place_.end) --content.end;
    return trimmed({enclosure, content, whole});
  }

  [[nodiscard]] Quotation trimmed(Quotation found) const {
    found.content.begin = skip_spaces(text_, found.content.begin, place_.begin);
    found.content.end = skip_spaces_back(text_, place_.end, found.content.end);
    return found;
  }

  std::string_view text_;
  Stretch place_;
  std::size_t begin_;
  std::size_t end_;
  bool is_code_open_ = true;  // whether a nearer mark of that kind has not been met yet
  bool is_double_open_ = true;
  bool is_single_open_ = true;
  bool is_cell_open_ = true;
};

}  // namespace

Stretch line_around(std::string_view text, Stretch place) {
  const std::size_t first = place.begin - std::min(place.begin, kReach);
  const std::size_t last = std::min(text.size(), place.end + kReach);
  Stretch line = place;
  while (line.begin > first && text[line.begin - 1] != '\n') --line.begin;
  while (line.end < last && text[line.end] != '\r' && text[line.end] != '\n') ++line.end;
  return line;
}

Quotation find_quotation(std::string_view text, Stretch line, Stretch place) {
  return Finder(text, line, place).find();
}

std::size_t skip_spaces(std::string_view text, std::size_t offset, std::size_t end) {
  while (offset < end && (text[offset] == ' ' || text[offset] == '\t')) ++offset;
  return offset;
}

std::size_t skip_spaces_back(std::string_view text, std::size_t begin, std::size_t offset) {
  while (offset > begin && (text[offset - 1] == ' ' || text[offset - 1] == '\t')) --offset;
  return offset;
}

bool is_word_byte(char byte) { return is_ascii_word(byte) || static_cast<unsigned char>(byte) >= 0x80; }

}  // namespace unbake::detect
